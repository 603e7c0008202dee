import { Metadata, MetadataKind } from '@tufjs/models';
import { CountersignError } from '../errors.js';
import { MAX_TUF_ROOT_BYTES } from '../limits.js';
import { readBounded, unreadable } from '../read-bounded.js';
import type { TufRepository } from './tuf-repository.js';
import type { TufMirror } from './types.js';

/**
 * A repository of one's own: where it is served, and the root metadata of a file that came by another way. The root is
 * checked against its own keys here, so that a file that is none is not told as a mirror that cannot be trusted.
 * Throws TUF_ROOT_INVALID.
 */
export async function readTufMirror({ mirrorUrl, rootPath }: TufMirror): Promise<TufRepository> {
  const root = await readRoot(rootPath);
  try {
    type Json = Parameters<typeof Metadata.fromJSON>[1];
    const metadata = Metadata.fromJSON(MetadataKind.Root, JSON.parse(root.toString()) as Json);
    metadata.verifyDelegate(MetadataKind.Root, metadata);
  } catch (cause) {
    throw invalid(rootPath, 'is no TUF root metadata that its own keys have signed', cause);
  }
  return { mirrorUrl, root, cachedFor: 'its-lifetime' };
}

async function readRoot(path: string): Promise<Buffer> {
  try {
    return await readBounded(path, MAX_TUF_ROOT_BYTES);
  } catch (cause) {
    const why =
      cause instanceof CountersignError ? `is larger than ${MAX_TUF_ROOT_BYTES} bytes` : unreadable(cause);
    throw invalid(path, why, cause);
  }
}

const invalid = (path: string, why: string, cause: unknown): CountersignError =>
  new CountersignError('TUF_ROOT_INVALID', {
    what: `The TUF root ${JSON.stringify(path)} ${why}`,
    remedy: 'Give the root.json that the operator of the TUF mirror hands out (tuf-root).',
    cause,
  });
