import type { Descriptor, Digest } from '../oci/index.js';
import { fallbackFormat, mendDescriptors } from './fallback-index.js';
import type { TagFormat } from './tag-writer.js';
import type { Repository } from './types.js';

/** The entries of an index as their manifests say that they have to be; those whose manifest cannot be read as they are. */
export const rightDescriptors = (
  repository: Pick<Repository, 'name' | 'getManifest'>,
  entries: readonly Descriptor[],
): Promise<readonly Descriptor[]> => mendDescriptors(repository, entries, new Map(), () => true);

/** Whether two entries tell readers the same. */
export const saysTheSame = (one: Descriptor, other: Descriptor): boolean =>
  one.artifactType === other.artifactType &&
  JSON.stringify(Object.entries(one.annotations ?? {}).sort()) ===
    JSON.stringify(Object.entries(other.annotations ?? {}).sort());

/**
 * How a fallback index is mended: entries that have to stand there as given (`right`) count as missing until they do.
 * All others, wrong or not, are written again as they stand.
 */
export function mendingFormat(
  repository: Pick<Repository, 'name' | 'getManifest'>,
  subject: Digest,
  right: readonly Descriptor[],
): TagFormat {
  const base = fallbackFormat(repository, subject, () => false);
  const wanted = new Map(right.map((entry) => [entry.digest, entry]));
  const isWell = (entry: Descriptor): boolean => {
    const should = wanted.get(entry.digest);
    return should === undefined || saysTheSame(should, entry);
  };
  return {
    keyOf: (entry) => base.keyOf(entry),
    entries: (stored) => base.entries(stored).filter(isWell),
    compose: (entries, current) => {
      const standing = current === undefined ? [] : base.entries(current);
      const known = new Map(entries.map((entry) => [entry.digest, entry]));
      const before = standing.map((entry) => known.get(entry.digest) ?? wanted.get(entry.digest) ?? entry);
      const added = entries.filter(({ digest }) => !standing.some((entry) => entry.digest === digest));
      return base.compose([...before, ...added], current);
    },
  };
}
