import type { Exhibit, Facts, Verifier } from '../contract.js';
import { exhibitsOf, lists, statesOf, summary, titleOf, verifiersOf, type Page } from './cells.js';
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
  const twins = exhibits.some(({ twin }) => twin !== undefined);
  const verifiers = verifiersOf(page).filter(({ id }) => !twins || !lists(page, id));
  return table(
    ['what is there', 'written by', ...verifiers.map((verifier) => headingOf(page, verifier))],
    exhibits.map(({ id, title, writer }) => [
      title,
      writer,
      ...verifiers.map((verifier) => summary(statesOf(page, verifier.id, id))),
    ]),
  );
}

/** As short as a column needs it. */
const headingOf = (page: Page, verifier: Verifier): string =>
  titleOf(page, verifier)
    .replace('ClusterPolicy, type ', '')
    .replace(' attestation verify', '')
    .replace('oras discover', 'oras')
    .replace('Kyverno, type Notary', 'Kyverno Notary')
    .replace(', provenance of a public builder', '')
    .replace(', `require: notation`', '');
