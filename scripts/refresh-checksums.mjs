// Compares the table of tools' checksums with the vendors' releases, adds what is missing and confirms what is there.
//   node scripts/refresh-checksums.mjs [--check] [--tool NAME [--version V]] [--all] [--report FILE]   (after `npm run compile`)
// Without a tool: the default version of each; --all: also every version of the table. --check writes nothing. --report
// writes what changed as Markdown, for a pull request. For tests: --release-url URL, --trusted-root FILE, --table FILE,
// --min-age-days N, --retry-window-ms N.
// Exit codes: 0 the table agrees with the releases, and was written where it changed; 1 something was rejected; 2 bad
// arguments; 3 something could not be decided. Other than 0: nothing was written.
import { mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import prettier from 'prettier';
import { asCountersignError } from '../packages/core/build/errors.js';
import { createHttpClient, systemClock, systemRandom } from '../packages/core/build/http/index.js';
import { printableLines } from '../packages/core/build/report/index.js';
import { GITHUB_RELEASES, parseTools, toolNamed } from '../packages/core/build/tools/index.js';
import { refreshTable, wantedVersions } from '../packages/core/build/tools/refresh/index.js';
import { loadTrust } from '../packages/core/build/trust/index.js';

const TABLE = join(import.meta.dirname, '..', 'packages/core/src/tools/checksums.json');
const EXIT_CODES = { rejection: 1, user: 2 };
const FALLBACK_EXIT_CODE = 3;
/** A pull request takes 65,536 characters. */
const MAX_REPORT_ROWS = 200;

const tempDir = mkdtempSync(join(tmpdir(), 'countersign-checksums-'));
let http;
try {
  process.exitCode = await main(readArguments());
} catch (thrown) {
  process.exitCode = tell([asCountersignError(thrown)]);
} finally {
  http?.close();
  rmSync(tempDir, { recursive: true, force: true });
}

async function main(options) {
  const path = options.table ?? TABLE;
  const table = JSON.parse(readFileSync(path, 'utf8'));
  const wanted = wantedOf(options, table);
  const result = await refreshTable(table, wanted, servicesOf(options), minAgeOf(options));
  for (const line of result.leftOut) print(`left out: ${line}`);
  if (result.table === undefined) return tell(result.failures);

  for (const change of result.changes) print(`${change.kind}: ${describe(change)}`);
  print(
    `${result.verified} files of releases agree with the table; ${result.changes.length} entries changed`,
  );
  if (options.report !== undefined) writeFileSync(options.report, reportOf(result));
  if (!options.check && result.changes.length > 0) await write(path, result.table);
  return 0;
}

function readArguments() {
  const text = { type: 'string' };
  const flag = { type: 'boolean', default: false };
  try {
    const { values } = parseArgs({
      options: {
        check: flag,
        all: flag,
        tool: text,
        version: text,
        report: text,
        'release-url': text,
        'trusted-root': text,
        table: text,
        'min-age-days': text,
        'retry-window-ms': text,
      },
    });
    if (values.version !== undefined && values.tool === undefined) throw new Error('--version needs --tool');
    if (values.all && values.tool !== undefined) throw new Error('--all and --tool exclude each other');
    return values;
  } catch (error) {
    print(`${error.message}; see the head of this script`);
    process.exit(2);
  }
}

function wantedOf({ tool, version, all }, table) {
  if (tool !== undefined) {
    const [wanted] = parseTools([version === undefined ? tool : `${tool}@${version}`]);
    return [{ name: wanted.name, version: wanted.version ?? toolNamed(wanted.name).defaultVersion }];
  }
  return wantedVersions(all ? table : { sources: {}, tools: {} });
}

function servicesOf(options) {
  const log = { debug: () => undefined, info: print, warn: print };
  const base = { clock: systemClock, random: systemRandom, log, signal: new AbortController().signal };
  http = createHttpClient({
    ...base,
    env: process.env,
    ...(options['retry-window-ms'] === undefined
      ? {}
      : { retryWindowMs: Number(options['retry-window-ms']) }),
  });
  const context = { ...base, http };
  const root = options['trusted-root'];
  const source = root === undefined ? { kind: 'public-good' } : { kind: 'file', path: root };
  const url = options['release-url'];
  let trust;
  return {
    context,
    tempDir,
    toolCacheDir: tempDir,
    env: process.env,
    credentials: { explicit: [], env: {}, homeDir: undefined },
    trust: () => (trust ??= loadTrust(source, { context, cacheDir: tempDir })),
    releases: url === undefined ? GITHUB_RELEASES : { baseUrl: url, redirectHosts: [] },
  };
}

function minAgeOf({ 'min-age-days': days }) {
  return days === undefined ? undefined : Number(days) * 24 * 60 * 60_000;
}

/** In one step: nobody reads half a table. */
async function write(path, table) {
  const options = await prettier.resolveConfig(TABLE);
  const text = await prettier.format(JSON.stringify(table, undefined, 2), { ...options, parser: 'json' });
  const draft = `${path}.new`;
  writeFileSync(draft, text);
  renameSync(draft, path);
}

function describe({ file: { name, version, key, asset, sha256 }, sources }) {
  return `${name} ${version} ${key}, ${asset}, sha256 ${sha256}, from ${sources.join(' and ')}`;
}

/** Names of the catalogue, exact versions and hexadecimal digits: nothing in it was chosen by a host. */
function reportOf({ changes, leftOut, verified }) {
  const rows = changes
    .slice(0, MAX_REPORT_ROWS)
    .map(
      ({ kind, file: { name, version, key, asset, sha256 }, sources }) =>
        `| ${kind} | ${name} ${version} | ${key} | \`${asset}\` | \`${sha256}\` | ${sources.join(', ')} |`,
    );
  return [
    `${verified} files of vendors' releases were downloaded, verified and compared with the table.`,
    '',
    '| change | tool | platform | file | sha256 | sources |',
    '| --- | --- | --- | --- | --- | --- |',
    ...rows,
    '',
    ...(changes.length > rows.length ? [`And ${changes.length - rows.length} more, in the file.`, ''] : []),
    ...(leftOut.length === 0 ? [] : ['Left as it was:', '', ...leftOut.map((line) => `- ${line}`), '']),
    'Before this is merged: look up a few of the sums in the releases by another way, run `npm run build` on this branch',
    'and commit `dist/`, which has the table in it. One source alone confirms nothing.',
    '',
  ].join('\n');
}

/** Says all that failed; the gravest decides the exit code. */
function tell(failures) {
  const codes = failures.map(({ fault }) => EXIT_CODES[fault] ?? FALLBACK_EXIT_CODE);
  for (const { code, message, remedy } of failures) print(`${code}: ${message}\n  ${remedy}`);
  print(`Nothing was written: ${failures.length} failed.`);
  return Math.min(...codes);
}

/** What a host said may stand in an error: nothing of it reaches the runner as a command. */
function print(text) {
  console.error(printableLines(text).join('\n'));
}
