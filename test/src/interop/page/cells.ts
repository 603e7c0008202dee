import type { Ask, Case, Exhibit, PlaceFacts, State, Verifier } from '../contract.js';
import type { Matrix } from '../rig/matrix.js';

/** What the page is made of: what came out, and what the cases are called. */
export interface Page {
  readonly matrix: Matrix;
  readonly cases: readonly Case[];
}

const distinct = <T>(items: readonly T[]): readonly T[] => [...new Set(items)];

export const verifiersOf = ({ cases }: Page): readonly Verifier[] =>
  distinct(cases.map(({ verifier }) => verifier));
export const exhibitsOf = ({ cases }: Page): readonly Exhibit[] =>
  distinct(cases.map(({ exhibit }) => exhibit));
export const placesOf = ({ cases }: Page): readonly PlaceFacts[] => distinct(cases.map(({ place }) => place));
export const asksOf = ({ cases }: Page, id: string): readonly Ask[] =>
  distinct(cases.filter(({ verifier }) => verifier.id === id).map(({ ask }) => ask));

/** Every state of a verifier on one exhibit, over all asks (or one), digests and places. */
export function statesOf(
  { matrix }: Page,
  verifier: string,
  exhibit: string,
  ask?: string,
): readonly State[] {
  return Object.entries(matrix.cells[verifier] ?? {})
    .filter(([id]) => ask === undefined || id === ask)
    .flatMap(([, places]) => Object.values(places))
    .flatMap((exhibits) => Object.values(exhibits[exhibit] ?? {}));
}

const ORDER: readonly State[] = ['pass', 'refused', 'cannot', 'fault', 'not-run', 'unexpected'];

/** Each state that occurs, in words; empty where there is none. */
export const summary = (states: readonly State[]): string =>
  ORDER.filter((state) => states.includes(state))
    .map((state) => (state === 'fault' ? '**fault**' : state === 'not-run' ? 'not run' : state))
    .join(', ');

/** `cosign 3 (3.1.3)` */
export function titleOf({ matrix }: Page, { id, title }: Verifier): string {
  const version = matrix.versions[id];
  return version === undefined || title.includes(version) || version === OWN ? title : `${title} ${version}`;
}

/** The version of what is not a release. */
const OWN = 'of this tree';
