import type { VerifiedClaim } from '../verify/index.js';
import type { JudgedClaim } from './types.js';

/**
 * Judged claims in which those that a newer one took the place of are told apart: they count for nothing. What an object
 * names as superseded is signed by nobody, so it is believed only of an accepted claim in the same layout, about the same
 * digest, of the same type, and signed no earlier: whoever may push can hide nothing behind what is older. An old claim that is
 * stored again as another object is not named by anybody and counts beside the newer one. `mayReplace`: asked
 * besides, where no rule says whose claims are accepted.
 */
export function withSuperseded(
  claims: readonly JudgedClaim[],
  mayReplace: (newer: VerifiedClaim, older: VerifiedClaim) => boolean = () => true,
): readonly JudgedClaim[] {
  const newer = claims.filter((one) => one.state === 'verified').filter(({ names }) => names.length > 0);
  if (newer.length === 0) return claims;
  return claims.map((older) => {
    if (older.state !== 'verified') return older;
    const by = newer.find(
      (one) =>
        one !== older &&
        one.names.includes(older.digest) &&
        one.layout === older.layout &&
        one.subject === older.subject &&
        one.claim.predicateType === older.claim.predicateType &&
        isBefore(older.claim, one.claim) &&
        mayReplace(one.claim, older.claim),
    );
    return by === undefined ? older : { ...older, state: 'superseded', by: by.digest };
  });
}

/** By verified times alone, to the second of the log; false where one of them has none. */
export function isBefore(one: VerifiedClaim, other: VerifiedClaim): boolean {
  const latest = Math.max(...one.times.map(({ at }) => at.getTime()));
  const earliest = Math.min(...other.times.map(({ at }) => at.getTime()));
  return one.times.length > 0 && other.times.length > 0 && latest <= earliest;
}
