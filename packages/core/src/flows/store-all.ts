import { allEnded, createGate } from '../concurrency.js';
import type { CountersignError } from '../errors.js';
import { FLOW_CONCURRENCY } from '../limits.js';
import type { LayoutName } from '../layouts/index.js';
import type { TagWriterOptions } from '../registry/index.js';
import type { ImageRun, OpenImage } from './images.js';
import { unreachedLayouts } from './immutable.js';
import type { Material } from './materials.js';
import { isMissing, type PlannedClaim, type Slot } from './plan.js';
import { missingAt, storeAt } from './store.js';
import type { StoreRecord } from './store-record.js';
import { TagWriters } from './tag-writers.js';
import type { Place } from './wanted.js';

/** Why a layout was not reached at a place, where the run went on; undefined: nothing went wrong there. */
export function errorAt(
  run: ImageRun,
  { refused }: StoreRecord,
  place: Place,
  layout: LayoutName,
): CountersignError | undefined {
  const layouts = refused.get(place);
  return layouts === undefined ? run.failureOf(place.image) : layouts.get(layout);
}

/**
 * Stores the materials wherever they are missing, each place once, and settles the tags of each repository when all are
 * written. What goes wrong with one image is noted in `run`; the others are completed. It ends when no manifest is on its way.
 */
export async function storeAll(
  run: ImageRun,
  planned: readonly PlannedClaim[],
  materials: readonly Material[],
  record: StoreRecord,
  options: TagWriterOptions,
): Promise<void> {
  const writers = new TagWriters(options);
  const gate = createGate(FLOW_CONCURRENCY);
  await allEnded(
    placesOf(planned.filter(isMissing)).map((place) =>
      run.attempt(place.image, () =>
        gate(async () => {
          const missing = missingAt(place, materials);
          const { unreached } = await storeAt(place, missing, writers.of(place.repository), record);
          if (unreached.size > 0) record.refuse(place, unreached);
        }),
      ),
    ),
  );
  await writers.settle(run);
  for (const image of run.images) failImmutable(image, record.refused, run);
}

function failImmutable(
  image: OpenImage,
  immutable: ReadonlyMap<Place, ReadonlyMap<LayoutName, CountersignError>>,
  run: ImageRun,
): void {
  const refused = [...immutable]
    .filter(([place]) => place.image === image)
    .flatMap(([{ subject }, layouts]) =>
      [...layouts].map(([layout, cause]) => ({ subject: subject.digest, layout, cause })),
    );
  if (refused.length > 0) run.fail(image, unreachedLayouts(image.image.pinned, refused));
}

/** Reads every place back that something was written to; `look` reads one, with the slots that were reached. */
export async function readBackAll(
  run: ImageRun,
  planned: readonly PlannedClaim[],
  record: StoreRecord,
  look: (place: Place, reached: (planned: PlannedClaim) => readonly Slot[]) => Promise<void>,
): Promise<void> {
  const gate = createGate(FLOW_CONCURRENCY);
  const reachedAt = (place: Place) => (one: PlannedClaim) =>
    one.slots.filter(
      (slot) =>
        slot.place === place &&
        slot.present === undefined &&
        errorAt(run, record, place, slot.layout) === undefined,
    );
  await allEnded(
    placesOf(planned.filter(isMissing)).map((place) =>
      run.attempt(place.image, () =>
        gate(async () => {
          await look(place, reachedAt(place));
          record.noteReadBack(place);
        }),
      ),
    ),
  );
}

const placesOf = (planned: readonly PlannedClaim[]): readonly Place[] => [
  ...new Set(
    planned.flatMap(({ slots }) =>
      slots.filter(({ present }) => present === undefined).map(({ place }) => place),
    ),
  ),
];
