import { COSIGN_SIGNATURE } from '../claims/predicate-types.js';
import type { ImageSet, Subject } from '../digest-set/index.js';
import type { CountersignError } from '../errors.js';
import { MAX_SHOWN_REASONS } from '../limits.js';
import { asCountersignError } from '../errors.js';
import type { Digest } from '../oci/index.js';
import type { LayoutName } from '../layouts/index.js';
import type { VerifiedClaim } from '../verify/index.js';
import { requireAllowedSigner } from './match-signer.js';
import { withSuperseded } from './superseded.js';
import type { Decision, JudgedClaim, Requirement, SignerRule } from './types.js';

/** A stored claim after verification: what it proved, or why it proved nothing. */
export type CheckedClaim = {
  readonly layout: LayoutName;
  readonly subject: Digest;
  readonly digest: Digest;
  /** What the stored object names as superseded: unsigned. */
  readonly names: readonly Digest[];
} & (
  | { readonly claim: VerifiedClaim; readonly error?: undefined }
  | {
      readonly claim?: undefined;
      readonly error: CountersignError;
      readonly predicateType: string | undefined;
    }
);

/** Applies the identity rules to one claim: verified only where cryptography and a rule agree. */
export function judgeClaim(checked: CheckedClaim, signers: readonly SignerRule[]): JudgedClaim {
  const { layout, subject, digest, names } = checked;
  const where = { layout, subject, digest, names };
  if (checked.claim === undefined) {
    const { error, predicateType } = checked;
    return { ...where, state: 'rejected', predicateType, claim: undefined, error };
  }
  const { claim } = checked;
  try {
    requireAllowedSigner(claim.signer, signers);
    return { ...where, state: 'verified', claim };
  } catch (error) {
    const { predicateType } = claim;
    return { ...where, state: 'rejected', predicateType, claim, error: asCountersignError(error) };
  }
}

/**
 * Whether an image has all that is required of it, signed by whom the rules accept. Pure: the same facts give the same
 * decision. A claim counts for the digest beside which it was found and verified, never for another, and an attestation
 * never counts as a signature. Without a rule or a requirement nothing is accepted.
 */
export function decide(
  image: ImageSet,
  checked: readonly CheckedClaim[],
  signers: readonly SignerRule[],
  required: readonly Requirement[],
): Decision {
  const claims = withSuperseded(checked.map((claim) => judgeClaim(claim, signers)));
  const requirements = required.flatMap((requirement) =>
    (requirement.everywhere ? [image.root, ...image.platforms] : [image.root]).map((subject) =>
      examine(requirement, subject, claims),
    ),
  );
  const accepted = requirements.length > 0 && requirements.every(({ met }) => met);
  return { image, verdict: accepted ? 'accepted' : 'rejected', claims, requirements };
}

function examine(
  requirement: Requirement,
  subject: Subject,
  claims: readonly JudgedClaim[],
): Decision['requirements'][number] {
  const here = claims.filter((claim) => claim.subject === subject.digest);
  const met = here.some(
    (claim) => claim.state === 'verified' && satisfies(requirement, claim.claim, subject),
  );
  const failed = met ? [] : candidates(requirement, here);
  const reason = met ? undefined : whyUnmet(requirement, failed);
  const cause = failed[0]?.error;
  return { requirement, subject: subject.digest, platform: subject.platform, met, reason, cause };
}

const satisfies = (requirement: Requirement, claim: VerifiedClaim, subject: Subject): boolean =>
  claim.subject === subject.digest && hasType(requirement, claim.predicateType);

/** Whether a claim of this type is what is asked for. */
export const hasType = (requirement: Requirement, predicateType: string): boolean =>
  requirement.kind === 'signature'
    ? predicateType === COSIGN_SIGNATURE
    : predicateType !== COSIGN_SIGNATURE && requirement.predicateTypes.includes(predicateType);

type RejectedClaim = Extract<JudgedClaim, { state: 'rejected' }>;

/** Claims of the required type that failed, and those that failed before their type could be told. */
const candidates = (requirement: Requirement, here: readonly JudgedClaim[]): readonly RejectedClaim[] =>
  here
    .filter((claim) => claim.state === 'rejected')
    .filter(({ predicateType }) => predicateType === undefined || hasType(requirement, predicateType));

function whyUnmet(requirement: Requirement, failed: readonly RejectedClaim[]): string {
  const reasons = failed.map(({ layout, digest, error }) => `${layout} ${digest}: ${error.message}`);
  const distinct = [...new Set(reasons)];
  if (distinct.length === 0) return `no ${requirement.name} was found`;
  const more = distinct.length - MAX_SHOWN_REASONS;
  return [...distinct.slice(0, MAX_SHOWN_REASONS), ...(more > 0 ? [`and ${more} more`] : [])].join('; ');
}
