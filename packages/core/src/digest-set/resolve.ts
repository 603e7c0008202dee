import { CountersignError } from '../errors.js';
import { MAX_PLATFORMS } from '../limits.js';
import { formatPlatform, isIndexMediaType, type Descriptor, type ImageIndex } from '../oci/index.js';
import {
  formatName,
  formatReference,
  isFolder,
  withDigest,
  type ImageName,
  type ImageReference,
} from '../reference/index.js';
import { readManifestDocument, type Repository } from '../registry/index.js';
import type { ImageSet, Subject } from './types.js';

/**
 * What a reference means now: the manifest or index behind it, and the platform manifests of an index. A digest beside a
 * tag wins, and the tag is not looked up. In a folder, which nobody moves from afar, a tag needs no leave, and where neither
 * is named its only image is meant. Throws TAG_NOT_ALLOWED with the digest the tag resolves to, IMAGE_NOT_FOUND,
 * IMAGE_AMBIGUOUS for a folder of several images, LIMIT_EXCEEDED for more than MAX_PLATFORMS platforms, INPUT_INVALID for a nested index, and what the repository throws.
 */
export async function resolveImage(
  repository: Repository,
  reference: ImageReference,
  options: { readonly allowTag: boolean },
): Promise<ImageSet> {
  const { folder } = repository;
  const target =
    reference.digest ??
    reference.tag ??
    (await folder?.onlyImage()) ??
    (options.allowTag ? 'latest' : undefined);
  if (target === undefined) throw nothingNamed(reference);
  const stored = await repository.getManifest(target);
  if (stored === undefined) throw notFound(reference, target, await folder?.listed());
  const { descriptor, bytes } = stored;
  const pinned = formatReference(withDigest(reference, descriptor.digest));
  if (reference.digest === undefined && !options.allowTag && folder === undefined)
    throw tagNotAllowed(reference, pinned);

  const document = readManifestDocument(bytes, descriptor.mediaType, pinned);
  if (document.kind === 'index' && document.unreadable > 0) {
    throw unsupported(
      pinned,
      `has ${document.unreadable} entries that are no valid descriptor with a sha256 digest`,
    );
  }
  const { digest, mediaType, size } = descriptor;
  return {
    name: (await folder?.nameOf(digest)) ?? nameIn(repository, reference),
    pinned,
    kind: document.kind,
    root: { digest, mediaType, size, platform: undefined },
    platforms: document.kind === 'index' ? platformsOf(document.index, pinned) : [],
  };
}

const nameIn = ({ name }: Repository, reference: ImageReference): ImageName =>
  isFolder(reference) ? name : { host: reference.host, repository: reference.repository };

/**
 * Each platform manifest once: an index may name one for several platforms. BuildKit's attestation manifests
 * (`unknown/unknown`) are no platform. A nested index is refused rather than flattened: verifiers disagree about
 * what it means, so a signature on its leaves would not say what people think it says.
 */
function platformsOf(index: ImageIndex, pinned: string): readonly Subject[] {
  const children = index.manifests.filter((child) => !isAttestation(child));
  if (children.length > MAX_PLATFORMS) {
    throw new CountersignError('LIMIT_EXCEEDED', {
      what: `${pinned} has ${children.length} manifests; at most ${MAX_PLATFORMS} are handled`,
      remedy: 'Give an index with fewer platforms, or a platform manifest by its own digest.',
    });
  }
  const subjects = new Map<string, Subject>();
  for (const child of children) {
    if (isIndexMediaType(child.mediaType)) {
      throw unsupported(pinned, `holds another index (${child.digest}); give that one by its own digest`);
    }
    const { digest, mediaType, size, platform } = child;
    if (subjects.has(digest)) continue;
    subjects.set(digest, {
      digest,
      mediaType,
      size,
      platform: platform === undefined ? 'unspecified' : formatPlatform(platform),
    });
  }
  return [...subjects.values()];
}

/** By its platform alone, as runtimes choose: an annotation stops nobody from running a manifest of a real platform. */
const isAttestation = ({ platform }: Descriptor): boolean =>
  platform?.os === 'unknown' && platform.architecture === 'unknown';

/** Whatever is passed over here would run unsigned where another tool reads it. */
const unsupported = (pinned: string, why: string): CountersignError =>
  new CountersignError('INPUT_INVALID', {
    what: `The index ${pinned} cannot be handled: it ${why}`,
    remedy: 'Build an index whose entries are platform manifests with sha256 digests.',
  });

/** The runner hands over an input that is empty, as the output of a step that does not exist is, like one that is not given. */
const EMPTY_DIGEST = 'Where a workflow gives "digest", it is empty: is the id of the step right?';

const nothingNamed = (reference: ImageReference): CountersignError =>
  new CountersignError('REFERENCE_INVALID', {
    what: `${formatName(reference)} names neither a digest nor a tag`,
    remedy: `Write ${formatName(reference)}@sha256:<64 hexadecimal digits>: the digest that the build printed. ${EMPTY_DIGEST}`,
  });

const notFound = (reference: ImageReference, target: string, listed: string | undefined): CountersignError =>
  new CountersignError('IMAGE_NOT_FOUND', {
    what: `There is no ${target} in ${formatName(reference)}`,
    remedy:
      listed !== undefined
        ? `Name an image that the folder holds:\n${listed}`
        : 'Check the name and the digest, that the image was pushed, and that these credentials may read it.',
  });

const tagNotAllowed = (reference: ImageReference, pinned: string): CountersignError =>
  new CountersignError('TAG_NOT_ALLOWED', {
    what: `${formatReference(reference)} is a tag, which may point elsewhere tomorrow; now it means ${pinned}`,
    remedy: `Give ${pinned}, or set allow-tag: true to take whatever the tag points at when this runs. ${EMPTY_DIGEST}`,
  });
