// npm run tools -- NAME...   builds released programs of the field from pinned go.mod files (test/interop/tools/NAME)
// into COUNTERSIGN_INTEROP_CACHE/bin. A program whose go.mod, go.sum and Go version have not changed is not built again.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { interopCache } from './interop-cache.mjs';

const TOOLS = join(import.meta.dirname, '..', 'test', 'interop', 'tools');
const HEARTBEAT_MS = 20_000;
const catalogue = JSON.parse(readFileSync(join(TOOLS, 'tools.json'), 'utf8'));
const names = process.argv.slice(2);

if (names.length === 0 || names.includes('--help')) {
  console.log(
    `usage: npm run tools -- NAME...\n\nprograms: ${Object.keys(catalogue).join(', ')}\ninto:     ${interopCache()}/bin`,
  );
  process.exit(names.length === 0 ? 2 : 0);
}
const unknown = names.filter((name) => !(name in catalogue));
if (unknown.length > 0)
  fail(2, `unknown program: ${unknown.join(', ')} (there are: ${Object.keys(catalogue).join(', ')})`);

const go = spawnSync('go', ['env', 'GOVERSION'], { encoding: 'utf8' });
if (go.status !== 0)
  fail(3, 'Go is not on PATH: install Go 1.26 or newer to build the programs of the interop tests');

for (const name of names) await build(name, catalogue[name], go.stdout.trim());

async function build(name, tool, goVersion) {
  const source = join(TOOLS, name);
  const bin = join(interopCache(), 'bin');
  const target = join(bin, tool.binary);
  const stamp = stampOf(source, tool, goVersion);
  mkdirSync(bin, { recursive: true });

  if (
    existsSync(target) &&
    existsSync(`${target}.stamp`) &&
    readFileSync(`${target}.stamp`, 'utf8') === stamp
  ) {
    console.log(`${name}: already built (${target})`);
    return;
  }
  const started = Date.now();
  console.log(`${name}: building ${tool.package} with ${goVersion}; the first time takes minutes`);
  const partial = `${target}.partial-${process.pid}`;
  const code = await run(
    'go',
    [
      'build',
      '-mod=readonly',
      '-trimpath',
      ...(tool.ldflags === undefined ? [] : ['-ldflags', tool.ldflags]),
      '-o',
      partial,
      tool.package,
    ],
    source,
    () => console.log(`${name}: still building after ${seconds(started)} s`),
  );
  if (code !== 0) fail(1, `${name}: go build ended with exit code ${code}`);
  renameSync(partial, target);
  writeFileSync(`${target}.stamp`, stamp);
  const version = spawnSync(target, tool.versionArguments, { encoding: 'utf8' });
  if (version.status !== 0) fail(1, `${name}: it was built, but does not run: ${version.stderr}`);
  console.log(`${name}: built in ${seconds(started)} s (${target})`);
}

function stampOf(source, tool, goVersion) {
  const hash = createHash('sha256').update(`${goVersion}\n${JSON.stringify(tool)}\n`);
  for (const file of readdirSync(source).sort()) hash.update(readFileSync(join(source, file)));
  return `${hash.digest('hex')}\n`;
}

function run(program, args, cwd, heartbeat) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, CGO_ENABLED: '0', GOFLAGS: '', GOWORK: 'off' },
    });
    const timer = setInterval(heartbeat, HEARTBEAT_MS);
    child.once('error', reject);
    child.once('close', (code) => {
      clearInterval(timer);
      resolve(code);
    });
  });
}

function seconds(since) {
  return Math.round((Date.now() - since) / 1000);
}

function fail(code, message) {
  console.error(`tools: ${message}`);
  process.exit(code);
}
