import type { Exhibit, Facts } from '../contract.js';
import { exhibitsOf, statesOf, summary, titleOf, verifiersOf, type Page } from './cells.js';
import { table } from './markdown.js';

/** Who signed decides who can be asked: a table for each kind of signer. */
const FAMILIES: readonly { readonly title: string; readonly signers: readonly Facts['signer'][] }[] = [
  { title: 'By a workflow', signers: ['keyless', 'nobody'] },
  { title: 'By a key', signers: ['key', 'rotated'] },
  { title: 'By a public builder', signers: ['builder'] },
  { title: 'For Notation', signers: ['x509'] },
];

/** One table for each kind of signer: what was written, and what each program that can be asked says of it. */
export const tablesPart = (page: Page, takes: (exhibit: Exhibit) => boolean): string =>
  FAMILIES.flatMap(({ title, signers }) => {
    const exhibits = exhibitsOf(page).filter((each) => takes(each) && signers.includes(each.facts.signer));
    return exhibits.length === 0 ? [] : [`### ${title}`, one(page, exhibits)];
  }).join('\n\n');

function one(page: Page, exhibits: readonly Exhibit[]): string {
  const verifiers = verifiersOf(page);
  return table(
    ['what is there', 'written by', ...verifiers.map((verifier) => titleOf(page, verifier))],
    exhibits.map(({ id, title, writer }) => [
      title,
      writer,
      ...verifiers.map((verifier) => summary(statesOf(page, verifier.id, id))),
    ]),
  );
}
