import { OCI_INDEX, OCI_MANIFEST, type Digest, type Platform } from '@countersign/core/oci';
import type { BuiltImage } from './demo-image.js';

/** A registry on this machine and how to log in. */
export interface PushTarget {
  /** `http://127.0.0.1:port` */
  readonly origin: string;
  readonly auth?: { readonly username: string; readonly password: string } | null;
}

/** Where an image is now. */
export interface PushedImage {
  readonly digest: Digest;
  readonly platforms: readonly { readonly platform: Platform; readonly digest: Digest }[];
}

/**
 * Pushes an image to the test bed's registry: blobs, platform manifests, then the index, under a tag where one is given.
 * For the test bed alone: no retries, and the credentials go where the registry's challenge says.
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

interface Push {
  readonly method: string;
  readonly body?: Buffer<ArrayBuffer>;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Sends a request, again with credentials where it is challenged. Throws where the answer is neither 2xx nor expected. */
async function authorized(
  target: PushTarget,
  path: string,
  push: Push,
  expected: readonly number[] = [],
): Promise<Response> {
  let response = await fetch(target.origin + path, push);
  const challenge = response.headers.get('www-authenticate');
  if (response.status === 401 && challenge !== null && target.auth) {
    await response.body?.cancel();
    const authorization = await answerTo(challenge, target.auth);
    response = await fetch(target.origin + path, { ...push, headers: { ...push.headers, authorization } });
  }
  await response.arrayBuffer();
  if (!response.ok && !expected.includes(response.status)) {
    throw new Error(`the registry answered ${response.status} to ${push.method} ${path}`);
  }
  return response;
}

async function answerTo(challenge: string, auth: NonNullable<PushTarget['auth']>): Promise<string> {
  const basic = `Basic ${Buffer.from(`${auth.username}:${auth.password}`).toString('base64')}`;
  if (!/^bearer /i.test(challenge)) return basic;
  const parameter = (name: string): string => new RegExp(`${name}="([^"]*)"`).exec(challenge)?.[1] ?? '';
  const query = new URLSearchParams({ service: parameter('service'), scope: parameter('scope') });
  const response = await fetch(`${parameter('realm')}?${query.toString()}`, {
    headers: { authorization: basic },
  });
  const answer = (await response.json()) as { token?: unknown };
  if (typeof answer.token !== 'string') throw new Error(`the token service answered ${response.status}`);
  return `Bearer ${answer.token}`;
}
