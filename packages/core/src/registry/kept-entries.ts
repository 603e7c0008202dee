import { isObject } from '../json.js';
import { MAX_ENTRY_DEPTH } from '../limits.js';
import { isIndexMediaType, type Descriptor } from '../oci/index.js';
import { readDescriptor } from './manifest-document.js';
import type { StoredManifest } from './types.js';

type Json = Readonly<Record<string, unknown>>;

/**
 * The entries of others as they stand in a manifest that is about to be written again, with every member that we do
 * not know (`urls`, `data`, whatever comes later): a descriptor as we read it has only those that we use.
 */
export class KeptEntries {
  readonly #keyOf: (entry: Descriptor) => string;
  readonly #raw = new Map<string, Json>();

  /** `keyOf`: tells entries apart as the format does. */
  constructor(keyOf: (entry: Descriptor) => string) {
    this.#keyOf = keyOf;
  }

  /** Takes note of a list of a stored manifest. What is no descriptor, or could not be written again, is passed over. */
  note(stored: StoredManifest, list: 'layers' | 'manifests'): void {
    for (const entry of entriesOf(stored, list)) {
      const descriptor = readDescriptor(entry);
      if (descriptor === undefined || !isShallow(entry)) continue;
      const key = this.#keyOf(descriptor);
      if (!this.#raw.has(key)) this.#raw.set(key, entry);
    }
  }

  /** The entry with all its members; those of `descriptor` win, since they may have been mended. */
  asStored(descriptor: Descriptor): Json {
    const raw = this.#raw.get(this.#keyOf(descriptor));
    if (raw === undefined) return { ...descriptor };
    const platform = isObject(raw.platform) ? { platform: { ...raw.platform, ...descriptor.platform } } : {};
    return { ...raw, ...descriptor, ...platform };
  }
}

/** Entries of an index by another digest algorithm: valid, not for us to read, and not for us to lose. */
export const foreignEntries = (stored: StoredManifest): readonly Json[] =>
  isIndexMediaType(stored.descriptor.mediaType)
    ? entriesOf(stored, 'manifests').filter(
        (entry) => typeof entry.digest === 'string' && OTHER_ALGORITHM.test(entry.digest) && isShallow(entry),
      )
    : [];

/** Whether an index names anything at all, readable or not. */
export const holdsEntries = (stored: StoredManifest): boolean =>
  isIndexMediaType(stored.descriptor.mediaType) && entriesOf(stored, 'manifests').length > 0;

/** OCI image specification, "Digests": `algorithm ":" encoded`. */
const OTHER_ALGORITHM = /^(?!sha256:)[a-z0-9]+(?:[.+_-][a-z0-9]+)*:[a-zA-Z0-9=_-]{32,200}$/;

/** The objects in a list of a manifest's JSON; none where there is no such list. */
function entriesOf({ bytes }: StoredManifest, list: 'layers' | 'manifests'): readonly Json[] {
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return []; // junk holds no entries
  }
  const entries: unknown = isObject(json) ? json[list] : undefined;
  return Array.isArray(entries) ? (entries as readonly unknown[]).filter(isObject) : [];
}

/** JSON that is nested deeply enough can be parsed and not be written. */
export const isShallow = (value: unknown, depth = 0): boolean =>
  typeof value !== 'object' ||
  value === null ||
  (depth < MAX_ENTRY_DEPTH && Object.values(value).every((member) => isShallow(member, depth + 1)));
