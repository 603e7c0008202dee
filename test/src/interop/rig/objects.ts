import { createHash } from 'node:crypto';
import { pushBlob, pushManifest } from '@countersign/testbed';
import type { Stage } from '../contract.js';

/** A manifest as it is served. */
interface StoredManifest {
  readonly bytes: Buffer;
  readonly mediaType: string;
}

/** Plain reads and writes on a stage's registry, for whoever forges what stands there. */
export interface Objects {
  /** By tag or digest; undefined where there is none. */
  manifest(repository: string, reference: string): Promise<StoredManifest | undefined>;
  blob(repository: string, digest: string): Promise<Buffer>;
  /** Stores a blob; answers its digest. */
  putBlob(repository: string, bytes: Buffer): Promise<string>;
  /** Stores a manifest under a tag, or its digest where none is given; answers its digest. */
  putManifest(repository: string, bytes: Buffer, mediaType: string, tag?: string): Promise<string>;
  deleteManifest(repository: string, digest: string): Promise<void>;
  hasReferrersApi(repository: string, digest: string): Promise<boolean>;
  /** Descriptors of an image's referrers: by the API, else from the fallback index. */
  referrers(repository: string, digest: string): Promise<readonly Referrer[]>;
}

/** A descriptor in a list of referrers. */
export interface Referrer {
  readonly digest: string;
  readonly mediaType: string;
  readonly size: number;
  readonly artifactType?: string;
  readonly annotations?: Readonly<Record<string, string>>;
}

export function objectsOf(stage: Pick<Stage, 'host' | 'auth'>): Objects {
  const target = { origin: `http://${stage.host}`, auth: stage.auth };
  const get = async (path: string): Promise<Response> => {
    const headers = { accept: MANIFESTS, ...(await authorization(stage, path)) };
    const response = await fetch(target.origin + path, { headers });
    if (!response.ok && response.status !== 404)
      throw new Error(`the registry answered ${response.status} to ${path}`);
    return response;
  };
  const manifest: Objects['manifest'] = async (repository, reference) => {
    const response = await get(`/v2/${repository}/manifests/${reference}`);
    const bytes = Buffer.from(await response.arrayBuffer());
    return response.ok ? { bytes, mediaType: response.headers.get('content-type') ?? '' } : undefined;
  };
  return {
    manifest,
    blob: async (repository, digest) =>
      Buffer.from(await (await get(`/v2/${repository}/blobs/${digest}`)).arrayBuffer()),
    putBlob: async (repository, bytes) => {
      const digest = digestOf(bytes);
      await pushBlob(target, repository, digest, bytes);
      return digest;
    },
    putManifest: async (repository, bytes, mediaType, tag) => {
      const digest = digestOf(bytes);
      await pushManifest(target, repository, tag ?? digest, bytes, mediaType);
      return digest;
    },
    deleteManifest: async (repository, digest) => {
      const path = `/v2/${repository}/manifests/${digest}`;
      const headers = await authorization(stage, path, 'DELETE');
      const response = await fetch(target.origin + path, { method: 'DELETE', headers });
      if (!response.ok) throw new Error(`the registry answered ${response.status} to DELETE ${path}`);
    },
    hasReferrersApi: async (repository, digest) => (await get(`/v2/${repository}/referrers/${digest}`)).ok,
    referrers: async (repository, digest) => {
      const answer = await get(`/v2/${repository}/referrers/${digest}`);
      const list = answer.ok
        ? await answer.text()
        : (await manifest(repository, digest.replace(':', '-')))?.bytes.toString();
      return list === undefined ? [] : (JSON.parse(list) as { manifests: Referrer[] }).manifests;
    },
  };
}

/** distribution serves an OCI manifest to those alone who say that they know it. */
const MANIFESTS = [
  'application/vnd.oci.image.index.v1+json',
  'application/vnd.oci.image.manifest.v1+json',
  '*/*',
].join(', ');

export const digestOf = (bytes: Uint8Array): string =>
  `sha256:${createHash('sha256').update(bytes).digest('hex')}`;

/** `host/acme/app@sha256:...` -> `acme/app` and the digest. */
export function partsOf(image: string): { repository: string; digest: string } {
  const [name = '', digest = ''] = image.split('@');
  return { repository: name.slice(name.indexOf('/') + 1), digest };
}

/** The header that the registry's challenge asks for, for a pull. */
async function authorization(
  { auth, host }: Pick<Stage, 'host' | 'auth'>,
  path: string,
  method = 'HEAD',
): Promise<Record<string, string>> {
  if (auth === null) return {};
  const probe = await fetch(`http://${host}${path}`, { method });
  const challenge = probe.headers.get('www-authenticate') ?? '';
  const basic = `Basic ${Buffer.from(`${auth.username}:${auth.password}`).toString('base64')}`;
  if (!/^bearer /i.test(challenge)) return { authorization: basic };
  const parameter = (name: string): string => new RegExp(`${name}="([^"]*)"`).exec(challenge)?.[1] ?? '';
  const query = new URLSearchParams({ service: parameter('service'), scope: parameter('scope') });
  const answer = await fetch(`${parameter('realm')}?${query.toString()}`, {
    headers: { authorization: basic },
  });
  return { authorization: `Bearer ${((await answer.json()) as { token: string }).token}` };
}
