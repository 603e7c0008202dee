import type { CountersignError } from '../errors.js';
import type { LayoutName } from '../layouts/index.js';
import type { Digest } from '../oci/index.js';
import type { Place } from './wanted.js';

/** How far an object of a claim came in one layout at one place; `sent`: no answer said that it was taken. */
export type StoreStep = 'sent' | 'stored' | 'read back';

/** What a run stored so far, noted while it is written: a run that ends early still tells what it left. */
export class StoreRecord {
  readonly #steps = new Map<Place, Map<string, StoreStep>>();
  readonly #refused = new Map<Place, ReadonlyMap<LayoutName, CountersignError>>();
  #writtenObjects = 0;

  /** Manifests and tags that the registry took. */
  get writtenObjects(): number {
    return this.#writtenObjects;
  }

  wrote(): void {
    this.#writtenObjects += 1;
  }

  note(place: Place, layout: LayoutName, digest: Digest, step: StoreStep): void {
    const steps = this.#steps.get(place) ?? new Map<string, StoreStep>();
    this.#steps.set(place, steps.set(`${layout} ${digest}`, step));
  }

  /** All that is stored at a place was seen there, as a consumer would see it. */
  noteReadBack(place: Place): void {
    const steps = this.#steps.get(place);
    for (const [key, step] of steps ?? []) if (step === 'stored') steps?.set(key, 'read back');
  }

  stepOf(place: Place, layout: LayoutName, digest: Digest): StoreStep | undefined {
    return this.#steps.get(place)?.get(`${layout} ${digest}`);
  }

  /** Layouts that the place does not take, with the reason; the others of it were stored. */
  refuse(place: Place, layouts: ReadonlyMap<LayoutName, CountersignError>): void {
    this.#refused.set(place, layouts);
  }

  get refused(): ReadonlyMap<Place, ReadonlyMap<LayoutName, CountersignError>> {
    return this.#refused;
  }
}
