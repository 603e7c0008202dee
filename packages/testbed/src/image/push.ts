import { OCI_INDEX, OCI_MANIFEST, type Digest, type Platform } from '@countersign/core/oci';
import { authorizedFetch, type RegistryAsk, type RegistryTarget } from '../http/index.js';
import type { BuiltImage } from './demo-image.js';

/** Where an image is pushed to. */
export type PushTarget = RegistryTarget;

/** Where an image is now. */
export interface PushedImage {
  readonly digest: Digest;
  readonly platforms: readonly { readonly platform: Platform; readonly digest: Digest }[];
}

/**
 * Pushes an image to the test bed's registry: blobs, platform manifests, then the index, under a tag where one is given.
 */
export async function pushImage(
  target: PushTarget,
  repository: string,
  image: BuiltImage,
  tag?: string,
): Promise<PushedImage> {
  for (const [digest, bytes] of image.blobs) await pushBlob(target, repository, digest, bytes);
  for (const { descriptor, manifest } of image.platforms) {
    await pushManifest(target, repository, descriptor.digest, manifest, OCI_MANIFEST);
  }
  const { digest, bytes } = image.index;
  await pushManifest(target, repository, tag ?? digest, bytes, OCI_INDEX);
  return {
    digest,
    platforms: image.platforms.map(({ platform, descriptor }) => ({ platform, digest: descriptor.digest })),
  };
}

/** Uploads a blob unless it is there. */
export async function pushBlob(
  target: PushTarget,
  repository: string,
  digest: string,
  bytes: Uint8Array,
): Promise<void> {
  const path = `/v2/${repository}/blobs`;
  const head = await authorized(target, `${path}/${digest}`, { method: 'HEAD' }, [404]);
  if (head.status === 200) return;
  const body = Buffer.from(bytes);
  const posted = await authorized(target, `${path}/uploads/?digest=${digest}`, { method: 'POST', body });
  if (posted.status !== 202) return;
  // A registry that opens a session all the same.
  const location = new URL(posted.headers.get('location') ?? '', target.origin);
  location.searchParams.append('digest', digest);
  await authorized(target, `${location.pathname}${location.search}`, { method: 'PUT', body });
}

/** Stores a manifest under a tag or its digest. */
export async function pushManifest(
  target: PushTarget,
  repository: string,
  reference: string,
  bytes: Uint8Array,
  mediaType: string,
): Promise<void> {
  await authorized(target, `/v2/${repository}/manifests/${reference}`, {
    method: 'PUT',
    body: Buffer.from(bytes),
    headers: { 'content-type': mediaType },
  });
}

/** Throws where the answer is neither 2xx nor expected. */
async function authorized(
  target: PushTarget,
  path: string,
  ask: RegistryAsk,
  expected: readonly number[] = [],
): Promise<Response> {
  const response = await authorizedFetch(target, path, ask);
  await response.arrayBuffer();
  if (!response.ok && !expected.includes(response.status)) {
    throw new Error(`the registry answered ${response.status} to ${ask.method} ${path}`);
  }
  return response;
}
