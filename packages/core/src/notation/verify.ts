import { asCountersignError, type CountersignError } from '../errors.js';
import { invalidAt, nameOf } from './chain.js';
import { isSame, type Certificate } from './certificate.js';
import { subjectName } from './distinguished-name.js';
import { verifyIntegrity } from './integrity.js';
import { checkTarget } from './payload.js';
import { rejection } from './rejection.js';
import { revocationSources } from './revocation.js';
import { verifyTimestamp } from './timestamp.js';
import { trusts, type TrustStatement, type TrustStoreName, type ValidationType } from './trust-statement.js';
import type { TrustStore } from './trust-store.js';
import type { IntactSignature, TargetArtifact } from './types.js';

/** What came of one validation: `logged` failed, and the policy only wants it told. */
export interface Validation {
  readonly type: ValidationType;
  readonly state: 'passed' | 'failed' | 'logged' | 'skipped';
  readonly reason: string | undefined;
}

export interface NotationVerdict {
  /** undefined: accepted. */
  readonly error: CountersignError | undefined;
  readonly validations: readonly Validation[];
  /** undefined where the envelope did not even hold together. */
  readonly signature: IntactSignature | undefined;
}

/** An envelope as it was found: the media type of its layer, and its bytes. */
export interface FoundEnvelope {
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/**
 * Verifies one signature about one manifest by one statement of a trust policy, in the order of the specification
 * (specs/trust-store-trust-policy.md, "Signature verification"). Stricter than notation in one thing: where the policy only
 * logs that nobody in the trust stores stands behind a signature (level audit), it is told and still not accepted, since
 * anyone who may push could have made it. Rejects only where the trust stores cannot be read.
 */
export async function verifyNotation(
  found: FoundEnvelope,
  target: TargetArtifact,
  statement: TrustStatement,
  store: TrustStore,
  now: Date,
): Promise<NotationVerdict> {
  const validations: Validation[] = [];
  let signature: IntactSignature | undefined;
  try {
    signature = await verifyIntegrity(found.mediaType, found.bytes);
    checkTarget(signature.target, target);
    validations.push({ type: 'integrity', state: 'passed', reason: undefined });
  } catch (thrown) {
    const error = asCountersignError(thrown);
    if (error.fault !== 'rejection') throw error;
    validations.push({ type: 'integrity', state: 'failed', reason: error.message });
    return { error, validations, signature };
  }
  const intact = signature;
  const checks: readonly (readonly [ValidationType, () => Promise<void> | void])[] = [
    ['authenticity', () => checkAuthenticity(intact, statement, store)],
    [
      'expiry',
      () => {
        checkExpiry(intact, now);
      },
    ],
    ['authenticTimestamp', () => checkTime(intact, statement, store, now)],
    [
      'revocation',
      () => {
        checkRevocation(intact.chain);
      },
    ],
  ];
  let failure: CountersignError | undefined;
  for (const [type, check] of checks) {
    const { error, ...validation } = await validate(type, check, statement);
    validations.push(validation);
    const counts = validation.state === 'failed' || (type === 'authenticity' && error !== undefined);
    if (counts) failure ??= error;
  }
  return { error: failure, validations, signature };
}

async function validate(
  type: ValidationType,
  check: () => Promise<void> | void,
  { actions }: TrustStatement,
): Promise<Validation & { readonly error: CountersignError | undefined }> {
  const action = actions[type];
  if (action === 'skip') return { type, state: 'skipped', reason: undefined, error: undefined };
  try {
    await check();
    return { type, state: 'passed', reason: undefined, error: undefined };
  } catch (thrown) {
    const error = asCountersignError(thrown);
    if (error.fault !== 'rejection') throw error;
    return { type, state: action === 'log' ? 'logged' : 'failed', reason: error.message, error };
  }
}

/** A certificate of the chain stands in a trust store of the scheme's type, and the leaf's subject is trusted. */
async function checkAuthenticity(
  { chain, leaf, envelope }: IntactSignature,
  statement: TrustStatement,
  store: TrustStore,
): Promise<void> {
  const type = envelope.scheme === 'notary.x509' ? 'ca' : 'signingAuthority';
  const trusted = await certificatesOf(type, statement, store);
  if (!trusted.some((each) => chain.some((certificate) => isSame(each, certificate)))) {
    throw rejection(
      'CERTIFICATE_UNTRUSTED',
      `The signature is by ${nameOf(leaf)}, and no certificate of its chain is in a trust store ${type} of the statement`,
    );
  }
  if (!isTrustedIdentity(leaf, statement)) {
    throw rejection(
      'SIGNER_NOT_ALLOWED',
      `The signature is by ${nameOf(leaf)}, whom the trust policy does not name`,
    );
  }
}

function isTrustedIdentity(leaf: Certificate, statement: TrustStatement): boolean {
  try {
    return trusts(statement, () => subjectName(leaf.subjectAttributes));
  } catch {
    return false; // a subject that cannot be compared is none that is trusted
  }
}

async function certificatesOf(
  type: TrustStoreName['type'],
  { stores }: TrustStatement,
  store: TrustStore,
): Promise<readonly Certificate[]> {
  const named = stores.filter((each) => each.type === type);
  return (await Promise.all(named.map(store))).flat();
}

function checkExpiry({ envelope: { expiry } }: IntactSignature, now: Date): void {
  if (expiry !== undefined && now >= expiry) {
    throw rejection('SIGNATURE_EXPIRED', `The signature expired at ${expiry.toISOString()}`);
  }
}

/**
 * That the chain was valid when it signed: by the signing authority's own time, by a timestamp where the policy has a tsa
 * trust store (with `afterCertExpiry` only once a certificate has ended), else by being valid now.
 */
async function checkTime(
  { chain, envelope }: IntactSignature,
  statement: TrustStatement,
  store: TrustStore,
  now: Date,
): Promise<void> {
  if (envelope.scheme === 'notary.x509.signingAuthority') {
    checkValidAt(chain, envelope.signingTime, 'when the signing authority signed');
    return;
  }
  const ended = chain.some(({ notAfter }) => now > notAfter);
  const stamped =
    statement.stores.some(({ type }) => type === 'tsa') && (statement.verifyTimestamp === 'always' || ended);
  if (!stamped) {
    checkValidAt(chain, now, 'now, and no timestamp is asked for');
    return;
  }
  if (envelope.timestamp === undefined) {
    throw rejection('TIMESTAMP_INVALID', 'The signature has no timestamp, which the trust policy demands');
  }
  const roots = await certificatesOf('tsa', statement, store);
  const timestamp = verifyTimestamp(envelope.timestamp, envelope.signature, roots);
  checkValidAt(chain, timestamp.earliest, 'at the time of its timestamp');
  checkValidAt(chain, timestamp.latest, 'at the time of its timestamp');
  // notation asks for the authority's revocation whatever the policy says of it; here the policy is followed.
  if (statement.actions.revocation === 'enforce') checkRevocation(timestamp.chain);
}

function checkValidAt(chain: readonly Certificate[], time: Date, when: string): void {
  const outside = invalidAt(chain, time);
  if (outside === undefined) return;
  const { notBefore, notAfter } = outside;
  throw rejection(
    'TIMESTAMP_INVALID',
    `The certificate ${nameOf(outside)}, valid from ${notBefore.toISOString()} to ${notAfter.toISOString()}, was not valid ${when} (${time.toISOString()})`,
  );
}

/** A certificate that names neither OCSP nor a CRL cannot be revoked; of one that does, nobody is asked here. */
function checkRevocation(chain: readonly Certificate[]): void {
  const revocable = chain.slice(0, -1).find((certificate) => revocationSources(certificate).length > 0);
  if (revocable === undefined) return;
  throw rejection(
    'REVOCATION_UNKNOWN',
    `Whether the certificate ${nameOf(revocable)} was revoked was not looked up: it names ${revocationSources(revocable).join(' and ')}`,
  );
}
