import { createGate } from '../concurrency.js';
import type { CountersignError } from '../errors.js';
import { FLOW_CONCURRENCY } from '../limits.js';
import type { LayoutName } from '../layouts/index.js';
import {
  createTagWriter,
  type Repository,
  type TagWriter,
  type TagWriterOptions,
} from '../registry/index.js';
import type { ImageRun, OpenImage } from './images.js';
import { unreachedLayouts } from './immutable.js';
import type { Material } from './materials.js';
import { isMissing, type PlannedClaim, type Slot } from './plan.js';
import { missingAt, storeAt } from './store.js';
import type { Place } from './wanted.js';

/** What storing came to. */
export interface StoredAll {
  readonly writtenObjects: number;
  readonly errorAt: (place: Place, layout: LayoutName) => CountersignError | undefined;
}

/**
 * Stores the materials wherever they are missing, each place once, and settles the tags of each repository when all are
 * written. What goes wrong with one image is noted in `run`; the others are completed.
 */
export async function storeAll(
  run: ImageRun,
  planned: readonly PlannedClaim[],
  materials: readonly Material[],
  options: TagWriterOptions,
): Promise<StoredAll> {
  const writers = new Map<Repository, TagWriter>();
  const writerOf = (repository: Repository): TagWriter => {
    const writer = writers.get(repository) ?? createTagWriter(repository, options);
    writers.set(repository, writer);
    return writer;
  };
  const immutable = new Map<Place, ReadonlyMap<LayoutName, CountersignError>>();
  let writtenObjects = 0;
  const gate = createGate(FLOW_CONCURRENCY);
  await Promise.all(
    placesOf(planned.filter(isMissing)).map((place) =>
      run.attempt(place.image, () =>
        gate(async () => {
          const outcome = await storeAt(place, missingAt(place, materials), writerOf(place.repository));
          writtenObjects += outcome.writtenObjects;
          if (outcome.unreached.size > 0) immutable.set(place, outcome.unreached);
        }),
      ),
    ),
  );
  // Once per session, when every tag has been written.
  await Promise.all(
    run.images.map((image) =>
      run.attempt(image, async () => {
        await writers.get(image.repository)?.settle();
      }),
    ),
  );
  for (const image of run.images) failImmutable(image, immutable, run);
  const errorAt = (place: Place, layout: LayoutName): CountersignError | undefined =>
    immutable.get(place)?.get(layout) ?? (immutable.has(place) ? undefined : run.failureOf(place.image));
  return { writtenObjects, errorAt };
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
  stored: StoredAll,
  look: (place: Place, reached: (planned: PlannedClaim) => readonly Slot[]) => Promise<void>,
): Promise<void> {
  const gate = createGate(FLOW_CONCURRENCY);
  const reachedAt = (place: Place) => (one: PlannedClaim) =>
    one.slots.filter(
      (slot) =>
        slot.place === place &&
        slot.present === undefined &&
        stored.errorAt(place, slot.layout) === undefined,
    );
  await Promise.all(
    placesOf(planned.filter(isMissing)).map((place) =>
      run.attempt(place.image, () => gate(() => look(place, reachedAt(place)))),
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
