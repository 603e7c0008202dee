// npm run tools -- NAME... | --all   brings released programs of the field into COUNTERSIGN_INTEROP_CACHE/bin: Go programs from
// pinned go.mod files (test/interop/tools/NAME), Debian's packages, PyPI's. What has not changed is not made again.
//   --budget 35m   what is not made after that time is left out: the running build is ended, the rest is not begun
//   --left-out     makes nothing: ends with 0 where the budget of an earlier run has left one of them out, with 1 where not
// What became of each is in COUNTERSIGN_INTEROP_CACHE/tools-status.json, for `npm run interop` to say why a program is missing.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { interopCache } from './interop-cache.mjs';
import { makeDebian } from './tools/debian.mjs';
import { goVersion, makeGo } from './tools/go.mjs';
import { makePython, pythonVersion } from './tools/python.mjs';
import { isMade, stampOf, writeStamp } from './tools/stamp.mjs';
import { run, seconds } from './tools/run.mjs';

const TOOLS = join(import.meta.dirname, '..', 'test', 'interop', 'tools');
const STATUS = join(interopCache(), 'tools-status.json');
/** In the order in which they are made: those that must not be missing first, then the cheap ones. */
const catalogue = JSON.parse(readFileSync(join(TOOLS, 'tools.json'), 'utf8'));
const { names, deadline, leftOutAlone } = readArguments();
if (leftOutAlone) process.exit(reportLeftOut() ? 0 : 1);

mkdirSync(join(interopCache(), 'bin'), { recursive: true });
const status = readStatus();
let failed = false;
for (const [at, name] of names.entries()) {
  const outcome = await make(name, catalogue[name], `${name} (${at + 1} of ${names.length})`);
  for (const binary of binariesOf(catalogue[name])) status[binary] = outcome;
  writeFileSync(STATUS, `${JSON.stringify(status, undefined, 2)}\n`);
  if (outcome.state === 'failed') failed = true;
}
process.exitCode = failed ? 1 : 0;

/** Makes one tool. Answers `{ state: built | not-run | failed, why? }`. */
async function make(name, tool, title) {
  const folder = join(TOOLS, name);
  const cache = interopCache();
  const binaries = binariesOf(tool);
  const kind = kindOf(tool);
  const made = { name, tool, folder, cache, deadline, title };
  try {
    const stamp = stampOf(folder, tool, kind.version());
    if (isMade(cache, binaries, stamp)) {
      console.log(`${title}: already there`);
      return { state: 'built' };
    }
    if (deadline <= Date.now()) return leftOut(title);
    const started = Date.now();
    console.log(`${title}: ${kind.words}; the first time takes ${kind.patience}`);
    if (!(await kind.make(made))) return leftOut(title);
    for (const [binary, args] of Object.entries(tool.version)) {
      const { code, words } = await run(join(cache, 'bin', binary), args, { quiet: true });
      if (code !== 0) throw new Error(`${binary} is there, but does not run: ${words.slice(-2000)}`);
    }
    writeStamp(cache, binaries, stamp);
    console.log(`${title}: ready after ${seconds(started)} s`);
    return { state: 'built' };
  } catch (error) {
    console.error(`tools: ${title}: ${error.message}`);
    return { state: 'failed', why: error.message };
  }
}

function binariesOf(tool) {
  return Object.keys(tool.go ?? tool.debian ?? tool.python);
}

function leftOut(title) {
  console.log(`${title}: not run: budget`);
  return { state: 'not-run', why: 'budget' };
}

function reportLeftOut() {
  const before = readStatus();
  const found = names.filter((name) =>
    binariesOf(catalogue[name]).some((binary) => before[binary]?.why === 'budget'),
  );
  if (found.length > 0) console.log(`not run: budget (${found.join(', ')})`);
  return found.length > 0;
}

function kindOf(tool) {
  if (tool.go !== undefined)
    return { make: makeGo, version: goVersion, words: 'building with Go', patience: 'minutes' };
  if (tool.debian !== undefined)
    return { make: makeDebian, version: () => '', words: "fetching Debian's packages", patience: 'seconds' };
  return { make: makePython, version: pythonVersion, words: 'installing from PyPI', patience: 'seconds' };
}

function readArguments() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      all: { type: 'boolean', default: false },
      budget: { type: 'string' },
      'left-out': { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  const known = Object.keys(catalogue);
  if (values.help || (positionals.length === 0 && !values.all)) {
    console.log(
      `usage: npm run tools -- NAME... | --all [--budget 35m | --left-out]\n\nprograms: ${known.join(', ')}\ninto:     ${interopCache()}/bin`,
    );
    process.exit(values.help ? 0 : 2);
  }
  const unknown = positionals.filter((name) => !known.includes(name));
  if (unknown.length > 0) misused(`unknown program: ${unknown.join(', ')} (there are: ${known.join(', ')})`);
  return {
    names: values.all ? known : positionals,
    leftOutAlone: values['left-out'],
    deadline: values.budget === undefined ? Infinity : Date.now() + milliseconds(values.budget),
  };
}

function milliseconds(text) {
  const [, count, unit] = /^(\d{1,5})(s|m|h)$/.exec(text) ?? [];
  if (count === undefined) misused(`--budget ${text}: give it as 90s, 35m or 1h`);
  return Number(count) * { s: 1000, m: 60_000, h: 3_600_000 }[unit];
}

function misused(message) {
  console.error(`tools: ${message}`);
  process.exit(2);
}

function readStatus() {
  try {
    return JSON.parse(readFileSync(STATUS, 'utf8'));
  } catch {
    return {};
  }
}
