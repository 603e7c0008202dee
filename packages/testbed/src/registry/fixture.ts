import { digestOf, OCI_EMPTY, OCI_INDEX, OCI_MANIFEST, type Digest } from '@countersign/core/oci';
import { pushBlob, pushManifest } from '../image/index.js';
import type { RegistryOptions } from './options.js';
import { startRegistry, type RunningRegistry } from './registry.js';

/** For the tests of this folder: a manifest as bytes with its digest. */
export interface TestManifest {
  readonly digest: Digest;
  readonly bytes: Buffer;
  readonly size: number;
}

export const REPOSITORY = 'acme/app';
const EMPTY = Buffer.from('{}');
export const EMPTY_DESCRIPTOR = { mediaType: OCI_EMPTY, digest: digestOf(EMPTY), size: EMPTY.length };

/** A manifest of one empty blob; what is given is laid over it. */
export function manifestOf(fields: object = {}): TestManifest {
  const bytes = Buffer.from(
    JSON.stringify({
      schemaVersion: 2,
      mediaType: OCI_MANIFEST,
      config: EMPTY_DESCRIPTOR,
      layers: [EMPTY_DESCRIPTOR],
      ...fields,
    }),
  );
  return { bytes, digest: digestOf(bytes), size: bytes.length };
}

/** A manifest that refers to another. */
export const referrerOf = (subject: TestManifest, fields: object): TestManifest =>
  manifestOf({ subject: { mediaType: OCI_MANIFEST, digest: subject.digest, size: subject.size }, ...fields });

/** Starts a registry whose repository holds the empty blob, runs the work and stops it. */
export async function withRegistry(
  options: RegistryOptions,
  work: (registry: RunningRegistry, base: string) => Promise<void>,
): Promise<void> {
  const registry = await startRegistry(options);
  try {
    await pushBlob(registry, REPOSITORY, EMPTY_DESCRIPTOR.digest, EMPTY);
    await work(registry, `${registry.origin}/v2/${REPOSITORY}`);
  } finally {
    await registry.stop();
  }
}

/** Stores a manifest the plain way. */
export const put = (registry: RunningRegistry, reference: string, manifest: TestManifest): Promise<void> =>
  pushManifest(registry, REPOSITORY, reference, manifest.bytes, OCI_MANIFEST);

/** A PUT whose answer the test looks at. */
export const tryPut = (
  base: string,
  reference: string,
  manifest: Pick<TestManifest, 'bytes'>,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> =>
  fetch(`${base}/manifests/${reference}`, {
    method: 'PUT',
    body: new Uint8Array(manifest.bytes),
    headers: { 'content-type': OCI_MANIFEST, ...headers },
  });

/** Status and error code of an answer. */
export async function outcome(response: Response): Promise<string> {
  const text = await response.text();
  const code =
    response.ok || text === '' ? '' : (JSON.parse(text) as { errors: [{ code: string }] }).errors[0].code;
  return `${response.status} ${code}`.trim();
}

/** The digests on all pages of a list of referrers. */
export async function referrerPages(first: string): Promise<{ pages: string[][]; headers: Headers[] }> {
  const pages: string[][] = [];
  const headers: Headers[] = [];
  for (let url: string | undefined = first; url !== undefined;) {
    const response: Response = await fetch(url);
    const index = (await response.json()) as { mediaType: string; manifests: { digest: string }[] };
    if (index.mediaType !== OCI_INDEX) throw new Error(`not an index: ${index.mediaType}`);
    pages.push(index.manifests.map(({ digest }) => digest));
    headers.push(response.headers);
    url = nextPage(response, url);
  }
  return { pages, headers };
}

/** Where a Link header points. */
export function nextPage(response: Response, url: string): string | undefined {
  const [, link] = /^<([^>]+)>; rel="next"$/.exec(response.headers.get('link') ?? '') ?? [];
  return link === undefined ? undefined : new URL(link, url).href;
}
