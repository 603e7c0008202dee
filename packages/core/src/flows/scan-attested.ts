import type { Subject } from '../digest-set/index.js';
import { CountersignError } from '../errors.js';
import { isObject, memberAt } from '../json.js';
import { judgeClaim, withSuperseded, type JudgedClaim, type SignerRule } from '../policy/index.js';
import type { VerifiedClaim } from '../verify/index.js';
import { openImages, type OpenImage } from './images.js';
import { inspect } from './inspect.js';
import { openTrust, type OpenTrust } from './open-trust.js';
import type { ScanOptions } from './scan-options.js';
import type { Services } from './types.js';

/** A predicate that verified, as JSON, and where it was found. */
export interface AttestedPredicate {
  readonly subject: Subject;
  /** For people: the claim's digest. */
  readonly name: string;
  readonly predicate: unknown;
  /** When it was signed, as its witnesses say; the time is not known for a key without them. */
  readonly signedAt: Date | undefined;
}

/** What was found on an image, and how many claims of the type did not count. */
export interface AttestedPredicates {
  readonly counted: readonly AttestedPredicate[];
  readonly refused: readonly { readonly subject: Subject; readonly reason: string }[];
}

/** Predicates of one type on an image and its platforms; only what verifies and one of `signers` signed counts. */
export async function attestedPredicates(
  { image, claims }: OpenImage,
  isWanted: (predicateType: string) => boolean,
  signers: readonly SignerRule[],
  trust: OpenTrust,
): Promise<AttestedPredicates> {
  const counted: AttestedPredicate[] = [];
  const refused: { subject: Subject; reason: string }[] = [];
  for (const subject of [image.root, ...image.platforms]) {
    const { checked } = await inspect(claims, subject.digest, trust.verifier);
    for (const judged of withSuperseded(checked.map((claim) => judgeClaim(claim, signers)))) {
      if (judged.state === 'verified') counted.push(...predicateOf(subject, judged, isWanted));
      else if (judged.state === 'rejected' && isWanted(judged.predicateType ?? ''))
        refused.push({ subject, reason: judged.error.message });
    }
  }
  return { counted: withoutRepeats(counted), refused };
}

/** Trust for the claims of one purpose. */
export function openTrustFor(
  signers: readonly SignerRule[],
  options: ScanOptions,
  services: Services,
): Promise<OpenTrust> {
  const keys = signers.flatMap((rule) => (rule.kind === 'key' ? [rule.publicKeyPem] : []));
  return openTrust(options.trust, keys, keys.length === signers.length, services);
}

/** The image of an attested baseline; its tag is what it is asked for. Throws what openImages throws. */
export async function openBaselineImage(
  reference: ScanOptions['images'][number],
  options: ScanOptions,
  services: Services,
): Promise<OpenImage> {
  const run = await openImages({ ...options, images: [reference], allowTag: true }, services);
  const [image] = run.images;
  if (image !== undefined) return image;
  throw run.unopened[0]?.error ?? new Error('an image is neither open nor unopened');
}

/**
 * The predicate of the newest claim on one platform (undefined: on the digest that was named).
 * Throws CLAIM_MISSING where none counts: nothing would then be known, and everything would be new.
 */
export function newestOf(
  { counted, refused }: AttestedPredicates,
  platform: string | undefined,
  image: OpenImage,
): AttestedPredicate {
  const here = counted.filter(({ subject }) => subject.platform === platform);
  const [newest] = [...here].sort((one, other) => timeOf(other) - timeOf(one));
  if (newest !== undefined) return newest;
  const [why] = refused.filter(({ subject }) => subject.platform === platform);
  throw new CountersignError('CLAIM_MISSING', {
    what: `There is no scan attestation on ${platform ?? 'the digest'} of ${image.image.pinned} that counts as baseline${why === undefined ? '' : `: ${why.reason}`}`,
    remedy:
      'Attest the scan of the last release, check whose attestation counts, or give a report file as baseline.',
  });
}

/** The signed time, else when the scan says that it ended. */
const timeOf = ({ signedAt, predicate }: AttestedPredicate): number => {
  const said = memberAt(predicate, 'metadata', 'scanFinishedOn');
  const at = signedAt ?? (typeof said === 'string' ? new Date(said) : undefined);
  return at === undefined || Number.isNaN(at.getTime()) ? 0 : at.getTime();
};

function predicateOf(
  subject: Subject,
  { claim, digest }: Extract<JudgedClaim, { state: 'verified' }>,
  isWanted: (predicateType: string) => boolean,
): readonly AttestedPredicate[] {
  if (!isWanted(claim.predicateType) || claim.statement === undefined) return [];
  const { predicate } = claim.statement;
  return isObject(predicate) ? [{ subject, name: digest, predicate, signedAt: signedTime(claim) }] : [];
}

const signedTime = ({ times }: VerifiedClaim): Date | undefined =>
  times.map(({ at }) => at).sort((one, other) => one.getTime() - other.getTime())[0];

/** One claim in two layouts is one claim. */
const withoutRepeats = (predicates: readonly AttestedPredicate[]): readonly AttestedPredicate[] => [
  ...new Map(
    predicates.map((each) => [`${each.subject.digest} ${JSON.stringify(each.predicate)}`, each]),
  ).values(),
];
