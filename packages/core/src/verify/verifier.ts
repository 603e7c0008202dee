import { createPublicKey } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import type { TransparencyLogEntry } from '@sigstore/bundle';
import { VerificationError, Verifier as LibraryVerifier } from '@sigstore/verify';
import type { SignedEntity } from '@sigstore/verify';
import { CountersignError } from '../errors.js';
import type { ClaimMaterial } from '../layouts/index.js';
import type { Digest } from '../oci/index.js';
import type { TrustMaterial } from '../trust/index.js';
import { authoritiesOf, checkLogValidity, knownTimestamps } from './authorities.js';
import type { Authorities } from './authorities.js';
import { bindToSubject, checkDigest } from './binding.js';
import { readBundle } from './bundle-evidence.js';
import { readCertificate } from './certificate.js';
import type { Evidence, SignedContent } from './evidence.js';
import { readAttestationLayer, readSignatureLayer } from './layer-evidence.js';
import { checkLogEntry } from './log-entry.js';
import type { SigningKey } from './log-entry.js';
import { parsePublicKey } from './public-keys.js';
import type { TrustedKey } from './public-keys.js';
import { rejection } from './rejection.js';
import type { RejectionCode } from './rejection.js';
import { deriveRequirements } from './requirements.js';
import type { TrustRequirements } from './requirements.js';
import { isSignedBy, payloadDigest, signedDigest } from './signature.js';
import { StampedTimestamp } from './timestamp.js';
import type { VerifiedClaim, VerifiedSigner } from './types.js';

export interface VerifyClaimOptions {
  /** PREDICATE_TYPE_MISMATCH unless the claim is of exactly this type. */
  readonly expectedPredicateType?: string;
  /** The subject's bytes, for a message signature whose key cannot be verified over a digest (RSA, Ed25519). */
  readonly artifact?: Uint8Array;
}

/** Establishes facts about claims; pure, no I/O, no policy. Made once per trusted root and set of keys. */
export interface Verifier {
  /** What a certificate's claim has to bring; undefined without a trusted root. */
  readonly requirements: TrustRequirements | undefined;
  /**
   * Verifies one claim as the claim about `subject`. Whoever signed is told, not judged: hand the answer to the policy.
   * Throws a CountersignError of fault *rejection*, and nothing else, for whatever the material holds.
   */
  verify(material: ClaimMaterial, subject: Digest, options?: VerifyClaimOptions): VerifiedClaim;
}

/**
 * `trust`: verifies certificates, logs and timestamps; undefined with keys alone, then witnesses are not looked at.
 * `keys`: PEM public keys, any of which may have signed. Throws KEY_INVALID.
 */
export function createVerifier(from: {
  readonly trust: TrustMaterial | undefined;
  readonly keys: readonly string[];
}): Verifier {
  const keys = from.keys.map(parsePublicKey);
  const authorities = from.trust === undefined ? undefined : authoritiesOf(from.trust);
  const requirements = deriveRequirements(from.trust);
  return {
    requirements,
    verify: (material, subject, options = {}) => {
      const evidence = readEvidence(material, options.artifact);
      const { content } = evidence;
      if (content.kind === 'digest') checkDigest(content, subject);
      const signing = findSigner(evidence, keys);
      const witnessed =
        authorities === undefined
          ? withoutTrustedRoot(signing)
          : verifyWitnesses(evidence, signing, authorities, requirements);
      const signer: VerifiedSigner =
        signing.kind === 'key'
          ? { kind: 'key', hint: signing.hint }
          : { kind: 'certificate', ...read(() => readCertificate(signing.certificate)) };
      return {
        signer,
        subject,
        ...bindToSubject(content, subject, options.expectedPredicateType),
        ...witnessed,
      };
    },
  };
}

function readEvidence(material: ClaimMaterial, artifact: Uint8Array | undefined): Evidence {
  switch (material.kind) {
    case 'bundle':
      return read(() => readBundle(material.bytes, artifact));
    case 'simple-signing':
      return read(() => readSignatureLayer(material.payload, material.annotations));
    case 'dsse-layer':
      return read(() => readAttestationLayer(material.payload, material.annotations));
  }
}

type Signing =
  | Extract<SigningKey, { kind: 'certificate' }>
  | { readonly kind: 'key'; readonly key: KeyObject; readonly hint: string };

/** Whose signature it is, before anybody vouches for that key. Throws SIGNATURE_INVALID, SIGNER_NOT_ALLOWED. */
function findSigner({ signer, content }: Evidence, keys: readonly TrustedKey[]): Signing {
  if (signer.kind === 'certificate') {
    const { certificate } = signer;
    const key = read(() => createPublicKey({ key: certificate.publicKey, format: 'der', type: 'spki' }));
    if (!isSignedBy(content, key)) throw badSignature("the certificate's key");
    return { kind: 'certificate', certificate };
  }
  const found = keys.find(({ key }) => isSignedBy(content, key));
  if (found !== undefined) return { kind: 'key', ...found };
  if (keys.length === 0) {
    throw rejection(
      'SIGNER_NOT_ALLOWED',
      'The claim is signed with a key, and no key was given to verify it',
    );
  }
  const meant = keys.some(({ hint }) => hint === signer.hint);
  if (meant || signer.hint === undefined) throw badSignature('any key that was given');
  throw rejection('SIGNER_NOT_ALLOWED', 'The claim is signed with a key other than those given');
}

const badSignature = (by: string) =>
  rejection(
    'SIGNATURE_INVALID',
    `The signature does not verify with ${by}: what was signed was changed, or the signature`,
  );

type Witnessed = Pick<VerifiedClaim, 'logEntries' | 'times'>;

function withoutTrustedRoot(signing: Signing): Witnessed {
  if (signing.kind === 'key') return { logEntries: [], times: [] };
  throw rejection('SIGNER_NOT_ALLOWED', 'The claim is signed with a certificate, and only keys are accepted');
}

/** Certificate chain, SCT, log entries and timestamps. Each error names what failed. */
function verifyWitnesses(
  evidence: Evidence,
  signing: Signing,
  authorities: Authorities,
  requirements: TrustRequirements | undefined,
): Witnessed {
  const { content } = evidence;
  // Entries are evidence only where the trusted root names a log that could vouch for them.
  const logEntries =
    authorities.tlogs.length === 0
      ? []
      : read(() => evidence.logEntries.map((entry) => checkLogEntry(entry, content, signing)));
  const timestamps = knownTimestamps(
    evidence.timestamps.map((der) => StampedTimestamp.read(der, evidence.stamped)),
    authorities,
  );
  const promised = logEntries.filter(({ inclusionPromise }) => inclusionPromise !== undefined);
  const certified = signing.kind === 'certificate' ? requirements : undefined;
  if (certified !== undefined) {
    demandWitnesses(certified, logEntries.length, promised.length + timestamps.length);
  }
  const entity: SignedEntity = {
    signature: toLibrary(content),
    key:
      signing.kind === 'key'
        ? { $case: 'public-key', hint: signing.hint }
        : { $case: 'certificate', certificate: signing.certificate },
    tlogEntries: [...logEntries],
    timestamps: [
      ...promised.map((tlogEntry) => ({ $case: 'transparency-log' as const, tlogEntry })),
      ...timestamps.map((timestamp) => ({ $case: 'timestamp-authority' as const, timestamp })),
    ],
  };
  const library = new LibraryVerifier(
    { ...authorities, publicKey: () => ({ publicKey: keyOf(signing), validFor: () => true }) },
    {
      tlogThreshold: certified?.logEntries ?? 0,
      ctlogThreshold: certified?.certificateLogPromises ?? 0,
      timestampThreshold: certified?.verifiedTimes ?? 0,
    },
  );
  read(() => library.verify(entity));
  const stamped = timestamps.map((timestamp) => timestamp.signingTime);
  for (const entry of logEntries) checkLogValidity(entry, authorities, stamped);
  return {
    logEntries: logEntries.map(factsOf),
    times: [
      ...promised.map((entry) => ({ at: timeOf(entry), witness: 'log' as const })),
      ...stamped.map((at) => ({ at, witness: 'timestamp-authority' as const })),
    ],
  };
}

/** The library's own thresholds count the same; these two sentences say what is missing. */
function demandWitnesses(required: TrustRequirements, logEntries: number, times: number): void {
  if (logEntries < required.logEntries) {
    throw rejection('LOG_ENTRY_INVALID', 'The claim brings no log entry, and the trusted root demands one');
  }
  if (times < required.verifiedTimes) {
    throw rejection('TIMESTAMP_INVALID', 'Nobody whom the trusted root names says when the claim was signed');
  }
}

const keyOf = (signing: Signing): KeyObject =>
  signing.kind === 'key'
    ? signing.key
    : createPublicKey({ key: signing.certificate.publicKey, format: 'der', type: 'spki' });

const toLibrary = (content: SignedContent): SignedEntity['signature'] => ({
  signature: content.signature,
  compareSignature: (signature) => content.signature.equals(signature),
  compareDigest: (digest) => payloadDigest(content).equals(digest),
  compareSignedDigest: (digest) => signedDigest(content).equals(digest),
  verifySignature: (key) => isSignedBy(content, key),
});

/** The promise signs the index in the whole log; without it only the index in the proof's tree is authentic. */
const factsOf = (entry: TransparencyLogEntry): VerifiedClaim['logEntries'][number] => ({
  logIndex: Number(
    entry.inclusionPromise === undefined
      ? (entry.inclusionProof?.logIndex ?? entry.logIndex)
      : entry.logIndex,
  ),
  logId: entry.logId.keyId.toString('hex'),
  integratedTime: entry.inclusionPromise === undefined ? undefined : timeOf(entry),
});

const timeOf = (entry: TransparencyLogEntry): Date => new Date(Number(entry.integratedTime) * 1000);

/** Runs what reads hostile bytes: any error that is not a verdict yet becomes one. */
function read<T>(step: () => T): T {
  try {
    return step();
  } catch (cause) {
    if (cause instanceof CountersignError) throw cause;
    if (cause instanceof VerificationError) {
      throw rejection(codeOf(cause.code), sentence(deepest(cause)), cause);
    }
    throw rejection('BUNDLE_MALFORMED', 'The claim is not put together as it should be', cause);
  }
}

function codeOf(code: string): RejectionCode {
  if (code.startsWith('TLOG')) return 'LOG_ENTRY_INVALID';
  if (code === 'TIMESTAMP_ERROR') return 'TIMESTAMP_INVALID';
  if (code === 'CERTIFICATE_ERROR') return 'CERTIFICATE_UNTRUSTED';
  return code === 'SIGNATURE_ERROR' ? 'SIGNATURE_INVALID' : 'SIGNER_NOT_ALLOWED';
}

/** The chain's own error says more than "failed to verify certificate chain". */
function deepest(error: VerificationError): string {
  const { cause } = error as { cause?: unknown };
  return cause instanceof Error ? `${error.message}: ${cause.message}` : error.message;
}

const sentence = (text: string): string =>
  `Verification failed: ${text.slice(0, 300).replaceAll(/[^\x20-\x7e]/g, '?')}`;
