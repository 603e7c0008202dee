import { CountersignError } from '../errors.js';
import {
  COLLECT_CONCURRENCY,
  MAX_CLAIM_BYTES,
  MAX_CLAIM_BYTES_PER_DIGEST,
  MAX_CLAIMS_PER_DIGEST,
} from '../limits.js';
import { DSSE_ENVELOPE, OCI_EMPTY, SIMPLE_SIGNING, type Descriptor, type Digest } from '../oci/index.js';
import type { Repository } from '../registry/index.js';
import { createGate } from '../sign/index.js';
import { attestationTag } from './attestation-tag.js';
import { BUNDLE_PREFIX } from './bundle-referrer.js';
import { readLayers } from './manifest-layers.js';
import { SIGNATURE_ARTIFACT } from './signature-referrer.js';
import { signatureTag } from './signature-tag.js';
import type { ClaimMaterial, LayoutName, StoredClaim, UnreadableClaim } from './types.js';

/** Everything that stands beside one digest, in all layouts. */
export interface Collected {
  readonly subject: Digest;
  readonly claims: readonly StoredClaim[];
  readonly unreadable: readonly UnreadableClaim[];
  /** Referrers of any kind, as verifiers count them. */
  readonly referrers: readonly Descriptor[];
  /** Where that list came from. */
  readonly source: 'api' | 'fallback';
}

/**
 * Reads all claims beside a digest: `.sig`, `.att`, bundle and signature referrers, from the referrers API or the fallback index.
 * What cannot be read is told, not skipped. A registry that does not answer is thrown: "none there" is only ever said by
 * a registry that answered. `fresh`: written a moment ago, so the registry may need a while to show it.
 */
export async function collectClaims(
  repository: Repository,
  subject: Digest,
  options: { readonly fresh?: boolean } = {},
): Promise<Collected> {
  const reader = createReader(repository, subject, options.fresh === true);
  const [signatures, attestations, referred] = await Promise.all([
    collectTag(reader, 'signature-tag', signatureTag(subject), SIMPLE_SIGNING),
    collectTag(reader, 'attestation-tag', attestationTag(subject), DSSE_ENVELOPE),
    collectReferrers(reader),
  ]);
  const found = [...signatures, ...attestations, ...referred.found];
  return {
    subject,
    claims: found.filter((one) => 'material' in one),
    unreadable: found.filter((one) => 'reason' in one),
    referrers: referred.referrers,
    source: referred.source,
  };
}

type Found = StoredClaim | UnreadableClaim;

interface Reader {
  readonly repository: Repository;
  readonly subject: Digest;
  readonly fresh: boolean;
  readonly gate: <T>(task: () => Promise<T>) => Promise<T>;
  /** The blob, or why it is not read. Bounded by itself and with all others of this digest. */
  readonly blob: (descriptor: Descriptor) => Promise<Uint8Array | { readonly reason: string }>;
}

function createReader(repository: Repository, subject: Digest, fresh: boolean): Reader {
  let left = MAX_CLAIM_BYTES_PER_DIGEST;
  const blob: Reader['blob'] = async (descriptor) => {
    if (descriptor.size > MAX_CLAIM_BYTES)
      return { reason: `it has ${descriptor.size} bytes, more than is read` };
    if (descriptor.size > left)
      return { reason: 'the claims of this digest are larger together than is read' };
    left -= descriptor.size;
    const bytes = await repository.getBlob(descriptor, MAX_CLAIM_BYTES);
    return bytes ?? { reason: `its blob ${descriptor.digest} is not there` };
  };
  return { repository, subject, fresh, gate: createGate(COLLECT_CONCURRENCY), blob };
}

async function collectTag(
  reader: Reader,
  layout: 'signature-tag' | 'attestation-tag',
  tag: string,
  mediaType: string,
): Promise<readonly Found[]> {
  const stored = await reader.repository.getManifest(tag);
  if (stored === undefined) return [];
  const { digest } = stored.descriptor;
  const manifest = readLayers(stored.bytes);
  if (manifest.kind === 'unreadable') return [unreadable(reader, layout, digest, manifest.reason)];
  if (manifest.layers.length > MAX_CLAIMS_PER_DIGEST) {
    const reason = `the manifest has ${manifest.layers.length} layers, more than ${MAX_CLAIMS_PER_DIGEST}`;
    return [unreadable(reader, layout, digest, reason)];
  }
  return Promise.all(
    manifest.layers.map(async (layer) => {
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
  const candidates = descriptors.filter(mayBeClaim);
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

  const stored = await orReason(() =>
    reader.gate(() => reader.repository.getManifest(digest, { fresh: reader.fresh })),
  );
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
  const bytes = await orReason(() => reader.gate(() => reader.blob(blob)));
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
  reason: reason.slice(0, 300),
});
