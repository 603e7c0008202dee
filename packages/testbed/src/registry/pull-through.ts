import { DOCKER_INDEX, DOCKER_MANIFEST, OCI_INDEX, OCI_MANIFEST } from '@countersign/core/oci';
import { authorizedFetch, type RegistryTarget } from '../http/index.js';
import { refusal } from './errors.js';
import type { Exchange } from './exchange.js';
import { digestLike, isDigest } from './grammar.js';
import { readManifest } from './manifest.js';
import type { RouteName } from './router.js';

/**
 * What a pull-through cache does before it answers from its own store: it fetches what it lacks, by digest or tag. It has
 * nothing of what is said about an image: the tags that claims stand under are never fetched, its list of referrers is
 * empty or not there, and nothing can be written (sigstore/policy-controller#1830 is what readers then see).
 */
export async function pullThrough(
  upstream: RegistryTarget,
  route: RouteName,
  exchange: Exchange,
): Promise<void> {
  const { method, request } = exchange;
  if (method !== 'GET' && method !== 'HEAD') {
    request.resume();
    throw refusal('UNSUPPORTED', 'this is a pull-through cache: nothing is written here');
  }
  if (route === 'manifest') await fetchManifest(upstream, exchange);
  if (route === 'blob') await fetchBlob(upstream, exchange);
}

/** The tags `sha256-<hex>` with `.sig`, `.att` or `.sbom`, and the fallback index. */
const CLAIM_TAG = /^sha256-[0-9a-f]{64}(?:\.\w+)?$/;

/** A tag is looked up each time: it may have moved. */
async function fetchManifest(upstream: RegistryTarget, { name, target, store }: Exchange): Promise<void> {
  if (CLAIM_TAG.test(target)) throw refusal('MANIFEST_UNKNOWN', `there is no manifest ${target}`);
  if (isDigest(target) && store.find(name)?.manifest(target, 'visible') !== undefined) return;
  const response = await get(upstream, `/v2/${name}/manifests/${target}`, MANIFEST_TYPES);
  if (response === undefined) return;
  const bytes = Buffer.from(await response.arrayBuffer());
  const facts = readManifest(bytes, response.headers.get('content-type') ?? undefined);
  const digest = digestLike(bytes, target);
  if (isDigest(target) && digest !== target) throw failed(`another manifest than ${target}`);
  store.open(name).putManifest({ digest, bytes, facts }, isDigest(target) ? undefined : target, 0);
}

async function fetchBlob(upstream: RegistryTarget, { name, target, store }: Exchange): Promise<void> {
  if (!isDigest(target) || store.find(name)?.blobs.has(target) === true) return;
  const response = await get(upstream, `/v2/${name}/blobs/${target}`, '*/*');
  if (response === undefined) return;
  const bytes = Buffer.from(await response.arrayBuffer());
  if (digestLike(bytes, target) !== target) throw failed(`another blob than ${target}`);
  store.open(name).blobs.set(target, bytes);
}

const MANIFEST_TYPES = [OCI_INDEX, OCI_MANIFEST, DOCKER_INDEX, DOCKER_MANIFEST].join(', ');

/** undefined: it is not there, or not for us. */
async function get(upstream: RegistryTarget, path: string, accept: string): Promise<Response | undefined> {
  const response = await authorizedFetch(upstream, path, { method: 'GET', headers: { accept } });
  if (response.ok) return response;
  await response.body?.cancel();
  if (response.status >= 500) throw failed(String(response.status));
  return undefined;
}

const failed = (what: string) =>
  refusal('NOT_FOUND', `the upstream registry answered ${what}`, { status: 502 });
