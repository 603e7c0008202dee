import { CountersignError } from '../errors.js';
import type { Digest } from '../oci/index.js';
import { fallbackFormat, fallbackTag } from './fallback-index.js';
import type { TagWriter } from './tag-writer.js';
import type { Repository } from './types.js';

/**
 * Takes referrers of one subject away: out of the fallback index, or, where the registry lists them itself, by deleting
 * their manifests. `writer` has to be settled afterwards. `kept`: nothing can be deleted here, with these credentials or
 * at all.
 */
export async function removeReferrers(
  repository: Repository,
  writer: TagWriter,
  subject: Digest,
  digests: readonly Digest[],
): Promise<'removed' | 'kept'> {
  if ((await repository.referrersSource(subject)) === 'fallback') {
    await writer.write(fallbackTag(subject), fallbackFormat(repository, subject), [], { drop: digests });
    return 'removed';
  }
  const answers = await Promise.all(digests.map((digest) => deleteOrKeep(repository, digest)));
  return answers.includes('unsupported') ? 'kept' : 'removed';
}

/** Who may push may not always delete: that stops nobody from adding what is newer. */
async function deleteOrKeep(
  repository: Repository,
  digest: Digest,
): Promise<'deleted' | 'absent' | 'unsupported'> {
  try {
    return await repository.deleteManifest(digest);
  } catch (error) {
    const code = error instanceof CountersignError ? error.code : undefined;
    if (code === 'REGISTRY_FORBIDDEN' || code === 'REGISTRY_UNAUTHORIZED') return 'unsupported';
    throw error;
  }
}
