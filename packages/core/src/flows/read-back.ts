import type { Context } from '../context.js';
import { CountersignError } from '../errors.js';
import { FIRST_READ_BACK_DELAY_MS, MAX_READ_BACKS } from '../limits.js';
import type { CollectOptions } from '../layouts/index.js';
import type { CheckedClaim } from '../policy/index.js';
import type { Verifier } from '../verify/index.js';
import { inspect } from './inspect.js';
import type { Material } from './materials.js';
import { planClaim, takesPlaceOf, type PlannedClaim, type Slot } from './plan.js';
import type { ExpectedSigner } from './signer.js';
import type { Place } from './wanted.js';

/**
 * Reads one place again from the registry and verifies every claim of this run there, as a consumer would, in each
 * layout that was reached. A registry may need a while to show what it took, so a bounded number of looks is taken.
 * Throws REGISTRY_MISBEHAVED naming what is not there or does not verify.
 */
export async function readBack(
  place: Place,
  reached: (planned: PlannedClaim) => readonly Slot[],
  materials: readonly Material[],
  signer: ExpectedSigner,
  verifier: Verifier,
  { clock, random, signal }: Context,
): Promise<void> {
  const written = writtenTo(reached, materials);
  for (let look = 1; ; look += 1) {
    const found = await inspect(place.repository, place.subject.digest, verifier, {
      fresh: true,
      ...written,
    });
    const missing = materials.flatMap((material) =>
      missingOf(material, reached(material.planned), { ...place, found }, signer),
    );
    const [first] = missing;
    if (first === undefined) return;
    if (missing.some(({ supersedable }) => supersedable !== undefined)) {
      const { layouts } = written;
      const all = await inspect(place.repository, place.subject.digest, verifier, { fresh: true, layouts });
      if (missing.every((one) => isReplaced(one, all.checked, signer))) return;
    }
    if (look >= MAX_READ_BACKS) {
      const failed = found.checked.find(
        ({ layout, error }) => layout === first.layout && error !== undefined,
      );
      const why = failed?.error === undefined ? 'it is not there' : failed.error.message;
      throw new CountersignError('REGISTRY_MISBEHAVED', {
        what: `${first.predicateType} of ${place.subject.digest} was written to ${place.image.image.pinned} as ${first.layout}, but a consumer would not accept it: ${why}`,
        remedy:
          'Run this again; what is stored is kept. If it stays so, the registry loses or changes what it takes.',
      });
    }
    await clock.sleep(FIRST_READ_BACK_DELAY_MS * 2 ** (look - 1) * (1 + random.fraction() / 2), signal);
  }
}

/** Where to look, and what for: all digests are known, so everything can be asked for at once. */
function writtenTo(
  reached: (planned: PlannedClaim) => readonly Slot[],
  materials: readonly Material[],
): Required<Pick<CollectOptions, 'layouts' | 'only'>> {
  const slots = materials.flatMap(({ planned, bundle, layer }) =>
    reached(planned).map(({ layout }) => ({ layout, bundle, layer })),
  );
  const bundles = slots.flatMap(({ layout, bundle }) =>
    layout === 'bundle-referrer' && bundle !== undefined ? [bundle.referrer] : [],
  );
  const layers = slots.flatMap(({ layout, layer }) =>
    layout !== 'bundle-referrer' && layer !== undefined ? [layer.layer] : [],
  );
  return {
    layouts: [...new Set(slots.map(({ layout }) => layout))],
    only: {
      manifests: bundles.map(({ descriptor }) => descriptor.digest),
      blobs: [
        ...layers,
        ...bundles.map(({ layer, layerDescriptor }) => ({ descriptor: layerDescriptor, blob: layer })),
      ],
    },
  };
}

interface Missing {
  readonly layout: Slot['layout'];
  readonly predicateType: string;
  /** An attestation that is listed no more: another run may have put a newer one in its place already. */
  readonly supersedable: CheckedClaim | undefined;
}

function missingOf(
  { planned, bundle, layer }: Material,
  reached: readonly Slot[],
  place: Place,
  signer: ExpectedSigner,
): readonly Missing[] {
  const { claim } = planned.wanted;
  const layouts = reached.map(({ layout }) => layout);
  const again = planClaim({ claim, layouts, places: [place] }, signer, () => false);
  const { predicateType } = claim;
  const [subject, names] = [claim.subject.digest, []];
  return again.slots
    .filter(({ present }) => present === undefined)
    .map(({ layout }): Missing => {
      const digest =
        layout === 'bundle-referrer' ? bundle?.referrer.descriptor.digest : layer?.layer.descriptor.digest;
      const verified = (layout === 'bundle-referrer' ? bundle : layer)?.verified;
      const isListed = place.found.checked.some(
        (checked) => checked.layout === layout && checked.digest === digest,
      );
      const mayBeGone =
        claim.kind !== 'signature' && digest !== undefined && verified !== undefined && !isListed;
      const supersedable = mayBeGone ? { layout, subject, names, digest, claim: verified } : undefined;
      return { layout, predicateType, supersedable };
    });
}

/** Whether another run, which began later, took this claim for an older one: then what it put there is what counts. */
const isReplaced = (
  { supersedable }: Missing,
  checked: readonly CheckedClaim[],
  signer: ExpectedSigner,
): boolean =>
  supersedable !== undefined && checked.some((newer) => takesPlaceOf(newer, supersedable, signer));
