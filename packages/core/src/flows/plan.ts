import type { Claim } from '../claims/index.js';
import type { LayoutName, StoredClaim } from '../layouts/index.js';
import { isBefore, type CheckedClaim } from '../policy/index.js';
import type { VerifiedClaim } from '../verify/index.js';
import { isSigner, type ExpectedSigner } from './signer.js';
import type { Place, WantedClaim } from './wanted.js';

/** A claim of this run's signer that is stored already and verifies. */
export interface PresentClaim {
  readonly stored: StoredClaim;
  readonly verified: VerifiedClaim;
}

/** One claim in one layout at one place. */
export interface Slot {
  readonly place: Place;
  readonly layout: LayoutName;
  /** What stands there already; undefined: to be stored. */
  readonly present: PresentClaim | undefined;
}

/** What is there of a wanted claim, what is missing, and what has to be signed to complete it. */
export interface PlannedClaim {
  readonly wanted: WantedClaim;
  readonly slots: readonly Slot[];
  /** A stored claim that completes others: a bundle holds all that an attestation tag needs, a layer only itself. */
  readonly source: {
    readonly bundle: PresentClaim | undefined;
    readonly layer: PresentClaim | undefined;
  };
  /** A statement in an envelope, for the bundle and the attestation tag. */
  readonly signStatement: boolean;
  /** The simple-signing document, for the signature tag. */
  readonly signSimple: boolean;
}

/** Whether a bundle holds all that a layer of the attestation tag is made of. */
export type CanRebuild = (claim: Claim, bundle: PresentClaim) => boolean;

/**
 * Compares what is wanted with what was found. A claim is there only if it verifies, with the same payload bytes and the
 * same signer; `signer` undefined: not known yet, so nothing counts.
 */
export function planClaim(
  wanted: WantedClaim,
  signer: ExpectedSigner | undefined,
  canRebuild: CanRebuild,
): PlannedClaim {
  const { claim } = wanted;
  const slots = wanted.places.flatMap((place) =>
    wanted.layouts.map((layout): Slot => ({
      place,
      layout,
      present: findPresent(place, claim, layout, signer),
    })),
  );
  const anywhere = (layout: LayoutName): PresentClaim | undefined =>
    first(wanted.places, (place) => findPresent(place, claim, layout, signer));
  const tag: LayoutName = claim.kind === 'signature' ? 'signature-tag' : 'attestation-tag';
  // A signature that its tag refused once was kept as a referrer: it completes the tag, and is not the tag.
  const kept = claim.kind === 'signature' ? anywhere('signature-referrer') : undefined;
  const source = { bundle: anywhere('bundle-referrer'), layer: anywhere(tag) ?? kept };
  const lacks = (layout: LayoutName): boolean =>
    slots.some((slot) => slot.layout === layout && slot.present === undefined);

  const bundleMissing = lacks('bundle-referrer') && source.bundle === undefined;
  if (claim.kind === 'signature') {
    const signSimple = lacks('signature-tag') && source.layer === undefined;
    return { wanted, slots, source, signStatement: bundleMissing, signSimple };
  }
  const rebuildable = source.bundle !== undefined && canRebuild(claim, source.bundle);
  const layerMissing = lacks('attestation-tag') && source.layer === undefined && !rebuildable;
  return { wanted, slots, source, signStatement: bundleMissing || layerMissing, signSimple: false };
}

/** Whether something of the claim is still to be stored somewhere. */
export const isMissing = ({ slots }: PlannedClaim): boolean =>
  slots.some(({ present }) => present === undefined);

/** Claims with these very bytes that verify, whoever signed them. */
export const sameClaims = (wanted: WantedClaim): readonly VerifiedClaim[] =>
  wanted.places.flatMap(({ found }) =>
    found.checked.flatMap(({ claim }) =>
      claim !== undefined && isSameClaim(claim, wanted.claim) ? [claim] : [],
    ),
  );

/** A claim with these very bytes at a place in a layout, whoever signed it. */
export const sameClaimAt = ({ found }: Place, claim: Claim, layout: LayoutName): VerifiedClaim | undefined =>
  found.checked.find(
    (checked) =>
      checked.layout === layout && checked.claim !== undefined && isSameClaim(checked.claim, claim),
  )?.claim;

function findPresent(
  { found }: Place,
  claim: Claim,
  layout: LayoutName,
  signer: ExpectedSigner | undefined,
): PresentClaim | undefined {
  if (signer === undefined) return undefined;
  return first(found.checked, (checked) => {
    if (checked.layout !== layout || checked.claim === undefined) return undefined;
    if (!isSameClaim(checked.claim, claim) || !isSigner(checked.claim.signer, signer)) return undefined;
    if (found.checked.some((newer) => takesPlaceOf(newer, checked, signer))) return undefined;
    const stored = found.materialOf(checked);
    return stored === undefined ? undefined : { stored, verified: checked.claim };
  });
}

/**
 * Whether a newer claim of this signer took the place of another: verifiers pass over that one, so it does not count as
 * there, and a run that says the same again signs it anew.
 */
export const takesPlaceOf = (newer: CheckedClaim, older: CheckedClaim, signer: ExpectedSigner): boolean =>
  newer.claim !== undefined &&
  newer.names.includes(older.digest) &&
  newer.layout === older.layout &&
  older.claim?.predicateType === newer.claim.predicateType &&
  isSigner(newer.claim.signer, signer) &&
  isBefore(older.claim, newer.claim);

/** Whether a claim that verified says what a claim of this run says, byte for byte, under any of its names. */
export const isSameClaim = (verified: VerifiedClaim, claim: Claim): boolean => {
  if (isPayloadOf(claim, verified)) return true;
  if (claim.underOtherNames === undefined || verified.predicateType !== claim.predicateType) return false;
  return Iterator.from(claim.underOtherNames()).some((other) => isPayloadOf(other, verified));
};

/** A simple-signing document is the signature in its other form. */
const isPayloadOf = (claim: Claim, verified: VerifiedClaim): boolean => {
  const expected = verified.statement === undefined ? claim.simpleSigning : claim.payload;
  return expected !== undefined && Buffer.compare(verified.payload, expected) === 0;
};

function first<T, R>(values: readonly T[], find: (value: T) => R | undefined): R | undefined {
  for (const value of values) {
    const found = find(value);
    if (found !== undefined) return found;
  }
  return undefined;
}
