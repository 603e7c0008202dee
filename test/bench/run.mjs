// npm run bench -- [claims] [start] [memory] [sbom] [scan] [around] [size] [figures] [--write]
//   without names: all. --write puts the tables into docs/benchmarks.md, and the figures into README.md, between their
//   markers.
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { around } from './around.mjs';
import { claims } from './claims.mjs';
import { figures } from './figures.mjs';
import { memory } from './memory.mjs';
import { sbom } from './sbom.mjs';
import { scan } from './scan.mjs';
import { start } from './start.mjs';

const ROOT = join(import.meta.dirname, '../..');
const DOCUMENT = join(ROOT, 'docs/benchmarks.md');
const MARKERS = ['<!-- results: npm run bench -- --write -->', '<!-- end of results -->'];
const FIGURES = ['<!-- figures: npm run bench -- figures --write -->', '<!-- end of figures -->'];
const benches = {
  claims: claimsTable,
  start: startTable,
  memory: memoryTable,
  sbom: sbomTable,
  scan: scanTable,
  around: aroundTable,
  size: sizeTable,
};

const names = process.argv.slice(2).filter((argument) => argument !== '--write');
const unknown = names.filter((name) => !(name in benches) && name !== 'figures');
if (unknown.length > 0) {
  console.error(
    `bench: there is no ${unknown.join(', ')}; there are ${Object.keys(benches).join(', ')}, figures`,
  );
  process.exit(2);
}
const wanted = Object.keys(benches).filter((name) => names.length === 0 || names.includes(name));
if (wanted.length > 0) {
  const sections = [machine()];
  for (const name of wanted) sections.push(await benches[name]());
  tell(sections.join('\n\n'), DOCUMENT, MARKERS);
}
if (names.length === 0 || names.includes('figures'))
  tell(await figuresTable(), join(ROOT, 'README.md'), FIGURES);

function tell(text, document, markers) {
  console.log(text);
  if (process.argv.includes('--write')) write(text, document, markers);
}

function machine() {
  return `Machine: ${cpus().length} cores (${cpus()[0]?.model.trim() ?? 'unknown'}), ${Math.round(totalmem() / 2 ** 30)} GiB, Linux ${process.arch}, Node ${process.versions.node}.`;
}

async function claimsTable() {
  const rows = await claims();
  const lines = rows.map(({ job, latencyMs, who, ms, requests, peakMiB, ratio, byService }) =>
    row([
      job,
      `${latencyMs} ms`,
      who,
      `${(ms / 1000).toFixed(2)} s`,
      requests,
      services(byService),
      `${Math.round(peakMiB)} MiB`,
      ratio === undefined ? '-' : [ratio.ms, ratio.requests, ratio.peakMiB].map(fixed).join(' / '),
    ]),
  );
  return [
    '### Four claims on one digest',
    '',
    row([
      'job',
      'injected per request',
      'who',
      'wall (median)',
      'requests',
      'by service',
      'peak memory',
      'wall / requests / memory beside cosign',
    ]),
    row(Array.from({ length: 8 }, () => '---')),
    ...lines,
  ].join('\n');
}

async function startTable() {
  const { actionMs, bareMs, ratio } = await start();
  return [
    '### Start',
    '',
    row(['`node dist/verify/index.js` to its first input error', '`node -e 0`', 'ratio']),
    row(['---', '---', '---']),
    row([`${actionMs.toFixed(0)} ms`, `${bareMs.toFixed(0)} ms`, fixed(ratio)]),
  ].join('\n');
}

async function memoryTable() {
  const { idleMiB, busyMiB, aboveMiB } = await memory();
  return [
    '### Memory: attesting a 10 MB predicate in every layout',
    '',
    row(['idle', 'peak', 'above idle']),
    row(['---', '---', '---']),
    row([idleMiB, busyMiB, aboveMiB].map((value) => `${Math.round(value)} MiB`)),
  ].join('\n');
}

async function sbomTable() {
  const { bytes, rows } = await sbom();
  const size = (count) => `${(count / 1e6).toFixed(1)} MB`;
  return [
    `### SBOM of 50,000 packages (SPDX ${size(bytes.spdx)}, CycloneDX ${size(bytes.cdx)})`,
    '',
    row(['job, as a process of its own', 'wall (median)', 'peak memory']),
    row(Array.from({ length: 3 }, () => '---')),
    ...rows.map(({ job, ms, peakMiB }) =>
      row([job, `${(ms / 1000).toFixed(2)} s`, `${Math.round(peakMiB)} MiB`]),
    ),
  ].join('\n');
}

async function scanTable() {
  const {
    matches,
    reportBytes,
    ms,
    cpuMs,
    peakMiB,
    times,
    sarifBytes,
    sarifPackedBytes,
    predicateBytes,
    withinBounds,
  } = await scan();
  if (!withinBounds) process.exitCode = 1;
  const megabytes = (bytes) => `${(bytes / 1e6).toFixed(1)} MB`;
  return [
    `### Scan: a report of ${matches} matches (${megabytes(reportBytes)}), read, decided and written`,
    '',
    row([
      'wall (median)',
      'CPU',
      'read',
      'decide',
      'SARIF',
      'predicate',
      'peak memory',
      'SARIF (compressed)',
      'predicate',
    ]),
    row(Array.from({ length: 9 }, () => '---')),
    row([
      `${(ms / 1000).toFixed(2)} s`,
      `${(cpuMs / 1000).toFixed(2)} s`,
      ...['read', 'decide', 'sarif', 'predicate'].map((step) => `${(times[step] / 1000).toFixed(2)} s`),
      `${Math.round(peakMiB)} MiB`,
      `${megabytes(sarifBytes)} (${megabytes(sarifPackedBytes)})`,
      megabytes(predicateBytes),
    ]),
    ...(withinBounds ? [] : ['', 'Beyond the bounds that are promised.']),
  ].join('\n');
}

async function aroundTable() {
  const figures = await around();
  const title = '### Around syft and grype on a real image';
  if (figures === undefined)
    return `${title}\n\nNot measured: \`npm run tools -- syft grype\` builds the programs.`;
  const { packedBytes, load, describe, scan } = figures;
  const seconds = (ms) => `${(ms / 1000).toFixed(2)} s`;
  const lines = [
    ['generate-sbom, three formats', describe, 'from the registry'],
    ['scan of its SBOM', scan, 'over the same SBOM'],
  ].map(([job, { ms, own, share, bareMs, ratio }, how]) =>
    row([
      job,
      seconds(ms),
      seconds(own),
      `${(share * 100).toFixed(0)} %`,
      `${seconds(bareMs)} (${how})`,
      fixed(ratio),
    ]),
  );
  return [
    `${title} (${(packedBytes / 1e6).toFixed(0)} MB packed; load ${load.map(fixed).join(' to ')})`,
    '',
    row(['job', 'whole run', "the program's process", 'added', 'the program alone', 'whole run beside it']),
    row(Array.from({ length: 6 }, () => '---')),
    ...lines,
  ].join('\n');
}

function sizeTable() {
  const files = readdirSync(join(ROOT, 'dist'), { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const bytes = files.reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
  return `### Size\n\n\`dist/\`: ${(bytes / 1e6).toFixed(2)} MB in ${files.length} files, not minified.`;
}

function services(byService) {
  return Object.entries(byService)
    .filter(([, count]) => count > 0)
    .map(([service, count]) => `${service} ${count}`)
    .join(', ');
}

function row(cells) {
  return `| ${cells.join(' | ')} |`;
}

function fixed(value) {
  return value.toFixed(2);
}

async function figuresTable() {
  const rows = await figures();
  const lines = rows.map(({ name, api, fallback }) =>
    row([
      name,
      api.logEntries,
      api.timestamps,
      `${api.storedObjects} (${fallback.storedObjects})`,
      `${api.registry} (${fallback.registry})`,
      api.sigstore,
    ]),
  );
  return [
    row(['run', 'log entries', 'timestamps', 'objects stored', 'registry requests', 'requests to Sigstore']),
    row(Array.from({ length: 6 }, () => '---')),
    ...lines,
  ].join('\n');
}

function write(text, path, [begin, end]) {
  const document = readFileSync(path, 'utf8');
  const [from, to] = [document.indexOf(begin), document.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`${path} lacks the markers ${begin} and ${end}`);
  writeFileSync(path, `${document.slice(0, from + begin.length)}\n\n${text}\n\n${document.slice(to)}`);
  execFileSync('prettier', ['--write', '--log-level', 'warn', path]);
}
