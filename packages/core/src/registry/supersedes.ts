import { MAX_SUPERSEDED_NAMES } from '../limits.js';
import { isDigest, type Descriptor, type Digest } from '../oci/index.js';

/**
 * Annotation of a stored claim (the layer in an `.att` manifest, the manifest of a bundle): digests of the older objects
 * whose place it took, comma-separated. Nobody signed it, so a reader believes it only of a claim that verifies, of the
 * same type and not older; whoever merges entries under a tag may have removed them anyway.
 */
const SUPERSEDES = 'dev.countersign.supersedes';

type Annotations = Descriptor['annotations'];

/** The digests that an object names as superseded, bounded; none where it names nothing. */
export const supersededBy = (annotations: Annotations): readonly Digest[] =>
  (annotations?.[SUPERSEDES] ?? '').split(',', MAX_SUPERSEDED_NAMES).filter(isDigest);

/** The annotation that names them; of more than MAX_SUPERSEDED_NAMES the first. */
export const supersedesAnnotation = (digests: readonly Digest[]): Readonly<Record<string, string>> =>
  digests.length === 0 ? {} : { [SUPERSEDES]: digests.slice(0, MAX_SUPERSEDED_NAMES).join(',') };
