import type { Ask, Case, Exhibit, PlaceFacts, State, Verifier } from '../contract.js';
import type { Matrix } from '../rig/matrix.js';
import { READERS } from './readers.js';

/** What the page is made of: what came out, and what the cases are called. */
export interface Page {
  readonly matrix: Matrix;
  readonly cases: readonly Case[];
}

const distinct = <T>(items: readonly T[]): readonly T[] => [...new Set(items)];

/** As in the first table; what is not in it comes last. */
export const verifiersOf = ({ cases }: Page): readonly Verifier[] =>
  [...distinct(cases.map(({ verifier }) => verifier))].sort((one, other) => rank(one.id) - rank(other.id));
const rank = (id: string): number => {
  const at = READERS.findIndex(({ verifier }) => verifier === id);
  return at < 0 ? READERS.length : at;
};

/** What Countersign writes comes first. */
export const exhibitsOf = ({ cases }: Page): readonly Exhibit[] =>
  [...distinct(cases.map(({ exhibit }) => exhibit))].sort(
    (one, other) => Number(other.writer === 'countersign') - Number(one.writer === 'countersign'),
  );
export const placesOf = ({ cases }: Page): readonly PlaceFacts[] => distinct(cases.map(({ place }) => place));
export const asksOf = ({ cases }: Page, id: string): readonly Ask[] =>
  distinct(cases.filter(({ verifier }) => verifier.id === id).map(({ ask }) => ask));

/**
 * Every state of a verifier on one exhibit, over all asks, digests and places. What only lists verifies nothing, and is left out
 * where the program verifies too.
 */
export function statesOf(page: Page, verifier: string, exhibit: string): readonly State[] {
  const asks = asksOf(page, verifier).filter(({ whatever }) => whatever !== true);
  const verifying = asks.filter(({ question }) => question.kind !== 'list');
  return (verifying.length > 0 ? verifying : asks)
    .flatMap(({ id }) => Object.values(page.matrix.cells[verifier]?.[id] ?? {}))
    .flatMap((exhibits) => Object.values(exhibits[exhibit] ?? {}));
}

/** Whether a program verifies nothing at all. */
export const lists = (page: Page, verifier: string): boolean =>
  asksOf(page, verifier).every(({ question }) => question.kind === 'list');

/** What comes of several ways of asking: one is not made for it, and another is. Faults are always told. */
export function summary(states: readonly State[]): string {
  const told = (['pass', 'refused', 'fault', 'not-run', 'unexpected'] as const).filter((state) =>
    states.includes(state),
  );
  if (told.length === 0) return states.length === 0 ? '' : 'cannot';
  return told
    .map((state) => (state === 'fault' ? '**fault**' : state === 'not-run' ? 'not run' : state))
    .join(', ');
}

/** `cosign 3.1.3`: a version says what the title has begun to say. */
export function titleOf({ matrix }: Page, { id, title }: Verifier): string {
  const version = matrix.versions[id];
  if (version === undefined || version === OWN) return title;
  const [, name = title, begun = ''] = /^(.*) ([\d.]+)$/.exec(title) ?? [];
  return version.startsWith(begun) ? `${name} ${version}` : `${title} ${version}`;
}

/** The version of what is not a release. */
const OWN = 'of this tree';
