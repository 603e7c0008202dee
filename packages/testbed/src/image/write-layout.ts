import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { hexOf, OCI_INDEX, type Descriptor, type Digest } from '@countersign/core/oci';
import type { BuiltImage } from './demo-image.js';

/** How an image is entered in the `index.json` of a layout folder. */
export interface LayoutEntry {
  /** `org.opencontainers.image.ref.name`: a tag, as `oras` and `skopeo` write it, or a full reference. */
  readonly refName?: string;
  /** `io.containerd.image.name`, the full reference that BuildKit writes beside it. */
  readonly containerdName?: string;
}

/**
 * Writes an image as an OCI layout folder (OCI image specification 1.1, "Image Layout"), as a build tool leaves it, and
 * makes the folder. One that is a layout already gets the image beside those that are there; an entry of the same
 * `refName` is replaced. Resolves to the digest of the image's index. For the test bed alone: nobody else may write at
 * the same time.
 */
export async function writeLayout(
  image: BuiltImage,
  dir: string,
  { refName, containerdName }: LayoutEntry = {},
): Promise<Digest> {
  const blobs = join(dir, 'blobs', 'sha256');
  await mkdir(blobs, { recursive: true });
  const contents: (readonly [Digest, Uint8Array])[] = [
    ...image.blobs,
    ...image.platforms.map(({ descriptor, manifest }) => [descriptor.digest, manifest] as const),
    [image.index.digest, image.index.bytes],
  ];
  for (const [digest, bytes] of contents) await writeFile(join(blobs, hexOf(digest)), bytes);
  const annotations = {
    ...(refName === undefined ? {} : { [REF_NAME]: refName }),
    ...(containerdName === undefined ? {} : { 'io.containerd.image.name': containerdName }),
  };
  const entry: Descriptor = {
    mediaType: OCI_INDEX,
    digest: image.index.digest,
    size: image.index.bytes.length,
    ...(Object.keys(annotations).length === 0 ? {} : { annotations }),
  };
  const others = (await entriesOf(dir)).filter(({ digest, annotations: theirs }) =>
    refName === undefined ? digest !== entry.digest : theirs?.[REF_NAME] !== refName,
  );
  const index = { schemaVersion: 2, mediaType: OCI_INDEX, manifests: [...others, entry] };
  await writeFile(join(dir, 'index.json'), JSON.stringify(index));
  await writeFile(join(dir, 'oci-layout'), JSON.stringify({ imageLayoutVersion: '1.0.0' }));
  return image.index.digest;
}

const REF_NAME = 'org.opencontainers.image.ref.name';

async function entriesOf(dir: string): Promise<readonly Descriptor[]> {
  try {
    const text = await readFile(join(dir, 'index.json'), 'utf8');
    return (JSON.parse(text) as { readonly manifests: readonly Descriptor[] }).manifests;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
