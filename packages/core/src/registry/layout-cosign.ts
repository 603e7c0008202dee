import { isIndexMediaType, type Digest } from '../oci/index.js';
import { annotated, annotationsOf, REF_NAME, type LayoutEntry } from './layout-index.js';

/**
 * Marks what `cosign verify --local-image` and `cosign load` look for: they know one image in a folder and find it, its
 * signatures and its attestations by the annotation `kind` (sigstore/cosign pkg/oci/layout). `tag` is what was entered: one
 * of `sha256-<hex>` and, with its ending, `.sig` or `.att`. The first image of a folder that is signed is the one; what
 * belongs to others stays unmarked.
 */
export function markForCosign(entries: readonly LayoutEntry[], tag: string): readonly LayoutEntry[] {
  const [, hex, ending = ''] = CLAIM_TAG.exec(tag) ?? [];
  if (hex === undefined) return entries;
  const subject = `sha256:${hex}`;
  const image =
    entries.find(({ raw }) => IMAGE_KINDS.has(kindOf(raw))) ?? imageOf(entries, subject as Digest);
  if (image?.descriptor?.digest !== subject) return entries;
  const { mediaType } = image.descriptor;
  const kind = isIndexMediaType(mediaType) ? IMAGE_INDEX : IMAGE;
  const claims = CLAIM_KINDS[ending];
  return entries.map((entry) => {
    if (entry === image) return annotated(entry, KIND, kind);
    const isTagged = annotationsOf(entry.raw)[REF_NAME] === tag;
    return isTagged && claims !== undefined ? annotated(entry, KIND, claims) : entry;
  });
}

/** Whether an entry holds claims about an image and is none itself. */
export const isClaimEntry = ({ raw }: LayoutEntry): boolean => {
  const name = annotationsOf(raw)[REF_NAME];
  return (
    (typeof name === 'string' && CLAIM_TAG.test(name)) || Object.values(CLAIM_KINDS).includes(kindOf(raw))
  );
};

const KIND = 'kind';
const IMAGE = 'dev.cosignproject.cosign/image';
const IMAGE_INDEX = 'dev.cosignproject.cosign/imageIndex';
const IMAGE_KINDS: ReadonlySet<string> = new Set([IMAGE, IMAGE_INDEX]);
const CLAIM_KINDS: Readonly<Record<string, string | undefined>> = {
  '.sig': 'dev.cosignproject.cosign/sigs',
  '.att': 'dev.cosignproject.cosign/atts',
};
/** cosign's tags, and the fallback index. */
const CLAIM_TAG = /^sha256-([0-9a-f]{64})(\.[a-z]{3,4})?$/;

const kindOf = (raw: LayoutEntry['raw']): string => {
  const kind = annotationsOf(raw)[KIND];
  return typeof kind === 'string' ? kind : '';
};

const imageOf = (entries: readonly LayoutEntry[], subject: Digest): LayoutEntry | undefined =>
  entries.find((entry) => entry.descriptor?.digest === subject && !isClaimEntry(entry));
