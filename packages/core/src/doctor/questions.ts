import { COSIGN_SIGNATURE } from '../claims/index.js';
import type { SignerRule } from '../policy/index.js';
import { acceptsAsVerifiersDo } from './accepts.js';
import type { Observation, ObservedClaim, Question } from './types.js';

/**
 * What there is to ask about a digest: whether it is signed, always; and for each attestation that verified and whose
 * signer counts, whether it is seen. Each is asked the way that its signer would have it asked: by certificate or key,
 * with the log that it was written to. What does not verify raises no question: anyone who may push could.
 */
export function questionsOf(seen: Observation, rules: readonly SignerRule[]): readonly Question[] {
  const accepts = acceptsAsVerifiersDo(rules);
  const good = seen.claims.filter(({ verified }) => verified !== undefined && accepts(verified));
  const types = new Set(
    good.map(({ predicateType }) => predicateType).filter((type) => type !== COSIGN_SIGNATURE),
  );
  const asked = [undefined, ...[...types].filter((type) => type !== undefined).sort()];
  return asked.flatMap((predicateType) => {
    const ofType = good.filter((claim) => claim.predicateType === (predicateType ?? COSIGN_SIGNATURE));
    const kinds = new Set(
      ofType.map(({ verified }) => verified?.signer.kind).filter((kind) => kind !== undefined),
    );
    // Where nothing verified, the question is asked as the rules suggest.
    if (kinds.size === 0) kinds.add(onlyKeys(seen, rules) ? 'key' : 'certificate');
    return [...kinds].sort().map((by): Question => {
      const claims = ofType.filter(({ verified }) => verified?.signer.kind === by);
      return {
        predicateType,
        by,
        witness: witnessOf(claims, by),
        intermediates: undefined,
        trust: 'either',
        accepts,
      };
    });
  });
}

const onlyKeys = ({ claims }: Observation, rules: readonly SignerRule[]): boolean =>
  rules.length > 0
    ? rules.every(({ kind }) => kind === 'key')
    : claims.length > 0 && claims.every(({ traits }) => traits !== undefined && !hasCertificate(traits));

const hasCertificate = (traits: NonNullable<ObservedClaim['traits']>): boolean =>
  traits.form === 'layer' ? traits.certificate : traits.material !== 'key';

function witnessOf(claims: readonly ObservedClaim[], by: Question['by']): Question['witness'] {
  const traits = claims.map((claim) => claim.traits).filter((one) => one !== undefined);
  const isPromised = traits.some((one) =>
    one.form === 'layer' ? one.promise : one.entries.some(({ promise }) => promise),
  );
  if (isPromised) return 'log';
  if (traits.some((one) => one.form === 'bundle' && one.entries.length > 0)) {
    return by === 'key' ? 'log' : 'log-and-timestamp';
  }
  if (by === 'key') return claims.length === 0 ? 'log' : 'none';
  const isStamped = claims.some(({ verified }) =>
    verified?.times.some(({ witness }) => witness === 'timestamp-authority'),
  );
  return isStamped ? 'timestamp' : 'log';
}
