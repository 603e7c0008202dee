import { createGate } from '../concurrency.js';
import { CountersignError } from '../errors.js';
import {
  COLLECT_CONCURRENCY,
  MAX_BLOB_HELD_TWICE_BYTES,
  MAX_CLAIMS_PER_DIGEST,
  MAX_CLAIM_BYTES,
  MAX_CLAIM_BYTES_PER_DIGEST,
  MAX_ERROR_EXCERPT_CHARS,
} from '../limits.js';
import { DSSE_ENVELOPE, OCI_EMPTY, SIMPLE_SIGNING, type Descriptor, type Digest } from '../oci/index.js';
import type { Repository, StoredManifest } from '../registry/index.js';
import { attestationTag } from './attestation-tag.js';
import { BUNDLE_PREFIX } from './bundle-referrer.js';
import type { Layer } from './layer.js';
import { readLayers } from './manifest-layers.js';
import { SIGNATURE_ARTIFACT } from './signature-referrer.js';
import { signatureTag } from './signature-tag.js';
import type { ClaimMaterial, LayoutName, StoredClaim, UnreadableClaim } from './types.js';

/** Everything that stands beside one digest, in all layouts. */
export interface Collected {
  readonly subject: Digest;
  readonly claims: readonly StoredClaim[];
  readonly unreadable: readonly UnreadableClaim[];
  /** The tags that were asked for and are not there. */
  readonly absent: readonly LayoutName[];
  /** Referrers of any kind, as verifiers count them. */
  readonly referrers: readonly Descriptor[];
  /** Where that list came from. */
  readonly source: 'api' | 'fallback';
}

/** What of it is read; without options everything. */
export interface CollectOptions {
  /** Written a moment ago, so the registry may need a while to show it. */
  readonly fresh?: boolean;
  /** Where to look: a tag that is not named is not asked for, and referrers only with `bundle-referrer`. */
  readonly layouts?: readonly LayoutName[];
  /** These alone, among whatever is listed: known by their digests, so that they are asked for at once with the lists. */
  readonly only?: { readonly manifests: readonly Digest[]; readonly blobs: readonly Layer[] };
}

/**
 * Reads all claims beside a digest: `.sig`, `.att`, bundle and signature referrers, from the referrers API or the fallback index.
 * What cannot be read is told, not skipped. A registry that does not answer is thrown: "none there" is only ever said by
 * a registry that answered.
 */
export async function collectClaims(
  repository: Repository,
  subject: Digest,
  options: CollectOptions = {},
): Promise<Collected> {
  const { layouts } = options;
  const reads = (layout: LayoutName): boolean => layouts?.includes(layout) ?? true;
  const reader = createReader(repository, subject, options);
  const [signatures, attestations, referred] = await Promise.all([
    reads('signature-tag') ? collectTag(reader, 'signature-tag', signatureTag(subject), SIMPLE_SIGNING) : [],
    reads('attestation-tag')
      ? collectTag(reader, 'attestation-tag', attestationTag(subject), DSSE_ENVELOPE)
      : [],
    reads('bundle-referrer')
      ? collectReferrers(reader)
      : ({ found: [], referrers: [], source: 'api' } as const),
  ]);
  const found = [...(signatures ?? []), ...(attestations ?? []), ...referred.found];
  return {
    subject,
    claims: found.filter((one) => 'material' in one),
    unreadable: found.filter((one) => 'reason' in one),
    absent: [
      ...(signatures === undefined ? (['signature-tag'] as const) : []),
      ...(attestations === undefined ? (['attestation-tag'] as const) : []),
    ],
    referrers: referred.referrers,
    source: referred.source,
  };
}

type Found = StoredClaim | UnreadableClaim;

interface Reader {
  readonly repository: Repository;
  readonly subject: Digest;
  /** Whether a blob, or a referrer's manifest, is among those asked for. */
  readonly wants: (digest: Digest) => boolean;
  readonly manifest: (digest: Digest) => Promise<StoredManifest | undefined>;
  /** The blob, or why it is not read. Bounded by itself and with all others of this digest. */
  readonly blob: (descriptor: Descriptor) => Promise<Uint8Array | { readonly reason: string }>;
}

function createReader(
  repository: Repository,
  subject: Digest,
  { fresh = false, only }: CollectOptions,
): Reader {
  const gate = createGate(COLLECT_CONCURRENCY);
  const getManifest = (digest: Digest) => gate(() => repository.getManifest(digest, { fresh }));
  const getBlob = (blob: Descriptor) => gate(() => repository.getBlob(blob, MAX_CLAIM_BYTES));
  const manifests = inAdvance(only?.manifests ?? [], (digest) => digest, getManifest);
  const blobs = inAdvance(
    only?.blobs ?? [],
    ({ descriptor }) => descriptor.digest,
    ({ descriptor, blob }) =>
      blob.length <= MAX_BLOB_HELD_TWICE_BYTES
        ? getBlob(descriptor)
        : gate(() => readAgain(repository, descriptor, blob)),
  );
  let left = MAX_CLAIM_BYTES_PER_DIGEST;
  return {
    repository,
    subject,
    wants: (digest) => only === undefined || manifests.has(digest) || blobs.has(digest),
    manifest: (digest) => manifests.get(digest) ?? getManifest(digest),
    blob: async (descriptor) => {
      if (descriptor.size > MAX_CLAIM_BYTES)
        return { reason: `it has ${descriptor.size} bytes, more than is read` };
      if (descriptor.size > left)
        return { reason: 'the claims of this digest are larger together than is read' };
      left -= descriptor.size;
      const bytes = await (blobs.get(descriptor.digest) ?? getBlob(descriptor));
      return bytes ?? { reason: `its blob ${descriptor.digest} is not there` };
    },
  };
}

/**
 * Reads a large blob to its end and hashes it, as openBlob does, without holding it beside the same bytes. A stream that
 * breaks off is not asked for again, so then the blob is read as any other.
 */
async function readAgain(
  repository: Repository,
  descriptor: Descriptor,
  same: Uint8Array,
): Promise<Uint8Array | undefined> {
  try {
    const pieces = await repository.openBlob(descriptor);
    if (pieces === undefined) return undefined;
    let length = 0;
    for await (const piece of pieces) length += piece.length;
    return length === same.length ? same : undefined;
  } catch (error) {
    if (!(error instanceof CountersignError) || error.code !== 'REGISTRY_UNAVAILABLE') throw error;
    return repository.getBlob(descriptor, MAX_CLAIM_BYTES);
  }
}

/** Reads what will be asked for; a failure is told to whoever asks, and to nobody where nobody does. */
function inAdvance<T, R>(
  wanted: readonly T[],
  keyOf: (one: T) => Digest,
  read: (one: T) => Promise<R>,
): ReadonlyMap<Digest, Promise<R>> {
  const reading = new Map(wanted.map((one) => [keyOf(one), read(one)] as const));
  for (const promise of reading.values()) promise.catch(() => undefined);
  return reading;
}

/** undefined: there is no such tag. */
async function collectTag(
  reader: Reader,
  layout: 'signature-tag' | 'attestation-tag',
  tag: string,
  mediaType: string,
): Promise<readonly Found[] | undefined> {
  const stored = await reader.repository.getManifest(tag);
  if (stored === undefined) return undefined;
  const { digest } = stored.descriptor;
  const manifest = readLayers(stored.bytes);
  if (manifest.kind === 'unreadable') return [unreadable(reader, layout, digest, manifest.reason)];
  if (manifest.layers.length > MAX_CLAIMS_PER_DIGEST) {
    const reason = `the manifest has ${manifest.layers.length} layers, more than ${MAX_CLAIMS_PER_DIGEST}`;
    return [unreadable(reader, layout, digest, reason)];
  }
  const layers = manifest.layers.filter(
    (layer) => layer.kind === 'unreadable' || reader.wants(layer.descriptor.digest),
  );
  return Promise.all(
    layers.map(async (layer) => {
      if (layer.kind === 'unreadable') return unreadable(reader, layout, digest, layer.reason);
      const { descriptor } = layer;
      if (descriptor.mediaType !== mediaType) {
        return unreadable(reader, layout, descriptor.digest, `the layer is of type ${descriptor.mediaType}`);
      }
      return readClaim(reader, layout, descriptor.digest, descriptor, (payload) => ({
        kind: layout === 'signature-tag' ? 'simple-signing' : 'dsse-layer',
        payload,
        annotations: descriptor.annotations ?? {},
      }));
    }),
  );
}

async function collectReferrers(
  reader: Reader,
): Promise<{ found: readonly Found[]; referrers: readonly Descriptor[]; source: 'api' | 'fallback' }> {
  const { source, descriptors } = await reader.repository.listReferrers(reader.subject);
  const candidates = descriptors.filter((one) => mayBeClaim(one) && reader.wants(one.digest));
  const read = await Promise.all(
    candidates.slice(0, MAX_CLAIMS_PER_DIGEST).map((descriptor) => collectReferrer(reader, descriptor)),
  );
  const rest = candidates
    .slice(MAX_CLAIMS_PER_DIGEST)
    .map(({ digest }) =>
      unreadable(reader, 'bundle-referrer', digest, 'more bundles are listed than are read'),
    );
  return { found: [...read.filter((one) => one !== undefined), ...rest], referrers: descriptors, source };
}

/**
 * Old writers of the fallback index put the config's type where the artifact's belongs, or nothing at all
 * (layouts-and-verifiers.md, section 2): then only the manifest tells.
 */
const mayBeClaim = ({ artifactType }: Descriptor): boolean =>
  artifactType === undefined ||
  artifactType === '' ||
  artifactType === OCI_EMPTY ||
  artifactType === SIGNATURE_ARTIFACT ||
  artifactType.startsWith(BUNDLE_PREFIX);

/** undefined where the manifest shows that it holds no claim. */
async function collectReferrer(reader: Reader, descriptor: Descriptor): Promise<Found | undefined> {
  const { digest, artifactType } = descriptor;
  const layout = artifactType === SIGNATURE_ARTIFACT ? 'signature-referrer' : 'bundle-referrer';
  const claimed = artifactType === SIGNATURE_ARTIFACT || artifactType?.startsWith(BUNDLE_PREFIX) === true;
  const failed = (reason: string): Found | undefined =>
    claimed ? unreadable(reader, layout, digest, reason) : undefined;

  const stored = await orReason(() => reader.manifest(digest));
  if (stored === undefined) return failed('its manifest is not there');
  if ('reason' in stored) return failed(stored.reason);
  const manifest = readLayers(stored.bytes);
  if (manifest.kind === 'unreadable') return failed(manifest.reason);
  const [layer, ...others] = manifest.layers;
  if (layer?.kind !== 'layer') return failed(layer?.reason ?? 'the manifest has no layers');
  const { mediaType, annotations = {} } = layer.descriptor;
  const isBundle = mediaType.startsWith(BUNDLE_PREFIX);
  if (!isBundle && mediaType !== SIMPLE_SIGNING) return failed(`its layer is of type ${mediaType}`);
  const found = isBundle ? 'bundle-referrer' : 'signature-referrer';
  if (others.length > 0) return unreadable(reader, found, digest, 'its manifest has more than one layer');
  return readClaim(reader, found, digest, layer.descriptor, (bytes) =>
    isBundle ? { kind: 'bundle', bytes } : { kind: 'simple-signing', payload: bytes, annotations },
  );
}

async function readClaim(
  reader: Reader,
  layout: LayoutName,
  digest: Digest,
  blob: Descriptor,
  material: (bytes: Uint8Array) => ClaimMaterial,
): Promise<Found> {
  const bytes = await orReason(() => reader.blob(blob));
  if ('reason' in bytes) return unreadable(reader, layout, digest, bytes.reason);
  return { layout, subject: reader.subject, digest, material: material(bytes) };
}

/**
 * What stands under a digest and is not what its descriptor says (other bytes, more of them, no manifest) is a fact about
 * the claim: else anyone who may push could keep every claim beside it from being looked at. A registry that fails is none.
 */
async function orReason<T>(read: () => Promise<T>): Promise<T | { readonly reason: string }> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof CountersignError)) throw error;
    if (error.fault === 'rejection' || error.code === 'REGISTRY_MISBEHAVED') return { reason: error.message };
    throw error;
  }
}

const unreadable = (reader: Reader, layout: LayoutName, digest: Digest, reason: string): UnreadableClaim => ({
  layout,
  subject: reader.subject,
  digest,
  reason: reason.slice(0, MAX_ERROR_EXCERPT_CHARS),
});
