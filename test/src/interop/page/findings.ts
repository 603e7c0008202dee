import type { Note } from '../rig/matrix.js';
import { titleOf, verifiersOf, type Page } from './cells.js';
import { code, text } from './markdown.js';
import { READERS } from './readers.js';

/** The faults of every program that has any. */
export const findingsPart = (page: Page): string =>
  verifiersOf(page)
    .map((verifier) => ({ title: titleOf(page, verifier), notes: notesOf(page, verifier.id, 'fault') }))
    .filter(({ notes }) => notes.length > 0)
    .map(({ title, notes }) => `**${text(title)}**\n\n${notes.map(noteLine).join('\n')}`)
    .join('\n\n');

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
export function noteLine({ why, words, issue, asks, exhibits }: Note): string {
  const said = words.length === 0 ? '' : ` It says ${words.map(code).join(' or ')}.`;
  const known = issue === undefined ? '' : ` Known as <${issue}>.`;
  return `- ${text(why).replace(/\.$/, '')}.${said}${known} (${text(asks.join(', '))}; ${text(exhibits.join(', '))})`;
}
