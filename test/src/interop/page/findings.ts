import type { Exhibit } from '../contract.js';
import type { Note } from '../rig/matrix.js';
import { exhibitsOf, statesOf, titleOf, verifiersOf, type Page } from './cells.js';
import { code, text } from './markdown.js';
import { READERS } from './readers.js';

/** Every fault, under what it is about. */
export function findingsPart(page: Page): string {
  const verifiers = verifiersOf(page);
  return exhibitsOf(page)
    .map((exhibit) => ({
      exhibit,
      lines: verifiers.flatMap((verifier) =>
        notesOf(page, verifier.id, 'fault')
          // Of several it stands under the first.
          .filter(({ exhibits }) => exhibitsOf(page).find(({ id }) => exhibits.includes(id)) === exhibit)
          .map((note) => `- **${text(titleOf(page, verifier))}**: ${lineOf(note)}`),
      ),
    }))
    .filter(({ lines }) => lines.length > 0)
    .map(
      ({ exhibit, lines }) =>
        `### ${text(capital(exhibit.title))}\n\n${ownAnswer(page, exhibit)}${lines.join('\n')}`,
    )
    .join('\n\n');
}

const capital = (title: string): string => title.slice(0, 1).toUpperCase() + title.slice(1);

function ownAnswer(page: Page, { id, twin }: Exhibit): string {
  const states = ['countersign', 'countersign-builder'].flatMap((own) => statesOf(page, own, id));
  if (twin === undefined || !states.includes('refused')) return '';
  return 'Countersign’s `verify` refuses it. Of the others:\n\n';
}

/** What was left out of the run that wrote the page, and what this rig has never run. */
export function notRunPart(page: Page): string {
  const left = verifiersOf(page).flatMap((verifier) =>
    notesOf(page, verifier.id, 'not-run').map(
      (note) => `- ${text(titleOf(page, verifier))}: ${text(note.why)}`,
    ),
  );
  const never = READERS.flatMap(({ title, notRun }) =>
    notRun === undefined ? [] : [`- ${title}: ${notRun}.`],
  );
  return [...left, ...never].join('\n');
}

export const notesOf = ({ matrix }: Page, verifier: string, state: Note['state']): readonly Note[] =>
  (matrix.notes[verifier] ?? []).filter((note) => note.state === state);

/** Why, in our words, what it says, where its makers know of it, and on what. */
export const noteLine = (note: Note): string => `- ${lineOf(note)}`;

function lineOf({ why, words, issue, asks, exhibits }: Note): string {
  const said = words.length === 0 ? '' : ` It says ${words.map(code).join(' or ')}.`;
  const known = issue === undefined ? '' : ` See <${issue}>.`;
  return `${text(why).replace(/\.$/, '')}.${said}${known} (${text(asks.join(', '))}; ${text(exhibits.join(', '))})`;
}
