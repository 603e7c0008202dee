import { X509Certificate } from 'node:crypto';
import type { Claim } from '../claims/index.js';
import { CountersignError } from '../errors.js';
import { memberAt } from '../json.js';
import { attestationLayer, chainAbove, type Layer, type LoggedPromise } from '../layouts/index.js';
import { envelopeJson } from '../sign/index.js';
import type { TrustMaterial } from '../trust/index.js';
import type { Verifier } from '../verify/index.js';
import type { PresentClaim } from './plan.js';

/** Makes the attestation tag's layer of a bundle that is stored already; undefined where it lacks something. */
export type Rebuild = (claim: Claim, bundle: PresentClaim) => Layer | undefined;

/**
 * A run that was interrupted after the bundle is completed without signing again: envelope, certificate and the log's
 * promise are in the bundle, the chain is in the trusted root. What comes out has to verify, or it is not taken: another
 * tool may have logged the same envelope in other bytes. `logged`: this run writes to a log, so a layer without its promise
 * would be less than what this run signs anew: a bundle without a log, or one of Rekor v2, is then not enough.
 */
export function createRebuild(
  trust: TrustMaterial | undefined,
  verifier: Verifier,
  logged: boolean,
): Rebuild {
  const known = new Map<PresentClaim, Layer | undefined>();
  return (claim, bundle) => {
    if (!known.has(bundle)) {
      known.set(bundle, verified(rebuild(claim, bundle, trust, logged), claim, verifier));
    }
    return known.get(bundle);
  };
}

function verified(layer: Layer | undefined, claim: Claim, verifier: Verifier): Layer | undefined {
  if (layer === undefined) return undefined;
  const annotations = layer.descriptor.annotations ?? {};
  try {
    verifier.verify({ kind: 'dsse-layer', payload: layer.blob, annotations }, claim.subject.digest);
    return layer;
  } catch (error) {
    if (error instanceof CountersignError && error.fault === 'rejection') return undefined;
    throw error;
  }
}

function rebuild(
  claim: Claim,
  { stored, verified: facts }: PresentClaim,
  trust: TrustMaterial | undefined,
  logged: boolean,
): Layer | undefined {
  if (stored.material.kind !== 'bundle') return undefined;
  // It verified, so it is JSON of a bundle; members that it may leave out are looked for all the same.
  const json: unknown = JSON.parse(Buffer.from(stored.material.bytes).toString('utf8'));
  const signature = text(memberAt(json, 'dsseEnvelope', 'signatures', 0, 'sig'));
  const rawCertificate = text(memberAt(json, 'verificationMaterial', 'certificate', 'rawBytes'));
  const logEntry = promiseOf(memberAt(json, 'verificationMaterial', 'tlogEntries', 0));
  if (signature === undefined || (logged && logEntry === undefined)) return undefined;
  const envelope = envelopeJson(facts.payload, Buffer.from(signature, 'base64'));
  if (facts.signer.kind === 'key') {
    return attestationLayer(envelope, claim.predicateType, {
      certificate: undefined,
      logEntry,
      timestamp: undefined,
    });
  }
  // A certificate needs a time: without the promise the layer would need a timestamp, and those are taken when signing.
  if (rawCertificate === undefined || logEntry === undefined || trust === undefined) return undefined;
  const leaf = new X509Certificate(Buffer.from(rawCertificate, 'base64'));
  const chain = chainAbove(leaf, trust);
  if (chain.length === 0) return undefined;
  return attestationLayer(envelope, claim.predicateType, {
    certificate: { leaf, chain },
    logEntry,
    timestamp: undefined,
  });
}

function promiseOf(entry: unknown): LoggedPromise | undefined {
  const body = text(memberAt(entry, 'canonicalizedBody'));
  const keyId = text(memberAt(entry, 'logId', 'keyId'));
  const signedEntryTimestamp = text(memberAt(entry, 'inclusionPromise', 'signedEntryTimestamp'));
  const integratedTime = Number(memberAt(entry, 'integratedTime'));
  const logIndex = Number(memberAt(entry, 'logIndex'));
  if (body === undefined || keyId === undefined || signedEntryTimestamp === undefined) return undefined;
  if (!Number.isSafeInteger(integratedTime) || !Number.isSafeInteger(logIndex)) return undefined;
  const logId = Buffer.from(keyId, 'base64').toString('hex');
  return { body, integratedTime, logIndex, logId, signedEntryTimestamp };
}

const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;
