import { CountersignError } from '@countersign/core/errors';
import { formatPlatform, type Descriptor } from '@countersign/core/oci';
import { formatName } from '@countersign/core/reference';
import { readManifestDocument, type Repository, type StoredManifest } from '@countersign/core/registry';

/** What was copied. */
export interface CopiedImage {
  readonly root: Descriptor;
  /** The platform manifests of an index, in its order; empty for a manifest. */
  readonly platforms: readonly Descriptor[];
  readonly bytes: number;
}

/** An index of indexes exists (OCI image specification, "Image Index"), one of those in turn does not in practice. */
const MAX_INDEX_DEPTH = 2;

/**
 * Copies an image, byte for byte, from one repository to another: blobs first, then the manifests that name them, then
 * its tag there. Only the second repository is written to. Throws IMAGE_NOT_FOUND, REGISTRY_MISBEHAVED and what the repositories throw.
 */
export async function copyImage(
  from: Repository,
  to: Repository,
  target: string,
  tag: string,
): Promise<CopiedImage> {
  const root = await manifestOf(from, target);
  const bytes = await copyManifest(from, to, root, 0);
  await to.putManifest(tag, root.bytes, root.descriptor.mediaType);
  const document = readManifestDocument(root.bytes, root.descriptor.mediaType, root.descriptor.digest);
  const entries = document.kind === 'index' ? document.index.manifests : [];
  // BuildKit's own attestations stand in the index as a platform that is none.
  const platforms = entries.filter(
    ({ platform }) => platform === undefined || formatPlatform(platform) !== 'unknown/unknown',
  );
  return { root: root.descriptor, platforms, bytes };
}

async function copyManifest(
  from: Repository,
  to: Repository,
  stored: StoredManifest,
  depth: number,
): Promise<number> {
  const { digest, mediaType } = stored.descriptor;
  const document = readManifestDocument(stored.bytes, mediaType, digest);
  let bytes = stored.bytes.length;
  if (document.kind === 'index') {
    if (depth >= MAX_INDEX_DEPTH) throw tooDeep(from, digest);
    for (const child of document.index.manifests) {
      bytes += await copyManifest(from, to, await manifestOf(from, child.digest), depth + 1);
    }
  } else {
    for (const blob of [document.manifest.config, ...document.manifest.layers]) {
      await to.putBlob({ digest: blob.digest, size: blob.size, open: () => streamOf(from, blob) });
      bytes += blob.size;
    }
  }
  await to.putManifest(digest, stored.bytes, mediaType);
  return bytes;
}

async function* streamOf(from: Repository, blob: Descriptor): AsyncGenerator<Uint8Array> {
  const stream = await from.openBlob(blob);
  if (stream === undefined) throw notFound(from, blob.digest);
  yield* stream;
}

async function manifestOf(from: Repository, target: string): Promise<StoredManifest> {
  const manifest = await from.getManifest(target);
  if (manifest === undefined) throw notFound(from, target);
  return manifest;
}

const notFound = ({ name }: Repository, target: string): CountersignError =>
  new CountersignError('IMAGE_NOT_FOUND', {
    what: `${formatName(name)} has no ${target}`,
    remedy: 'Give an image that is there, by tag or by digest.',
  });

const tooDeep = ({ name }: Repository, digest: string): CountersignError =>
  new CountersignError('LIMIT_EXCEEDED', {
    what: `${formatName(name)}@${digest} holds indexes more than ${MAX_INDEX_DEPTH} deep`,
    remedy: 'Give one of the images below it.',
  });
