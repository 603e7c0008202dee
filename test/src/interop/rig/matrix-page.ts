import type { Ask, Case, Exhibit, PlaceFacts, State, Verifier } from '../contract.js';
import type { Cell, Matrix, Note } from './matrix.js';

/** docs/verifier-matrix.md: the same matrix, to be read. */
export function matrixPage(matrix: Matrix, cases: readonly Case[]): string {
  const verifiers = distinct(cases.map(({ verifier }) => verifier));
  const exhibits = distinct(cases.map(({ exhibit }) => exhibit));
  const places = distinct(cases.map(({ place }) => place));
  return `${[
    INTRODUCTION,
    '## Which layout serves whom',
    layouts(matrix, verifiers),
    '## What is accepted',
    'Every cell sums up all ways of asking that apply, about the index and about a platform, on every registry.',
    table(
      matrix,
      verifiers,
      exhibits.filter(({ twin }) => twin === undefined),
    ),
    '## What is refused',
    'Each of these is as an image above, but for one thing.',
    table(
      matrix,
      verifiers,
      exhibits.filter(({ twin }) => twin !== undefined),
    ),
    '## Where',
    places.map(placeLine).join('\n'),
    '## Each verifier',
    ...verifiers.map((verifier) => verifierPart(matrix, verifier, cases)),
  ].join('\n\n')}\n`;
}

const INTRODUCTION = `<!-- Written by \`npm run interop -- --write\`; do not edit. -->

# Verifier matrix

The released verifiers of the field, run on what Countersign and others write, on several kinds of registries, with a private
Sigstore. \`npm run interop\` runs all of it again, and fails where one cell differs from [verifier-matrix.json](verifier-matrix.json).

- **pass**: it accepts what is right.
- **refused**: it refuses what is wrong, in words that say so.
- **cannot**: it is not made for that; the note has its own words.
- **fault**: it accepts what is wrong, or refuses what it documents to accept; the note says why, at which version.
- **not run**: the note says why.`;

/** The three settings of \`layouts\`, and what is written by whom. */
const LAYOUTS = [
  ['keyless', '`all`'],
  ['keyless-bundle', '`bundle`'],
  ['keyless-legacy', '`legacy`'],
] as const;

function layouts(matrix: Matrix, verifiers: readonly Verifier[]): string {
  const rows = verifiers.flatMap((verifier) =>
    verifier.asks
      .filter(({ question }) => question.kind !== 'list')
      .map((ask) => ({
        verifier,
        ask,
        states: LAYOUTS.map(([exhibit]) => statesOf(matrix, verifier, ask, exhibit)),
      }))
      .filter(({ states }) => states.some((each) => each.length > 0)),
  );
  return [
    row([
      'verifier',
      'asked for',
      ...LAYOUTS.map(([, title]) => `\`layouts: ${title.replaceAll('`', '')}\``),
    ]),
    row(['---', '---', ...LAYOUTS.map(() => '---')]),
    ...rows.map(({ verifier, ask, states }) =>
      row([titleOf(matrix, verifier), ask.title, ...states.map((each) => summary(each))]),
    ),
  ].join('\n');
}

function table(matrix: Matrix, verifiers: readonly Verifier[], exhibits: readonly Exhibit[]): string {
  return [
    row(['written', 'by', ...verifiers.map((verifier) => titleOf(matrix, verifier))]),
    row(['---', '---', ...verifiers.map(() => '---')]),
    ...exhibits.map((exhibit) =>
      row([
        exhibit.title,
        exhibit.writer,
        ...verifiers.map((verifier) =>
          summary(verifier.asks.flatMap((ask) => statesOf(matrix, verifier, ask, exhibit.id))),
        ),
      ]),
    ),
  ].join('\n');
}

function statesOf(matrix: Matrix, verifier: Verifier, ask: Ask, exhibit: string): readonly State[] {
  const places = matrix.cells[verifier.id]?.[ask.id] ?? {};
  return Object.values(places).flatMap((exhibits) => Object.values(exhibits[exhibit] ?? ({} satisfies Cell)));
}

const ORDER: readonly State[] = ['pass', 'refused', 'cannot', 'fault', 'not-run', 'unexpected'];

/** Each state that occurs; a list of several is a list of what differs by the way of asking. */
function summary(states: readonly State[]): string {
  const there = ORDER.filter((state) => states.includes(state));
  return there.length === 0
    ? '-'
    : there.map((state) => (state === 'fault' ? '**fault**' : state)).join(', ');
}

function verifierPart(matrix: Matrix, verifier: Verifier, cases: readonly Case[]): string {
  const asks = distinct(cases.filter((each) => each.verifier === verifier).map(({ ask }) => ask));
  const notes = matrix.notes[verifier.id] ?? [];
  const refusals = matrix.refusals[verifier.id] ?? [];
  return [
    `### ${titleOf(matrix, verifier)}`,
    asks.map(({ title, command }) => `- ${text(title)}: ${code(command)}`).join('\n'),
    ...(['cannot', 'fault', 'not-run'] as const).flatMap((state) => notesPart(state, notes)),
    ...(refusals.length === 0
      ? []
      : [`Its refusals say: ${refusals.map((words) => code(cut(words))).join(', ')}.`]),
  ].join('\n\n');
}

const HEADINGS = {
  cannot: 'Cannot by design:',
  fault: 'Faults:',
  'not-run': 'Not run:',
} as const;

function notesPart(state: Note['state'], notes: readonly Note[]): readonly string[] {
  const mine = notes.filter((note) => note.state === state);
  if (mine.length === 0) return [];
  const lines = mine.map(({ why, words, issue, asks, exhibits }) => {
    const said = words.length === 0 ? '' : ` It says ${words.map((each) => code(cut(each))).join(' or ')}.`;
    const known = issue === undefined ? '' : ` Known as <${issue}>.`;
    return `- ${text(why)}.${said}${known} (${text(asks.join(', '))}; ${text(exhibits.join(', '))})`;
  });
  return [HEADINGS[state], lines.join('\n')];
}

const placeLine = ({ id, title }: PlaceFacts): string => `- ${code(id)}: ${text(title)}`;
const titleOf = (matrix: Matrix, { id, title }: Verifier): string => {
  const version = matrix.versions[id];
  return version === undefined || title.includes(version) ? title : `${title} (${version})`;
};
const row = (cells: readonly string[]): string =>
  `| ${cells.map((cell) => text(cell).replaceAll('|', '\\|')).join(' | ')} |`;
const distinct = <T>(items: readonly T[]): readonly T[] => [...new Set(items)];

const MAX_WORDS = 160;
const cut = (words: string): string =>
  words.length <= MAX_WORDS ? words : `${words.slice(0, MAX_WORDS - 1).trimEnd()}…`;

/** One line, and no markup of somebody else's. */
const text = (words: string): string => words.replaceAll(/\s+/g, ' ').replaceAll('<', '&lt;');
/** A verifier's words as code: no backtick of theirs ends it. */
const code = (words: string): string => `\`${words.replaceAll(/[`\r\n]/g, ' ').trim()}\``;
