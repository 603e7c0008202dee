import { allEnded, createGate } from '../concurrency.js';
import { asCountersignError } from '../errors.js';
import { attestationTag } from '../layouts/index.js';
import { FLOW_CONCURRENCY, WARN_REFERRERS } from '../limits.js';
import type { Digest } from '../oci/index.js';
import { isBefore } from '../policy/index.js';
import { layersFormat, removeReferrers, type TagWriter, type TagWriterOptions } from '../registry/index.js';
import type { VerifiedClaim } from '../verify/index.js';
import type { ImageRun } from './images.js';
import { isSameClaim, type PlannedClaim, type Slot } from './plan.js';
import type { Progress } from './report.js';
import { isSigner, type ExpectedSigner } from './signer.js';
import { TagWriters } from './tag-writers.js';
import type { Place } from './wanted.js';

/** Older claims whose place one claim of this run takes, in one layout at one place. */
export interface OlderClaims {
  readonly place: Place;
  readonly layout: 'attestation-tag' | 'bundle-referrer';
  /** Of the stored objects, as that layout tells them apart. */
  readonly digests: readonly Digest[];
  /** What these had superseded themselves: named on, so that a writer who is far behind brings none of it back. */
  readonly inherited: readonly Digest[];
}

/**
 * The older claims of each attestation of this run: verified, about the same digest, of the same type, signed by this
 * run's signer or by one of `from` (identities that the same issuer vouches for), and none of this run's own. A claim that was there
 * already supersedes only what was signed before it.
 */
export function findOlder(
  planned: readonly PlannedClaim[],
  signer: ExpectedSigner,
  from: readonly string[],
): ReadonlyMap<PlannedClaim, readonly OlderClaims[]> {
  const signers = [signer, ...from.flatMap((identity) => sameIssuer(signer, identity))];
  return new Map(
    planned
      .filter(({ wanted }) => wanted.claim.kind !== 'signature')
      .map((one) => [one, one.slots.flatMap((slot) => olderAt(slot, one, planned, signers))] as const),
  );
}

const sameIssuer = (signer: ExpectedSigner, identity: string): readonly ExpectedSigner[] =>
  signer.kind === 'key' ? [] : [{ ...signer, identity }];

function olderAt(
  { place, layout, present }: Slot,
  { wanted, source }: PlannedClaim,
  planned: readonly PlannedClaim[],
  signers: readonly ExpectedSigner[],
): readonly OlderClaims[] {
  if (layout !== 'attestation-tag' && layout !== 'bundle-referrer') return [];
  const { claim: own } = wanted;
  // What is completed from a claim that is stored elsewhere is as old as that one.
  const known = present ?? source.layer ?? source.bundle;
  // Of one second, the one that named the other saw it: no two can have seen each other before they were signed.
  const named = place.found.checked.find(({ claim }) => claim === known?.verified)?.names ?? [];
  const ownClaims = planned.map((one) => one.wanted.claim).filter(({ subject }) => subject === own.subject);
  const older = place.found.checked.filter((checked) => {
    const { claim } = checked;
    return (
      checked.layout === layout &&
      claim?.predicateType === own.predicateType &&
      signers.some((each) => isSigner(claim.signer, each)) &&
      !ownClaims.some((one) => isSameClaim(claim, one)) &&
      (known === undefined ||
        isOlder(claim, known.verified) ||
        (named.includes(checked.digest) && isBefore(claim, known.verified)))
    );
  });
  if (older.length === 0) return [];
  const inherited = older.flatMap(({ names }) => names);
  return [{ place, layout, digests: older.map(({ digest }) => digest), inherited }];
}

/** Of two of one second neither is older: runs that do this at once would each take away what the other leaves. */
const isOlder = (one: VerifiedClaim, other: VerifiedClaim): boolean =>
  isBefore(one, other) && !isBefore(other, one);

/** The digests that the new object of a layout names: at all places, each once. */
export const namesIn = (
  older: readonly OlderClaims[] | undefined,
  layout: OlderClaims['layout'],
): readonly Digest[] => {
  const here = (older ?? []).filter((one) => one.layout === layout);
  return [...new Set([...here.flatMap(({ digests }) => digests), ...here.flatMap((one) => one.inherited)])];
};

/**
 * Takes the older claims away, once the new ones were read back: each tag in one write, referrers as the registry allows.
 * An image that something went wrong with keeps all it has.
 */
export async function removeOlder(
  run: ImageRun,
  older: readonly OlderClaims[],
  options: TagWriterOptions,
  progress: Progress,
): Promise<void> {
  const writers = new TagWriters(options);
  const gate = createGate(FLOW_CONCURRENCY);
  const removed: OlderClaims[] = [];
  const healthy = older.filter(({ place }) => run.failureOf(place.image) === undefined);
  await allEnded(
    healthy.map((one) =>
      run.attempt(one.place.image, () =>
        gate(async () => {
          if (await removeAt(one, writers.of(one.place.repository), progress)) removed.push(one);
        }),
      ),
    ),
  );
  await writers.settle(run);
  const count = countOf(removed);
  if (count > 0) {
    progress.notices.push({ level: 'notice', text: `${count} older claims gave way to those of this run` });
  }
}

export const countOf = (older: readonly OlderClaims[]): number =>
  older.reduce((count, { digests }) => count + digests.length, 0);

/** false: they stay where they are. */
async function removeAt(
  { place, layout, digests }: OlderClaims,
  writer: TagWriter,
  { notices }: Progress,
): Promise<boolean> {
  const { repository, subject, image, found } = place;
  if (layout === 'attestation-tag') {
    try {
      await writer.write(attestationTag(subject.digest), layersFormat(repository), [], { drop: digests });
      return true;
    } catch (thrown) {
      const error = asCountersignError(thrown);
      if (error.code !== 'TAG_IMMUTABLE') throw error;
      notices.push({ level: 'warning', text: `Older claims stay in the tag: ${error.message}` });
      return false;
    }
  }
  if ((await removeReferrers(repository, writer, subject.digest, digests)) === 'removed') return true;
  const { length } = found.collected.referrers;
  const near = length >= WARN_REFERRERS;
  notices.push({
    level: near ? 'warning' : 'notice',
    text:
      `${digests.length} older claims about ${subject.digest} stay as referrers in ${image.image.pinned}: manifests cannot be deleted there with these credentials. ` +
      `Countersign passes over them, other verifiers may not${near ? `. There are ${length} referrers, and Kyverno reads at most 50: delete old ones by the registry's own means` : ''}`,
  });
  return false;
}
