import type { Case, State } from '../contract.js';
import type { Matrix } from '../rig/matrix.js';
import { placesOf, verifiersOf, type Page } from './cells.js';
import { findingsPart, notRunPart } from './findings.js';
import { layoutsPart } from './layouts.js';
import { code, text } from './markdown.js';
import { tablesPart } from './tables.js';
import { fillTemplate } from './template.js';
import { verifiersPart } from './verifiers.js';

const WRITTEN =
  '<!-- Written by `npm run interop -- --write` from test/interop/verifier-matrix.template.md. -->\n\n';

/** docs/verifier-matrix.md: prose from the template, and all that a run knows. The same matrix gives the same bytes. */
export function matrixPage(template: string, matrix: Matrix, cases: readonly Case[]): string {
  const page: Page = { matrix, cases };
  return (
    WRITTEN +
    fillTemplate(template, {
      summary: summaryPart(page),
      layouts: layoutsPart(page),
      accepted: tablesPart(page, ({ twin }) => twin === undefined),
      refused: tablesPart(page, ({ twin }) => twin !== undefined),
      findings: findingsPart(page),
      'not-run': notRunPart(page),
      places: placesOf(page)
        .map(({ id, title }) => `- ${code(id)}: ${text(title)}`)
        .join('\n'),
      verifiers: verifiersPart(page),
    })
  );
}

function summaryPart(page: Page): string {
  const states = Object.values(page.matrix.cells).flatMap((asks) =>
    Object.values(asks).flatMap((places) =>
      Object.values(places).flatMap((exhibits) =>
        Object.values(exhibits).flatMap((cell) => Object.values(cell)),
      ),
    ),
  );
  const count = (state: State): number => states.filter((each) => each === state).length;
  const left = count('not-run');
  return [
    `${verifiersOf(page).length} programs and policies, ${placesOf(page).length} places, ${states.length} cases:`,
    `${count('pass')} accepted as they must be, ${count('refused')} refused as they must be,`,
    `${count('cannot')} that the program is not made for, ${count('fault')} faults of the programs' own`,
    `([findings](#findings))${left === 0 ? '.' : `, ${left} not run.`}`,
  ].join(' ');
}
