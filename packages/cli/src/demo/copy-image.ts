import { CountersignError } from '@countersign/core/errors';
import { isDigest, isIndexMediaType, type Descriptor } from '@countersign/core/oci';
import type { Repository, StoredManifest } from '@countersign/core/registry';

/** What was copied. */
export interface CopiedImage {
  readonly root: Descriptor;
  /** The manifests of an index, in its order; empty for a manifest. */
  readonly children: readonly Descriptor[];
  readonly bytes: number;
}

/**
 * Copies an image, byte for byte, from one repository to another: blobs first, then the manifests that name them. Only
 * the second repository is written to. Throws IMAGE_NOT_FOUND, REGISTRY_MISBEHAVED and what the repositories throw.
 */
export async function copyImage(from: Repository, to: Repository, target: string): Promise<CopiedImage> {
  const root = await manifestOf(from, target);
  const children: Descriptor[] = [];
  let bytes = 0;
  if (isIndexMediaType(root.descriptor.mediaType)) {
    for (const child of descriptorsIn(root, 'manifests')) {
      const manifest = await manifestOf(from, child.digest);
      bytes += await copyManifest(from, to, manifest);
      children.push(child);
    }
    await to.putManifest(root.descriptor.digest, root.bytes, root.descriptor.mediaType);
  } else {
    bytes += await copyManifest(from, to, root);
  }
  return { root: root.descriptor, children, bytes: bytes + root.bytes.length };
}

async function copyManifest(from: Repository, to: Repository, manifest: StoredManifest): Promise<number> {
  let bytes = manifest.bytes.length;
  for (const blob of [...descriptorsIn(manifest, 'config'), ...descriptorsIn(manifest, 'layers')]) {
    await to.putBlob({ digest: blob.digest, size: blob.size, open: () => streamOf(from, blob) });
    bytes += blob.size;
  }
  await to.putManifest(manifest.descriptor.digest, manifest.bytes, manifest.descriptor.mediaType);
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

/** The descriptors that a manifest holds under one member; the rest of it is copied unread. */
function descriptorsIn(manifest: StoredManifest, member: 'manifests' | 'config' | 'layers'): Descriptor[] {
  const held = (parse(manifest) as Readonly<Record<string, unknown>>)[member];
  const list: unknown[] = Array.isArray(held) ? held : [held];
  return list.map((entry) => {
    if (isDescriptor(entry)) return entry;
    throw misbehaved(manifest, `its ${member} are no descriptors`);
  });
}

function parse(manifest: StoredManifest): object {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(manifest.bytes).toString('utf8'));
    if (typeof parsed === 'object' && parsed !== null) return parsed;
  } catch (error) {
    throw misbehaved(manifest, 'it is not JSON', error);
  }
  throw misbehaved(manifest, 'it is not a JSON object');
}

function isDescriptor(entry: unknown): entry is Descriptor {
  if (typeof entry !== 'object' || entry === null) return false;
  const { digest, mediaType, size } = entry as Readonly<Record<string, unknown>>;
  return (
    typeof digest === 'string' &&
    isDigest(digest) &&
    typeof mediaType === 'string' &&
    Number.isSafeInteger(size) &&
    Number(size) >= 0
  );
}

const notFound = ({ name }: Repository, target: string): CountersignError =>
  new CountersignError('IMAGE_NOT_FOUND', {
    what: `${name.host}/${name.repository} has no ${target}`,
    remedy: 'Give an image that is there, by tag or by digest.',
  });

const misbehaved = ({ descriptor }: StoredManifest, why: string, cause?: unknown): CountersignError =>
  new CountersignError('REGISTRY_MISBEHAVED', {
    what: `the manifest ${descriptor.digest} cannot be copied: ${why}`,
    remedy: 'Push the image again with a tool that writes OCI manifests.',
    cause,
  });
