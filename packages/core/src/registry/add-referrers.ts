import { allEnded } from '../concurrency.js';
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
  /** Told when the manifest is sent and when the registry took it, be it entered in a fallback index or not. */
  readonly onStep?: (step: 'sent' | 'stored') => void;
}

/**
 * Stores referrers of one subject, each under its digest: the first `ordered` (all, unless said) one after the other, the
 * rest after them and in parallel; then, where the registry lacks the referrers
 * API, enters all of them in the fallback index in one write. `writer` has to be settled afterwards. The descriptors
 * are as an index has them.
 */
export async function addReferrers(
  repository: Repository,
  writer: TagWriter,
  subject: Digest,
  referrers: readonly NewReferrer[],
  ordered = referrers.length,
): Promise<{ readonly source: 'api' | 'fallback'; readonly descriptors: readonly Descriptor[] }> {
  const store = async ({ bytes, mediaType, onStep }: NewReferrer): Promise<Descriptor> => {
    const where = `A new referrer of ${subject} in ${formatName(repository.name)}`;
    const document = readManifestDocument(bytes, mediaType, where);
    const digest = digestOf(bytes);
    onStep?.('sent');
    await repository.putManifest(digest, bytes, mediaType);
    onStep?.('stored');
    return referrerDescriptor({ mediaType, digest, size: bytes.length }, document);
  };
  const descriptors: Descriptor[] = [];
  for (const referrer of referrers.slice(0, ordered)) descriptors.push(await store(referrer));
  descriptors.push(...(await allEnded(referrers.slice(ordered).map(store))));
  // OCI-Subject in the answer does not prove that the API is there (ECR): only the API itself does.
  const source = await repository.referrersSource(subject);
  if (source === 'fallback' && descriptors.length > 0) {
    await writer.write(fallbackTag(subject), fallbackFormat(repository, subject), descriptors);
  }
  return { source, descriptors };
}
