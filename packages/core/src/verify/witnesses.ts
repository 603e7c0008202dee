import { createPublicKey } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import type { TransparencyLogEntry } from '@sigstore/bundle';
import { Verifier as LibraryVerifier } from '@sigstore/verify';
import type { SignedEntity } from '@sigstore/verify';
import { LeafWithoutScts, checkLogValidity, knownTimestamps } from './authorities.js';
import type { Authorities } from './authorities.js';
import { logsAsNamed } from './checkpoint-names.js';
import type { Evidence, SignedContent } from './evidence.js';
import { checkLogEntry } from './log-entry.js';
import type { SigningKey } from './log-entry.js';
import { rejection } from './rejection.js';
import type { TrustRequirements } from './requirements.js';
import { isDigestOfSigned, isSignedBy, payloadDigest } from './signature.js';
import { checkTileEntry } from './tile-entry.js';
import { StampedTimestamp } from './timestamp.js';
import type { VerifiedClaim } from './types.js';
import { asVerdict } from './verdict.js';

/** Whose signature it is: found, and not yet vouched for. */
export type Signing =
  | Extract<SigningKey, { kind: 'certificate' }>
  | { readonly kind: 'key'; readonly key: KeyObject; readonly hint: string };

/** What the witnesses of a claim established. */
export type Witnessed = Pick<VerifiedClaim, 'logEntries' | 'times'>;

/**
 * Certificate chain, SCT, log entries and timestamps, as far as the trusted root demands or the claim brings them.
 * Throws CERTIFICATE_UNTRUSTED, LOG_ENTRY_INVALID, TIMESTAMP_INVALID, BUNDLE_MALFORMED, BUNDLE_UNSUPPORTED.
 */
export function verifyWitnesses(
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
      : asVerdict(() => evidence.logEntries.map((entry) => checkLogEntry(entry, content, signing)));
  for (const entry of logEntries) checkTileEntry(entry, authorities);
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
    signature: toLibrary(content, keyOf(signing)),
    key:
      signing.kind === 'key'
        ? { $case: 'public-key', hint: signing.hint }
        : {
            $case: 'certificate',
            certificate:
              authorities.ctlogs.length > 0
                ? signing.certificate
                : new LeafWithoutScts(signing.certificate.root),
          },
    tlogEntries: [...logEntries],
    timestamps: [
      ...promised.map((tlogEntry) => ({ $case: 'transparency-log' as const, tlogEntry })),
      ...timestamps.map((timestamp) => ({ $case: 'timestamp-authority' as const, timestamp })),
    ],
  };
  const library = new LibraryVerifier(
    {
      ...authorities,
      tlogs: logsAsNamed(logEntries, authorities.tlogs),
      publicKey: () => ({ publicKey: keyOf(signing), validFor: () => true }),
    },
    {
      tlogThreshold: certified?.logEntries ?? 0,
      ctlogThreshold: certified?.certificateLogPromises ?? 0,
      timestampThreshold: certified?.verifiedTimes ?? 0,
    },
  );
  asVerdict(() => library.verify(entity));
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

const toLibrary = (content: SignedContent, signer: KeyObject): SignedEntity['signature'] => ({
  signature: content.signature,
  compareSignature: (signature) => content.signature.equals(signature),
  compareDigest: (digest) => payloadDigest(content).equals(digest),
  compareSignedDigest: (digest) => isDigestOfSigned(digest, content, signer),
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
