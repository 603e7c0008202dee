// `npm run interop`: the released verifiers of the field on what Countersign and others wrote.
import { parseArgs } from 'node:util';
import { casesOf } from './rig/cases.js';
import { discover } from './rig/discover.js';
import { PLACES } from './rig/places.js';
import { runCases } from './rig/run-cases.js';

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    exhibit: { type: 'string' },
    place: { type: 'string' },
    list: { type: 'boolean', default: false },
    smoke: { type: 'boolean', default: false },
    json: { type: 'string' },
    write: { type: 'boolean', default: false },
  },
});
const { verifiers, exhibits, exceptions } = await discover();
const named =
  (text: string | undefined) =>
  (id: string): boolean =>
    text?.split(',').includes(id) ?? true;
const all = casesOf(verifiers, exhibits, PLACES, exceptions);
const cases = all.filter(
  ({ verifier, exhibit, place }) =>
    named(values.only)(verifier.id) && named(values.exhibit)(exhibit.id) && named(values.place)(place.id),
);
const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};
const { results } = await runCases(cases, { say });
const unexpected = results.filter(({ state }) => state === 'unexpected');
say(`${results.length} cases, ${unexpected.length} unexpected`);
process.exitCode = unexpected.length === 0 ? 0 : 1;
