import { createHash } from 'node:crypto';
import { createGate } from '../concurrency.js';
import type { Subject } from '../digest-set/index.js';
import { CountersignError } from '../errors.js';
import {
  COLLECT_CONCURRENCY,
  MAX_ERROR_EXCERPT_CHARS,
  MAX_NOTATION_ENVELOPE_BYTES,
  MAX_NOTATION_SIGNATURES,
} from '../limits.js';
import { digestOf, OCI_MANIFEST, type Descriptor, type Digest } from '../oci/index.js';
import type { ReferrerList, Repository } from '../registry/index.js';
import { EMPTY_CONFIG } from './bundle-referrer.js';
import type { Collected } from './collect.js';
import { readLayers } from './manifest-layers.js';

/** What a referrer with a Notation signature is of (signature specification, "Storage"). */
export const NOTATION_ARTIFACT = 'application/vnd.cncf.notary.signature';
const THUMBPRINTS = 'io.cncf.notary.x509chain.thumbprint#S256';

/** A Notation signature as a referrer of its subject: envelope and config first, then the manifest by its digest. */
export interface NotationReferrer {
  readonly envelope: Uint8Array;
  readonly config: Uint8Array;
  readonly manifest: Uint8Array;
  readonly digest: Digest;
}

/**
 * The type stands as that of the config, where notation itself puts it and looks for it in folders, and as artifactType,
 * which registries and fallback indexes list. `chain`: DER certificates, leaf first.
 */
export function notationReferrer(
  envelope: { readonly mediaType: string; readonly bytes: Uint8Array },
  chain: readonly Uint8Array[],
  subject: Subject,
  signedAt: Date,
): NotationReferrer {
  const thumbprints = chain.map((der) => createHash('sha256').update(der).digest('hex'));
  const manifest = Buffer.from(
    JSON.stringify({
      schemaVersion: 2,
      mediaType: OCI_MANIFEST,
      artifactType: NOTATION_ARTIFACT,
      config: { mediaType: NOTATION_ARTIFACT, digest: digestOf(EMPTY_CONFIG), size: EMPTY_CONFIG.length },
      layers: [
        {
          mediaType: envelope.mediaType,
          digest: digestOf(envelope.bytes),
          size: envelope.bytes.length,
        },
      ],
      subject: { mediaType: subject.mediaType, digest: subject.digest, size: subject.size },
      annotations: {
        [THUMBPRINTS]: JSON.stringify(thumbprints),
        'org.opencontainers.image.created': signedAt.toISOString().replace(/\.\d{3}Z$/, 'Z'),
      },
    }),
  );
  return { envelope: envelope.bytes, config: EMPTY_CONFIG, manifest, digest: digestOf(manifest) };
}

/** A Notation signature as found: hostile bytes, or why there are none. */
export type FoundNotation =
  | { readonly digest: Digest; readonly mediaType: string; readonly bytes: Uint8Array }
  | { readonly digest: Digest; readonly reason: string };

export interface CollectedNotation {
  readonly found: readonly FoundNotation[];
  /** Referrers of any kind. */
  readonly referrers: number;
  readonly source: ReferrerList['source'];
}

/**
 * Reads the Notation signatures beside a digest. What cannot be read is told, not skipped; a registry that does not answer
 * is thrown. `only`: these alone, written a moment ago. `listed`: the referrers, where somebody has just asked for them.
 */
export async function collectNotation(
  repository: Repository,
  subject: Digest,
  {
    only,
    listed,
  }: {
    readonly only?: readonly Digest[];
    readonly listed?: Pick<Collected, 'referrers' | 'source'>;
  } = {},
): Promise<CollectedNotation> {
  const { source, descriptors } =
    listed === undefined
      ? await repository.listReferrers(subject)
      : { source: listed.source, descriptors: listed.referrers };
  const signatures = descriptors.filter(
    ({ artifactType, digest }) =>
      artifactType === NOTATION_ARTIFACT && (only === undefined || only.includes(digest)),
  );
  const gate = createGate(COLLECT_CONCURRENCY);
  const found = await Promise.all(
    signatures.map((descriptor, at) =>
      at < MAX_NOTATION_SIGNATURES
        ? gate(() => readSignature(repository, descriptor, only !== undefined))
        : Promise.resolve({
            digest: descriptor.digest,
            reason: `more than ${MAX_NOTATION_SIGNATURES} signatures are listed`,
          }),
    ),
  );
  return { found, referrers: descriptors.length, source };
}

async function readSignature(
  repository: Repository,
  { digest }: Descriptor,
  fresh: boolean,
): Promise<FoundNotation> {
  try {
    const stored = await repository.getManifest(digest, { fresh });
    if (stored === undefined) return { digest, reason: 'its manifest is not there' };
    const manifest = readLayers(stored.bytes);
    if (manifest.kind === 'unreadable') return { digest, reason: manifest.reason };
    const [layer, ...others] = manifest.layers;
    if (layer?.kind !== 'layer') return { digest, reason: layer?.reason ?? 'the manifest has no layers' };
    if (others.length > 0) return { digest, reason: 'its manifest has more than one layer' };
    const { descriptor } = layer;
    if (descriptor.size > MAX_NOTATION_ENVELOPE_BYTES) {
      return { digest, reason: `its envelope has ${descriptor.size} bytes, more than is read` };
    }
    const bytes = await repository.getBlob(descriptor, MAX_NOTATION_ENVELOPE_BYTES);
    if (bytes === undefined) return { digest, reason: 'its envelope is not there' };
    return { digest, mediaType: descriptor.mediaType, bytes };
  } catch (error) {
    // Other bytes than the digest says are a fact about this signature; a registry that fails is none.
    const isFact =
      error instanceof CountersignError &&
      (error.fault === 'rejection' || error.code === 'REGISTRY_MISBEHAVED');
    if (!isFact) throw error;
    return { digest, reason: error.message.slice(0, MAX_ERROR_EXCERPT_CHARS) };
  }
}
