import type { Descriptor, Digest } from '../oci/index.js';
import { fallbackFormat, mendDescriptors } from './fallback-index.js';
import type { TagFormat } from './tag-writer.js';
import type { Repository } from './types.js';

/**
 * The entries of an index as their manifests say that they have to be; those whose manifest cannot be read, and those
 * beyond MAX_MENDED_DESCRIPTORS, as they are.
 */
export const rightDescriptors = (
  repository: Pick<Repository, 'name' | 'getManifest'>,
  entries: readonly Descriptor[],
): Promise<readonly Descriptor[]> => mendDescriptors(repository, entries, new Map(), () => true);

/** Whether an entry tells readers what it should: a manifest that is of no type leaves the one that is stated. */
export const saysAsItShould = (stated: Descriptor, right: Descriptor): boolean =>
  (right.artifactType === undefined || right.artifactType === stated.artifactType) &&
  annotationsOf(right) === annotationsOf(stated);

const annotationsOf = ({ annotations = {} }: Descriptor): string =>
  JSON.stringify(Object.entries(annotations).sort());

/**
 * How a fallback index is mended: entries that have to stand there as given (`right`) count as missing until they do, and
 * nothing else does. All others, wrong or not, are written again as they stand.
 */
export function mendingFormat(
  repository: Pick<Repository, 'name' | 'getManifest'>,
  subject: Digest,
  right: readonly Descriptor[],
): TagFormat {
  const base = fallbackFormat(repository, subject, () => false);
  // An entry whose manifest has no annotations states none: left out, those that stood there would stay.
  const wanted = new Map(
    right.map((entry) => [entry.digest, { ...entry, annotations: entry.annotations ?? {} }]),
  );
  return {
    keyOf: (entry) => base.keyOf(entry),
    keeps: new Set(wanted.keys()),
    entries: (stored) => {
      const standing = base.entries(stored);
      const wrong = new Set(
        standing.flatMap((entry) => {
          const should = wanted.get(entry.digest);
          return should === undefined || saysAsItShould(entry, should) ? [] : [entry.digest];
        }),
      );
      return standing.filter(({ digest }) => !wrong.has(digest));
    },
    compose: (entries, current) => {
      const standing = current === undefined ? [] : base.entries(current);
      const union = new Map(
        [...standing, ...entries].map((entry) => [entry.digest, wanted.get(entry.digest) ?? entry]),
      );
      return base.compose([...union.values()], current);
    },
  };
}
