import { CountersignError } from '../errors.js';
import { MAX_CLAIMS_PER_DIGEST } from '../limits.js';
import { attestationTag, signatureTag, type LayoutName } from '../layouts/index.js';
import { checkEncodedSize } from '../sign/index.js';
import type { SigningServices } from '../trust/index.js';
import type { TrustRequirements } from '../verify/index.js';
import type { RunIdentity } from './identify.js';
import type { PlannedClaim } from './plan.js';
import type { DraftClaim, Place } from './wanted.js';

/**
 * Checks the encoded size of every claim before anything is signed. Throws LIMIT_EXCEEDED for what a service of this run
 * refuses; the answer warns of what only a verifier refuses.
 */
export function checkSizes(drafts: readonly DraftClaim[], services: SigningServices): readonly string[] {
  const warnings = drafts.flatMap(({ claim }) =>
    checkEncodedSize(
      `The claim ${claim.predicateType} of ${claim.subject.digest}`,
      claim.payload.length,
      services,
    ),
  );
  return [...new Set(warnings)];
}

/**
 * Checks that what will be signed can satisfy who verifies it. Throws INPUTS_CONTRADICT for a certificate without a log
 * entry where the trusted root demands one, and for one whose time nobody tells whom the trusted root names.
 */
export function checkWitnesses(
  identity: RunIdentity['kind'],
  { rekorUrls, rekorVersion }: SigningServices,
  requirements: TrustRequirements | undefined,
): void {
  if (identity === 'key' || requirements === undefined) return;
  const timed = rekorUrls.length > 0 && rekorVersion === 1;
  if (!timed && !requirements.timeSources.includes('timestamp-authority')) {
    throw new CountersignError('INPUTS_CONTRADICT', {
      what: 'The trusted root names no timestamp authority, and without Rekor v1 nobody else tells when a certificate signed: nobody could verify it with that root',
      remedy:
        'Write to Rekor v1 (transparency-log: rekor-v1), give a trusted root with the timestamp authority (trusted-root), or sign with a key.',
    });
  }
  if (rekorUrls.length > 0 || requirements.logEntries !== 1) return;
  throw new CountersignError('INPUTS_CONTRADICT', {
    what: 'No transparency log is written to, and the trusted root names one: whoever verifies with that root demands a log entry',
    remedy:
      'Write to the log (transparency-log: rekor-v1), give a trusted root without logs (trusted-root), or sign with a key.',
  });
}

/**
 * Checks what would be added to each place: throws SIGNATURE_NEEDED where attestation bundles would hide a `.sig`
 * signature, LIMIT_EXCEEDED where verifiers would refuse to read so many.
 */
export function checkAdditions(planned: readonly PlannedClaim[], maxReferrers: number): void {
  for (const [place, added] of additionsByPlace(planned)) {
    const bundles = added.filter(({ layout }) => layout === 'bundle-referrer');
    checkSignatureStaysVisible(place, bundles, planned);
    checkReferrers(place, bundles.length, maxReferrers);
    checkLayers(place, 'signature-tag', added);
    checkLayers(place, 'attestation-tag', added);
  }
}

interface Addition {
  readonly layout: LayoutName;
  readonly kind: 'signature' | 'attestation';
}

function additionsByPlace(planned: readonly PlannedClaim[]): ReadonlyMap<Place, readonly Addition[]> {
  const additions = new Map<Place, Addition[]>();
  for (const { slots, wanted } of planned) {
    const kind = wanted.claim.kind === 'signature' ? 'signature' : 'attestation';
    for (const { place, layout, present } of slots) {
      if (present !== undefined) continue;
      const known = additions.get(place);
      if (known === undefined) additions.set(place, [{ layout, kind }]);
      else known.push({ layout, kind });
    }
  }
  return additions;
}

/**
 * Any bundle makes cosign 3 and Kyverno's ImageValidatingPolicy read bundles alone: an image that has only a `.sig` would
 * count as unsigned from then on (layouts-and-verifiers.md, R6).
 */
function checkSignatureStaysVisible(
  place: Place,
  bundles: readonly Addition[],
  planned: readonly PlannedClaim[],
): void {
  const { claims, unreadable } = place.found.collected;
  const has = (layout: LayoutName): boolean =>
    [...claims, ...unreadable].some((claim) => claim.layout === layout);
  const signs = planned.some(
    ({ wanted, slots }) =>
      wanted.claim.kind === 'signature' &&
      slots.some((slot) => slot.place === place && slot.layout === 'bundle-referrer'),
  );
  if (bundles.length === 0 || signs || !has('signature-tag') || has('bundle-referrer')) return;
  throw new CountersignError('SIGNATURE_NEEDED', {
    what: `${place.image.image.pinned} is signed only in the old layout (${signatureTag(place.subject.digest)}); an attestation bundle beside it would make cosign 3 and Kyverno overlook that signature`,
    remedy:
      'Set "signature: true" to sign it in the new layout as well, or, with Rekor v1, "layouts: legacy".',
  });
}

function checkReferrers(place: Place, added: number, maxReferrers: number): void {
  const { length } = place.found.collected.referrers;
  if (added === 0 || length + added <= maxReferrers) return;
  throw new CountersignError('LIMIT_EXCEEDED', {
    what: `${place.subject.digest} in ${place.image.image.pinned} has ${length} referrers and would come to hold ${length + added}, more than ${maxReferrers}`,
    remedy:
      'Kyverno refuses images with more than 50 referrers. Delete referrers that nobody needs; let newer claims take the place of older ones from now on (supersede: true, on a registry that deletes manifests); or raise max-referrers if your verifiers read more.',
  });
}

function checkLayers(
  place: Place,
  layout: 'signature-tag' | 'attestation-tag',
  added: readonly Addition[],
): void {
  const more = added.filter((addition) => addition.layout === layout).length;
  const { claims, unreadable } = place.found.collected;
  const there = [...claims, ...unreadable].filter((claim) => claim.layout === layout).length;
  if (more === 0 || there + more <= MAX_CLAIMS_PER_DIGEST) return;
  const tag = (layout === 'signature-tag' ? signatureTag : attestationTag)(place.subject.digest);
  throw new CountersignError('LIMIT_EXCEEDED', {
    what: `The tag ${tag} of ${place.image.image.pinned} holds ${there} layers; verifiers read at most ${MAX_CLAIMS_PER_DIGEST}`,
    remedy: 'Delete the tag and sign again, or use "layouts: bundle".',
  });
}
