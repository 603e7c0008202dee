import type { Claim } from '../claims/index.js';
import { asCountersignError, CountersignError } from '../errors.js';
import {
  attestationLayer,
  bundleReferrer,
  signatureLayer,
  type BundleReferrer,
  type Layer,
  type LayerWitness,
} from '../layouts/index.js';
import { digestOf, DSSE_ENVELOPE, SIMPLE_SIGNING, type Digest } from '../oci/index.js';
import type { SignedEnvelope, SignedSimple, SigningSession } from '../sign/index.js';
import type { VerifiedClaim, Verifier } from '../verify/index.js';
import type { PlannedClaim, PresentClaim } from './plan.js';
import type { Rebuild } from './rebuild.js';

/** What is stored of one claim: the object of each layout, verified before it leaves this machine. */
export interface Material {
  readonly planned: PlannedClaim;
  readonly bundle:
    | {
        /** Its layer is the bundle's JSON. */
        readonly referrer: BundleReferrer;
        readonly verified: VerifiedClaim;
        readonly isNew: boolean;
      }
    | undefined;
  readonly layer: { readonly layer: Layer; readonly verified: VerifiedClaim } | undefined;
}

export interface MaterialSources {
  readonly session: SigningSession;
  readonly verifier: Verifier;
  readonly rebuild: Rebuild;
  /** Digests of the older objects that those of a claim name as superseded. */
  readonly supersedes: (
    planned: PlannedClaim,
    layout: 'attestation-tag' | 'bundle-referrer',
  ) => readonly Digest[];
}

/**
 * Signs what has to be signed of a claim and completes the rest from what is stored. Each object is verified against the
 * trusted root as a consumer would: trust and services that do not belong together show here, before anything is
 * written. Throws what the session throws, and rejections.
 */
export async function makeMaterial(planned: PlannedClaim, sources: MaterialSources): Promise<Material> {
  const { claim } = planned.wanted;
  const { session, verifier } = sources;
  const [statement, simple] = await Promise.all([
    planned.signStatement ? session.signStatement(claim.payload) : undefined,
    planned.signSimple && claim.simpleSigning !== undefined
      ? session.signSimple(claim.simpleSigning)
      : undefined,
  ]);
  const bytes = statement === undefined ? bytesOf(planned.source.bundle) : statement.bundle;
  const layer = layerOf(planned, sources, statement, simple);
  return {
    planned,
    bundle: bytes === undefined ? undefined : bundleOf(bytes, planned, sources, statement !== undefined),
    layer: layer === undefined ? undefined : { layer, verified: verifyLayer(layer, claim, verifier) },
  };
}

function bundleOf(
  bytes: Uint8Array,
  planned: PlannedClaim,
  { verifier, supersedes }: MaterialSources,
  isNew: boolean,
): Material['bundle'] {
  const { claim } = planned.wanted;
  const verified = checkOwn(() => verifier.verify({ kind: 'bundle', bytes }, claim.subject.digest));
  const older = supersedes(planned, 'bundle-referrer');
  const referrer = bundleReferrer(bytes, claim.predicateType, claim.subject, signedAt(verified), older);
  return { referrer, verified, isNew };
}

/** The log's time before an authority's: the same for everyone who looks at the same bundle. */
export function signedAt({ times }: VerifiedClaim): Date | undefined {
  const logged = times.filter(({ witness }) => witness === 'log');
  const [earliest] = (logged.length > 0 ? logged : times)
    .map(({ at }) => at)
    .sort((one, other) => one.getTime() - other.getTime());
  return earliest;
}

function layerOf(
  planned: PlannedClaim,
  sources: MaterialSources,
  statement: SignedEnvelope | undefined,
  simple: SignedSimple | undefined,
): Layer | undefined {
  const { wanted, source } = planned;
  const { claim, layouts } = wanted;
  if (!layouts.includes(claim.kind === 'signature' ? 'signature-tag' : 'attestation-tag')) return undefined;
  if (simple !== undefined) {
    return signatureLayer(simple.payload, simple.signature, witnessOf(simple));
  }
  if (claim.kind !== 'signature' && statement !== undefined) {
    return attestationLayer(
      statement.envelope,
      claim.predicateType,
      witnessOf(statement),
      sources.supersedes(planned, 'attestation-tag'),
    );
  }
  if (source.layer !== undefined) return copyOf(source.layer);
  return source.bundle === undefined ? undefined : sources.rebuild(claim, source.bundle);
}

/**
 * Without a timestamp: where a certificate has no promise of a log, no layer is written (chooseLayouts). Throws INTERNAL
 * for an entry without a promise, which no reader of these layers knows what to do with.
 */
function witnessOf({ signer, logEntries }: SignedSimple | SignedEnvelope): LayerWitness {
  const certificate = signer.kind === 'key' ? undefined : { leaf: signer.leaf, chain: signer.chain };
  const [logEntry] = logEntries;
  const promised = logEntry?.signedEntryTimestamp === undefined ? undefined : logEntry;
  if (promised === undefined && (logEntry !== undefined || certificate !== undefined)) {
    throw new CountersignError('INTERNAL', {
      what: 'A layer came to be written without the promise of a log',
      remedy: 'This is a defect in Countersign: please report it.',
    });
  }
  return { certificate, logEntry: promised, timestamp: undefined };
}

/** The layer as it stands elsewhere, with its annotations. */
function copyOf({ stored }: PresentClaim): Layer | undefined {
  const { material } = stored;
  if (material.kind === 'bundle') return undefined;
  const { payload: blob, annotations } = material;
  const mediaType = material.kind === 'simple-signing' ? SIMPLE_SIGNING : DSSE_ENVELOPE;
  return { descriptor: { mediaType, size: blob.length, digest: digestOf(blob), annotations }, blob };
}

function verifyLayer({ blob: payload, descriptor }: Layer, claim: Claim, verifier: Verifier): VerifiedClaim {
  const kind = claim.kind === 'signature' ? 'simple-signing' : 'dsse-layer';
  const annotations = descriptor.annotations ?? {};
  return checkOwn(() => verifier.verify({ kind, payload, annotations }, claim.subject.digest));
}

/** What was just signed does not verify: the services and the trusted root are not of one Sigstore. */
function checkOwn(verify: () => VerifiedClaim): VerifiedClaim {
  try {
    return verify();
  } catch (thrown) {
    const error = asCountersignError(thrown);
    if (error.fault !== 'rejection') throw error;
    throw new CountersignError(error.code, {
      what: `What was signed does not verify, so nothing was stored: ${error.message}`,
      remedy: 'Give a trusted root that belongs to the signing services (trusted-root, signing-config).',
      cause: error,
    });
  }
}

const bytesOf = (present: PresentClaim | undefined): Uint8Array | undefined =>
  present?.stored.material.kind === 'bundle' ? present.stored.material.bytes : undefined;
