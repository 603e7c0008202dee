import type { Context } from '../context.js';
import { CountersignError } from '../errors.js';
import { FIRST_READ_BACK_DELAY_MS, MAX_READ_BACKS } from '../limits.js';
import type { CollectOptions } from '../layouts/index.js';
import type { Verifier } from '../verify/index.js';
import { inspect } from './inspect.js';
import type { Material } from './materials.js';
import { planClaim, type PlannedClaim, type Slot } from './plan.js';
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
    const missing = materials.flatMap(({ planned }) =>
      missingOf(planned, reached(planned), { ...place, found }, signer),
    );
    const [first] = missing;
    if (first === undefined) return;
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

function missingOf(
  planned: PlannedClaim,
  reached: readonly Slot[],
  place: Place,
  signer: ExpectedSigner,
): readonly { layout: Slot['layout']; predicateType: string }[] {
  const { claim } = planned.wanted;
  const layouts = reached.map(({ layout }) => layout);
  const again = planClaim({ claim, layouts, places: [place] }, signer, () => false);
  return again.slots
    .filter(({ present }) => present === undefined)
    .map(({ layout }) => ({ layout, predicateType: claim.predicateType }));
}
