// `npm run interop`: the released verifiers of the field on what Countersign and others wrote.
import { parseArgs } from 'node:util';
import type { Result } from './contract.js';
import { casesOf } from './rig/cases.js';
import { discover } from './rig/discover.js';
import { PLACES } from './rig/places.js';
import { runCases } from './rig/run-cases.js';

const { values } = parseArgs({
  options: { only: { type: 'string' } },
});
const { verifiers, exhibits, exceptions } = await discover();
const only = values.only?.split(',');
const chosen = verifiers.filter(({ id }) => only?.includes(id) ?? true);
const cases = casesOf(chosen, exhibits, PLACES, exceptions);
const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};
const results: readonly Result[] = await runCases(cases, say);
const unexpected = results.filter(({ state }) => state === 'unexpected');
say(`${results.length} cases, ${unexpected.length} unexpected`);
process.exitCode = unexpected.length === 0 ? 0 : 1;
