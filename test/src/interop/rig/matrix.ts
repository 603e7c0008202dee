import type { Case, Result, State } from '../contract.js';

/** docs/verifier-matrix.json: what every cell came to. No times, no addresses: the same run gives the same bytes. */
export interface Matrix {
  readonly versions: Readonly<Record<string, string>>;
  /** verifier -> ask -> place -> exhibit -> subject -> state. */
  readonly cells: Cells;
  /** By verifier: what it cannot by design, and its faults, each with its words and where. */
  readonly notes: Readonly<Record<string, readonly Note[]>>;
  /** By verifier: the words of its refusals, as they were seen. */
  readonly refusals: Readonly<Record<string, readonly string[]>>;
}

type Cells = Readonly<
  Record<string, Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, Cell>>>>>>>
>;
type Cell = Readonly<Partial<Record<'index' | 'platform', State>>>;

export interface Note {
  readonly state: 'cannot' | 'fault' | 'not-run';
  readonly why: string;
  readonly words: readonly string[];
  readonly issue?: string;
  readonly asks: readonly string[];
  readonly exhibits: readonly string[];
}

/** Sorts results into the matrix. */
export function matrixOf(
  cases: readonly Case[],
  results: readonly Result[],
  versions: ReadonlyMap<string, string>,
): Matrix {
  const cells: Record<string, Record<string, Record<string, Record<string, Record<string, State>>>>> = {};
  for (const { verifier, ask, place, exhibit, subject, state } of inOrder(results)) {
    ((((cells[verifier] ??= {})[ask] ??= {})[place] ??= {})[exhibit] ??= {})[subject] = state;
  }
  const ids = [...new Set(results.map(({ verifier }) => verifier))].sort();
  const per = <T>(work: (mine: readonly Result[], id: string) => T): Record<string, T> =>
    Object.fromEntries(
      ids.map((id) => [id, work(inOrder(results.filter(({ verifier }) => verifier === id)), id)]),
    );
  return {
    versions: Object.fromEntries([...versions].sort(([one], [other]) => compare(one, other))),
    cells,
    notes: per((mine, id) =>
      notesOf(
        mine,
        cases.filter(({ verifier }) => verifier.id === id),
      ),
    ),
    refusals: per((mine) => distinct(mine.filter(({ state }) => state === 'refused').map(wordsOf))),
  };
}

/** Cells that are not what the committed matrix says; cells that were not run are not compared. */
export function differences(now: Matrix, committed: Matrix): readonly string[] {
  const found: string[] = [];
  for (const [verifier, version] of Object.entries(now.versions)) {
    const before = committed.versions[verifier];
    if (before !== version)
      found.push(`${verifier} is ${version}, the matrix says ${before ?? 'nothing of it'}`);
  }
  for (const { path, state } of flat(now.cells)) {
    const before = path.reduce<unknown>(
      (at, key) => (at as Record<string, unknown> | undefined)?.[key],
      committed.cells,
    );
    if (state !== before && state !== 'not-run') {
      found.push(
        `${path.join(' / ')}: ${state}, the matrix says ${typeof before === 'string' ? before : 'nothing'}`,
      );
    }
  }
  return found;
}

function flat(cells: Cells): { path: readonly string[]; state: State }[] {
  return Object.entries(cells).flatMap(([verifier, asks]) =>
    Object.entries(asks).flatMap(([ask, places]) =>
      Object.entries(places).flatMap(([place, exhibits]) =>
        Object.entries(exhibits).flatMap(([exhibit, cell]) =>
          Object.entries(cell).map(([subject, state]) => ({
            path: [verifier, ask, place, exhibit, subject],
            state,
          })),
        ),
      ),
    ),
  );
}

function notesOf(results: readonly Result[], cases: readonly Case[]): readonly Note[] {
  const issues = new Map<string, string>();
  for (const { expectation } of cases) {
    if (expectation.state === 'fault' && expectation.issue !== undefined)
      issues.set(expectation.why, expectation.issue);
  }
  const grouped = new Map<string, Result[]>();
  for (const each of results) {
    if (each.state !== 'cannot' && each.state !== 'fault' && each.state !== 'not-run') continue;
    const key = JSON.stringify([each.state, each.why]);
    grouped.set(key, [...(grouped.get(key) ?? []), each]);
  }
  return [...grouped.values()].map((group) => {
    const [{ state, why = '' } = { state: 'not-run' as const }] = group;
    const issue = issues.get(why);
    return {
      state: state as Note['state'],
      why,
      words: distinct(group.map(wordsOf)),
      ...(issue === undefined ? {} : { issue }),
      asks: distinct(group.map(({ ask }) => ask)),
      exhibits: distinct(group.map(({ exhibit }) => exhibit)),
    };
  });
}

/** A verifier's words without what differs from run to run. */
const wordsOf = ({ words = '' }: Result): string =>
  words
    .replaceAll(/\b127\.0\.0\.1:\d+/g, 'HOST')
    .replaceAll(/sha256[:-][0-9a-f]{64}/g, 'DIGEST')
    .replaceAll(/[0-9a-f]{40,}/g, 'HEX')
    .replaceAll(/\/tmp\/\S+/g, 'PATH')
    .replaceAll(/\s+/g, ' ')
    .trim();

const distinct = (texts: readonly string[]): readonly string[] =>
  [...new Set(texts.filter((text) => text !== ''))].sort();
const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
const keyOf = ({ verifier, ask, place, exhibit, subject }: Result): string =>
  [verifier, ask, place, exhibit, subject].join('\n');
const inOrder = (results: readonly Result[]): readonly Result[] =>
  [...results].sort((one, other) => compare(keyOf(one), keyOf(other)));
