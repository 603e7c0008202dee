import type { VerifiedClaim } from '../verify/index.js';
import { hasType } from './decide.js';
import type { Decision } from './types.js';

/**
 * The attestations that met a requirement: they verified, a rule accepts their signer, and something of their type was
 * demanded of just that digest. The newest first; one that is stored in several layouts is there once.
 */
export function claimsThatMet({ claims, requirements }: Decision): readonly VerifiedClaim[] {
  const met = claims
    .filter((judged) => judged.state === 'verified')
    .filter(({ subject, claim }) =>
      requirements.some(
        ({ requirement, subject: demanded }) =>
          requirement.kind === 'attestation' &&
          demanded === subject &&
          claim.subject === subject &&
          hasType(requirement, claim.predicateType),
      ),
    )
    .map(({ claim }) => claim);
  const distinct = new Map(met.map((claim) => [`${claim.subject} ${textOf(claim)}`, claim]));
  return [...distinct.values()].sort((one, other) => signedAt(other) - signedAt(one) || byText(one, other));
}

/** The latest time that a log or a timestamp authority vouches for; the epoch where none does (a key without a log). */
const signedAt = ({ times }: VerifiedClaim): number => Math.max(0, ...times.map(({ at }) => at.getTime()));

const textOf = ({ payload }: VerifiedClaim): string => Buffer.from(payload).toString('latin1');

/** Claims of the same second are in the same order in each run. */
const byText = (one: VerifiedClaim, other: VerifiedClaim): number =>
  Buffer.compare(one.payload, other.payload);
