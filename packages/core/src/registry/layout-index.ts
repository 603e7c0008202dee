import { isObject } from '../json.js';
import { MAX_DESCRIPTORS_PER_MANIFEST, MAX_MANIFEST_BYTES } from '../limits.js';
import { OCI_INDEX, type Descriptor, type Digest } from '../oci/index.js';
import { parseReference, type RepositoryName } from '../reference/index.js';
import { CountersignError } from '../errors.js';
import { isShallow } from './kept-entries.js';
import { notALayout } from './layout-failure.js';
import { readDescriptor } from './manifest-document.js';

type Json = Readonly<Record<string, unknown>>;

/** The tag of an entry, or (docker, podman) its full reference (OCI image specification, "Pre-Defined Annotation Keys"). */
export const REF_NAME = 'org.opencontainers.image.ref.name';
/** The full reference that BuildKit writes beside the tag. */
const CONTAINERD_NAME = 'io.containerd.image.name';

/** One entry of `index.json`: with every member that it has, for it to be written again. */
export interface LayoutEntry {
  readonly raw: Json;
  /** undefined: no valid descriptor with a sha256 digest. Not for us to read, and not for us to lose. */
  readonly descriptor: Descriptor | undefined;
}

/** The `index.json` of a layout folder. */
export interface LayoutIndex {
  readonly document: Json;
  readonly entries: readonly LayoutEntry[];
}

/** Throws LAYOUT_INVALID for what is no index. */
export function readLayoutIndex(bytes: Uint8Array, where: string): LayoutIndex {
  let document: unknown;
  try {
    document = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (cause) {
    throw notALayout(where, 'its index.json is not JSON', cause);
  }
  if (!isObject(document) || !isShallow(document)) throw notALayout(where, 'its index.json is no index');
  const { schemaVersion, mediaType = OCI_INDEX, manifests } = document;
  if (schemaVersion !== 2) throw notALayout(where, 'the schemaVersion of its index.json is not 2');
  if (mediaType !== OCI_INDEX)
    throw notALayout(where, 'its index.json calls itself something else than an index');
  const entries: unknown = manifests ?? []; // Go writes an empty list as null
  if (!Array.isArray(entries)) throw notALayout(where, 'the manifests of its index.json are no list');
  if (entries.length > MAX_DESCRIPTORS_PER_MANIFEST) {
    throw notALayout(where, `its index.json has more than ${MAX_DESCRIPTORS_PER_MANIFEST} entries`);
  }
  if (!entries.every(isObject)) throw notALayout(where, 'an entry of its index.json is no object');
  return { document, entries: entries.map(entryOf) };
}

/** The index with these entries. Throws LIMIT_EXCEEDED where nobody would read it again. */
export function writeLayoutIndex(
  { document }: LayoutIndex,
  entries: readonly LayoutEntry[],
  where: string,
): Buffer {
  const bytes = Buffer.from(JSON.stringify({ ...document, manifests: entries.map(({ raw }) => raw) }));
  if (bytes.length <= MAX_MANIFEST_BYTES && entries.length <= MAX_DESCRIPTORS_PER_MANIFEST) return bytes;
  throw new CountersignError('LIMIT_EXCEEDED', {
    what: `The index.json of ${where} would have ${entries.length} entries and ${bytes.length} bytes, more than is read`,
    remedy: 'Use a folder of its own for each image.',
  });
}

/** The entries under a tag: it is their name, or the tag of the full reference that they have for one. */
export function entriesTagged(
  { entries }: Pick<LayoutIndex, 'entries'>,
  tag: string,
): readonly LayoutEntry[] {
  const exactly = entries.filter(({ raw }) => annotationsOf(raw)[REF_NAME] === tag);
  if (exactly.length > 0) return exactly;
  return entries.filter(({ raw }) => fullNames(raw).some((name) => name.tag === tag));
}

export const entriesOfDigest = ({ entries }: LayoutIndex, digest: Digest): readonly LayoutEntry[] =>
  entries.filter(({ descriptor }) => descriptor?.digest === digest);

/** The entries with one more under a tag, in the place of the one that stood there, or of one that stood there twice. */
export function withTag(
  entries: readonly LayoutEntry[],
  tag: string,
  descriptor: Descriptor,
): readonly LayoutEntry[] {
  const isThere = ({ raw }: LayoutEntry): boolean => annotationsOf(raw)[REF_NAME] === tag;
  const at = entries.findIndex(isThere);
  const before = entries[at];
  const annotations = { ...(before === undefined ? {} : annotationsOf(before.raw)), [REF_NAME]: tag };
  const entry = entryOf({ ...descriptor, annotations });
  if (before === undefined) return [...entries, entry];
  return entries.flatMap((each, index) => (index === at ? [entry] : isThere(each) ? [] : [each]));
}

/** The entry with one more annotation. */
export const annotated = ({ raw }: LayoutEntry, key: string, value: string): LayoutEntry =>
  entryOf({ ...raw, annotations: { ...annotationsOf(raw), [key]: value } });

export function annotationsOf(raw: Json): Readonly<Record<string, unknown>> {
  return isObject(raw.annotations) ? raw.annotations : {};
}

/** The repositories, with their tags, that an entry says it belongs to; none where it names a tag alone. */
export const fullNames = (raw: Json): readonly (RepositoryName & { readonly tag: string | undefined })[] =>
  [CONTAINERD_NAME, REF_NAME].flatMap((key) => {
    const text = annotationsOf(raw)[key];
    const full = typeof text === 'string' ? fullName(text) : undefined;
    return full === undefined ? [] : [full];
  });

/** A reference that spells its host out: `team/app` may be a tag of skopeo's as well. */
function fullName(text: string): (RepositoryName & { readonly tag: string | undefined }) | undefined {
  const [first = '', ...rest] = text.split('/');
  if (rest.length === 0 || !(/[.:]/.test(first) || first === 'localhost')) return undefined;
  try {
    const { host, repository, tag } = parseReference(text);
    return { host, repository, tag };
  } catch {
    return undefined; // a name of another kind
  }
}

const entryOf = (raw: Json): LayoutEntry => ({ raw, descriptor: readDescriptor(raw) });
