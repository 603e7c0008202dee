import { statesOf, type Page } from './cells.js';
import { table } from './markdown.js';
import { READERS } from './readers.js';

/** What is written, and the exhibits that stand for it. */
const WRITTEN: readonly { readonly title: string; readonly exhibits: readonly string[] }[] = [
  { title: '`layouts: all`', exhibits: ['keyless', 'builder-v1'] },
  { title: '`bundle`', exhibits: ['keyless-bundle'] },
  { title: '`legacy`', exhibits: ['keyless-legacy', 'builder-missing-chain'] },
  { title: '`notation`', exhibits: ['notation-jws'] },
  { title: 'Rekor v2', exhibits: ['rekor-v2'] },
  { title: 'a key', exhibits: ['key', 'key-no-log'] },
  {
    title: 'claims in a repository of their own',
    exhibits: ['separate-repository', 'builder-separate-repository'],
  },
];

/** Which program reads which layout, from which release on, and what came out of it. */
export const layoutsPart = (page: Page): string =>
  table(
    ['program', 'releases', 'reads', ...WRITTEN.map(({ title }) => title), 'run here'],
    READERS.map(({ verifier, title, from, reads }) => [
      title,
      from,
      reads,
      ...WRITTEN.map(({ exhibits }) => (verifier === undefined ? '' : outcome(page, verifier, exhibits))),
      verifier === undefined ? 'not run' : (page.matrix.versions[verifier] ?? 'not run'),
    ]),
  );

/** Whether some way of asking accepts; what else it says is below. */
function outcome(page: Page, verifier: string, exhibits: readonly string[]): string {
  const states = exhibits.flatMap((exhibit) => statesOf(page, verifier, exhibit));
  if (states.includes('pass')) return 'accepts';
  if (states.includes('fault')) return '**fault**';
  if (states.includes('not-run')) return 'not run';
  return states.length === 0 ? '' : 'no';
}
