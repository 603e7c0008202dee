import { COSIGN_SIGNATURE, shortNameOf } from '../claims/index.js';
import type { ObservedClaim, Seen } from '../doctor/index.js';
import type { StoredClaim } from '../layouts/index.js';
import { judgeClaim, withSuperseded, type SignerRule } from '../policy/index.js';
import type { VerifiedClaim, Verifier } from '../verify/index.js';
import { judge } from './inspect.js';

/** A claim that a repair may carry into other layouts. */
export interface SoundClaim {
  readonly observed: ObservedClaim;
  readonly stored: StoredClaim;
  readonly verified: VerifiedClaim;
}

/**
 * The claims beside a digest that verify by all that the trusted root demands, whose signer the rules accept, and whose
 * place no newer one took: nothing else is ever stored anew.
 */
export function soundClaims(
  { observation, storedAs, collected }: Seen,
  rules: readonly SignerRule[],
  strict: Verifier,
): readonly SoundClaim[] {
  const observedAs = new Map(observation.claims.map((observed) => [storedAs(observed), observed]));
  const { checked, materialOf } = judge(collected, strict);
  const judged = withSuperseded(checked.map((claim) => judgeClaim(claim, rules)));
  return judged.flatMap((claim, index) => {
    const of = checked[index];
    const stored = of && materialOf(of);
    const observed = stored && observedAs.get(stored);
    return claim.state === 'verified' && stored && observed
      ? [{ observed, stored, verified: claim.claim }]
      : [];
  });
}

/** Of claims that are the same, the first. */
export const eachOnce = (claims: readonly SoundClaim[]): readonly SoundClaim[] =>
  claims.filter((claim, index) => claims.findIndex((other) => isSame(claim, other)) === index);

/** Bundles of attestations among them. */
export const attestationBundles = (claims: readonly SoundClaim[]): readonly SoundClaim[] =>
  claims.filter(
    ({ stored, verified }) =>
      stored.layout === 'bundle-referrer' &&
      verified.statement !== undefined &&
      verified.predicateType !== COSIGN_SIGNATURE,
  );

/** The type as people call it; of one without a name the type itself. */
export const nameOf = ({ verified: { predicateType } }: SoundClaim): string => {
  const name = shortNameOf(predicateType);
  return name === 'predicate' ? predicateType : name;
};

/** Whether two claims say the same, byte for byte, by the same signer. */
export const isSame = ({ verified: one }: SoundClaim, { verified: other }: SoundClaim): boolean =>
  Buffer.compare(one.payload, other.payload) === 0 && isSameSigner(one, other);

function isSameSigner({ signer: one }: VerifiedClaim, { signer: other }: VerifiedClaim): boolean {
  if (one.kind === 'key' || other.kind === 'key') {
    return one.kind === 'key' && other.kind === 'key' && one.hint === other.hint;
  }
  return one.identity === other.identity && one.facts.issuer === other.facts.issuer;
}
