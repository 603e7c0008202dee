// `npm run interop`: the released verifiers of the field on what Countersign and others wrote.
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { format } from 'prettier';
import type { Case, Result } from './contract.js';
import { casesOf } from './rig/cases.js';
import { discover } from './rig/discover.js';
import { matrixPage } from './page/matrix-page.js';
import { differences, matrixOf, type Matrix } from './rig/matrix.js';
import { idlePrograms } from './rig/idle.js';
import { readOptions, USAGE, type InteropOptions } from './rig/options.js';
import { runInOwnNetwork } from './rig/own-network.js';
import { PLACES } from './rig/places.js';
import { runCases } from './rig/run-cases.js';

const DOCS = resolve(import.meta.dirname, '../../../docs');
const PAGE = resolve(DOCS, 'verifier-matrix.md');
const JSON_FILE = resolve(DOCS, 'verifier-matrix.json');
const TEMPLATE = resolve(import.meta.dirname, '../../interop/verifier-matrix.template.md');

async function main(): Promise<number> {
  let options: InteropOptions;
  try {
    options = readOptions(process.argv.slice(2));
  } catch (error) {
    say(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`);
    return 2;
  }
  const { verifiers, exhibits, exceptions } = await discover();
  const all = casesOf(verifiers, exhibits, PLACES, exceptions);
  const cases = all.filter((each) => options.wants(each));
  if (cases.length === 0) {
    say(`no case is meant by that\n\n${USAGE}`);
    return 2;
  }
  if (options.list) {
    for (const each of cases) say(nameOf(each));
    return 0;
  }
  if (cases.some(({ place }) => place.sigstore === 'real')) {
    // Every port is free there, and nothing that is started can reach out.
    const own = await runInOwnNetwork();
    if (own.kind === 'ran') return own.code;
    if (own.kind === 'impossible') say(`on the machine's own network: ${own.why}`);
  }
  const started = Date.now();
  say(`${cases.length} of ${all.length} cases${options.smoke ? ' (smoke)' : ''}`);
  const { results, versions } = await runCases(cases, { say });
  const matrix = matrixOf(cases, results, versions);
  if (options.json !== undefined) await writeFile(options.json, `${JSON.stringify(results, undefined, 2)}\n`);

  const unexpected = results.filter(({ state }) => state === 'unexpected');
  const changed = unexpected.length > 0 ? [] : await compared(matrix, cases, options);
  for (const line of changed) say(`DIFFERS ${line}`);
  for (const line of perVerifier(results)) say(line);
  const idle = idlePrograms(cases, results);
  if (idle.length > 0) say(`NOT RUN at all, and must not be missing: ${idle.join(', ')}`);
  say(
    `${count(results)} in ${Math.round((Date.now() - started) / 1000)} s; ${unexpected.length} unexpected` +
      (changed.length === 0
        ? ''
        : `, ${changed.length} differ from docs/verifier-matrix.json (npm run interop -- --write)`),
  );
  return unexpected.length + changed.length + idle.length === 0 ? 0 : 1;
}

/** Writes the two files, or says what is not as they are. */
async function compared(
  matrix: Matrix,
  cases: readonly Case[],
  { write, partial }: InteropOptions,
): Promise<readonly string[]> {
  const template = await readFile(TEMPLATE, 'utf8');
  const page = await format(matrixPage(template, matrix, cases), { parser: 'markdown', printWidth: 120 });
  const json = await format(JSON.stringify(matrix), { parser: 'json', printWidth: 110 });
  if (write) {
    await writeFile(PAGE, page);
    await writeFile(JSON_FILE, json);
    return [];
  }
  if (!existsSync(JSON_FILE)) return ['docs/verifier-matrix.json is not there'];
  const before = JSON.parse(await readFile(JSON_FILE, 'utf8')) as Matrix;
  const cells = differences(matrix, before);
  // With something left out there is no page to compare.
  const whole =
    !partial &&
    !Object.values(matrix.notes)
      .flat()
      .some(({ state }) => state === 'not-run');
  if (cells.length > 0 || !whole) return cells;
  return (await readFile(PAGE, 'utf8')) === page
    ? []
    : ['docs/verifier-matrix.md is not what this run gives'];
}

function perVerifier(results: readonly Result[]): readonly string[] {
  return [...new Set(results.map(({ verifier }) => verifier))].map((id) => {
    const mine = results.filter(({ verifier }) => verifier === id);
    const seconds = mine.reduce((sum, { milliseconds }) => sum + milliseconds, 0) / 1000;
    const foretold = mine.filter(({ doctor }) => doctor === 'agrees').length;
    return `  ${id}: ${count(mine)}; doctor agrees in ${foretold}; ${seconds.toFixed(1)} s`;
  });
}

function count(results: readonly Result[]): string {
  const states = ['pass', 'refused', 'cannot', 'fault', 'not-run', 'unexpected'] as const;
  const parts = states
    .map((state) => ({ state, many: results.filter((each) => each.state === state).length }))
    .filter(({ many }) => many > 0)
    .map(({ state, many }) => `${many} ${state}`);
  return `${results.length} cases: ${parts.join(', ')}`;
}

const nameOf = ({ verifier, ask, exhibit, place, subject, expectation }: Case): string =>
  `${verifier.id} ${ask.id} ${exhibit.id} ${subject} ${place.id}: ${expectation.state}`;

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

process.exitCode = await main();
