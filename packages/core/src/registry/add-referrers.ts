import { digestOf, type Descriptor, type Digest } from '../oci/index.js';
import { formatName } from '../reference/index.js';
import { fallbackFormat, fallbackTag, referrerDescriptor } from './fallback-index.js';
import { readManifestDocument } from './manifest-document.js';
import type { TagWriter } from './tag-writer.js';
import type { Repository } from './types.js';

/** A manifest or index with a `subject`, its blobs uploaded. */
export interface NewReferrer {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
}

/**
 * Stores referrers of one subject, in the order given, each under its digest; then, where the registry lacks the referrers
 * API, enters all of them in the fallback index in one write. `writer` has to be settled afterwards. The descriptors
 * are as an index has them.
 */
export async function addReferrers(
  repository: Repository,
  writer: TagWriter,
  subject: Digest,
  referrers: readonly NewReferrer[],
): Promise<{ readonly source: 'api' | 'fallback'; readonly descriptors: readonly Descriptor[] }> {
  const descriptors: Descriptor[] = [];
  for (const { bytes, mediaType } of referrers) {
    const where = `A new referrer of ${subject} in ${formatName(repository.name)}`;
    const document = readManifestDocument(bytes, mediaType, where);
    const digest = digestOf(bytes);
    await repository.putManifest(digest, bytes, mediaType);
    descriptors.push(referrerDescriptor({ mediaType, digest, size: bytes.length }, document));
  }
  // OCI-Subject in the answer does not prove that the API is there (ECR): only the API itself does.
  const { source } = await repository.listReferrers(subject);
  if (source === 'fallback' && descriptors.length > 0) {
    await writer.write(fallbackTag(subject), fallbackFormat(repository, subject), descriptors);
  }
  return { source, descriptors };
}
