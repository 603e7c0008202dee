import { COSIGN_SIGNATURE } from '../claims/index.js';
import type { Subject } from '../digest-set/index.js';
import { acceptsAsVerifiersDo, hasBundle, type Seen } from '../doctor/index.js';
import { DEFAULT_MAX_REFERRERS } from '../limits.js';
import type { SignerRule } from '../policy/index.js';
import { bundleOfLayer, type BundleSources } from './doctor-bundle.js';
import { attestationBundles, eachOnce, isSame, nameOf, type SoundClaim } from './doctor-claims.js';
import type { RepairPlan } from './doctor-plan.js';

/**
 * Bundles of attestations that stand in the `.att` tag alone. The first bundle beside an image ends the tags for cosign
 * from 2.6.3 on, so it is only added where nothing of anyone's stands there that would have none.
 */
export async function planBundles(
  seen: Seen,
  subject: Subject,
  sound: readonly SoundClaim[],
  rules: readonly SignerRule[],
  sources: BundleSources,
): Promise<Partial<RepairPlan>> {
  const present = attestationBundles(sound);
  const lacking = eachOnce(
    sound.filter(
      (claim) => claim.stored.layout === 'attestation-tag' && !present.some((other) => isSame(claim, other)),
    ),
  );
  if (lacking.length === 0) return {};
  const notAdded = (why: string): Partial<RepairPlan> => ({
    left: lacking.map((claim) => `${nameOf(claim)}: its bundle is not added, since ${why}`),
  });
  const isSigned = sound.some(({ stored }) => stored.layout === 'signature-tag');
  const hasSignatureBundle = sound.some(
    ({ stored, verified }) =>
      stored.layout === 'bundle-referrer' && verified.predicateType === COSIGN_SIGNATURE,
  );
  if (isSigned && !hasSignatureBundle) {
    return notAdded(
      'the signature has none: cosign from 2.6.3 on would not look at the .sig tag any more. Sign the image again first',
    );
  }
  const isFirst = !hasBundle(seen.observation);
  if (isFirst && holdsOthers(seen, rules)) {
    return notAdded(
      'claims of others, or some that do not verify, stand in the tags alone: cosign from 2.6.3 on would not look at them any more',
    );
  }
  if (seen.collected.referrers.length + lacking.length > DEFAULT_MAX_REFERRERS) {
    return {
      left: [`no bundle is added: the digest would have more than ${DEFAULT_MAX_REFERRERS} referrers`],
    };
  }
  const made = await Promise.all(
    lacking.map(async (claim) => ({ claim, bundle: await bundleOfLayer(claim, subject, sources) })),
  );
  const failed = made.flatMap(({ claim, bundle }) => (typeof bundle === 'string' ? [{ claim, bundle }] : []));
  const whyFailed = failed.map(({ claim, bundle }) => `${nameOf(claim)}: no bundle can be made: ${bundle}`);
  if (isFirst && failed.length > 0) {
    const rest = made.filter(({ bundle }) => typeof bundle !== 'string').map(({ claim }) => nameOf(claim));
    const why =
      'its bundle is not added, since cosign from 2.6.3 on would not look at what has none any more';
    return { left: [...whyFailed, ...rest.map((name) => `${name}: ${why}`)] };
  }
  const good = made.flatMap(({ claim, bundle }) => (typeof bundle === 'string' ? [] : [{ claim, bundle }]));
  return {
    bundles: good.map(({ bundle }) => bundle),
    done: good.map(({ claim }) => `${nameOf(claim)}: add its bundle, made of the .att layer`),
    left: whyFailed,
  };
}

/** What someone may read in a tag, and is not theirs who repairs. A claim by a key that nobody gave verifies for its owner. */
function holdsOthers({ observation, storedAs }: Seen, rules: readonly SignerRule[]): boolean {
  const accepts = acceptsAsVerifiersDo(rules);
  return observation.claims.some(
    (claim) =>
      (claim.layout === 'signature-tag' || claim.layout === 'attestation-tag') &&
      storedAs(claim) !== undefined &&
      (claim.verified === undefined || !accepts(claim.verified)),
  );
}
