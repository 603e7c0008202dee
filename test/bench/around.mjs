// What Countersign adds around syft and grype on a real image: the modules of this repository, the scanners' own programs
// and, where there is one, the package database of this machine.
import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { homedir, loadavg, tmpdir } from 'node:os';
import { basename, join, relative } from 'node:path';
import { performance } from 'node:perf_hooks';
import process from 'node:process';
import { promisify } from 'node:util';
import { startTestbed } from '@countersign/testbed';
import { buildImage, debianFiles, pushImage } from '@countersign/testbed/image';
import { inTurn, median } from './measure.mjs';

const ROOT = join(import.meta.dirname, '../..');
const CLI = join(process.env['COUNTERSIGN_ENTRIES'] ?? join(ROOT, 'dist'), 'cli/index.js');
const TOOLS = join(
  process.env['COUNTERSIGN_INTEROP_CACHE'] ?? join(homedir(), '.cache/countersign/interop'),
  'bin',
);
const DATABASE = join(ROOT, 'packages/testbed/vulnerability-db/vulnerability-db.tar.gz');
const STATUS = '/var/lib/dpkg/status';
const ROUNDS = 3;
const run = promisify(execFile);

/** Times in milliseconds (medians), and what we add as a share of the program's own time; undefined without the programs. */
export async function around() {
  const [syft, grype] = ['syft', 'grype'].map((name) => join(TOOLS, name));
  if (![syft, grype].every((path) => existsSync(path))) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'countersign-around-'));
  const bed = await startTestbed();
  try {
    const layers = contents();
    const image = buildImage([{ platform: { os: 'linux', architecture: 'amd64' }, layers }]);
    const pushed = await pushImage({ origin: `http://${bed.registry}`, auth: null }, 'bench/app', image);
    const reference = `${bed.registry}/bench/app@${pushed.platforms[0].digest}`;
    const load = loadavg()[0];
    const describe = await describing(syft, reference, folder, bed.environment);
    const scan = await scanning(grype, join(folder, 'ours/sbom.syft.json'), folder, bed.environment);
    return {
      packedBytes: [...image.blobs.values()].reduce((sum, bytes) => sum + bytes.length, 0),
      load: [load, loadavg()[0]],
      describe,
      scan,
    };
  } finally {
    await bed.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** `own`: syft's process within our run; `share`: what the rest of the run is of it; `ratio`: beside syft from the registry. */
async function describing(syft, reference, folder, env) {
  const ours = ['sbom', reference, '--syft-path', syft, '--output-dir', join(folder, 'ours'), '--json'];
  const outputs = ['spdx-json@2.3', 'cyclonedx-json@1.6', 'syft-json'].flatMap((format) => [
    '--output',
    `${format}=${join(folder, `bare.${format}`)}`,
  ]);
  const [countersign, bare] = await inTurn(ROUNDS, [
    async () => {
      const { ms, report } = await countersignRun(ours, env);
      const own = report.sbom.times.generate;
      return { ms, own, share: (ms - own) / own };
    },
    async () => timed(syft, ['scan', `registry:${reference}`, ...outputs], BARE_SYFT),
  ]);
  return figuresOf(countersign, bare);
}

const BARE_SYFT = {
  SYFT_CHECK_FOR_APP_UPDATE: 'false',
  SYFT_QUIET: 'true',
  SYFT_FILE_METADATA_SELECTION: 'none',
  SYFT_REGISTRY_INSECURE_USE_HTTP: 'true',
};

/** Over the SBOM of the step before, with a database that is there: what a job does. `own`: grype alone, in turn. */
async function scanning(grype, sbom, folder, env) {
  const bareEnv = {
    GRYPE_DB_CACHE_DIR: join(folder, 'bare-db'),
    GRYPE_DB_AUTO_UPDATE: 'false',
    GRYPE_DB_VALIDATE_AGE: 'false',
    GRYPE_CHECK_FOR_APP_UPDATE: 'false',
  };
  await timed(grype, ['db', 'import', DATABASE], bareEnv);
  const database = ['--db-dir', join(folder, 'db'), '--db-file', DATABASE, '--max-db-age', '36500d'];
  const flags = ['--grype-path', grype, '--fail-on', 'none', '--kev', 'ignore'];
  const output = ['--output-dir', join(folder, 'scan'), '--json'];
  const [countersign, bare] = await inTurn(ROUNDS, [
    async () => countersignRun(['scan', '--sbom', sbom, ...flags, ...database, ...output], env),
    async () => timed(grype, [`sbom:${sbom}`, '--output', 'json'], bareEnv),
  ]);
  const own = median(bare.map(({ ms }) => ms));
  return figuresOf(
    countersign.map(({ ms }) => ({ ms, own, share: (ms - own) / own })),
    bare,
  );
}

function figuresOf(countersign, bare) {
  const of = (name) => median(countersign.map((run) => run[name]));
  const bareMs = median(bare.map(({ ms }) => ms));
  return { ms: of('ms'), own: of('own'), share: of('share'), bareMs, ratio: of('ms') / bareMs };
}

async function countersignRun(args, env) {
  const { ms, stdout } = await timed(process.execPath, [CLI, ...args], env);
  return { ms, report: JSON.parse(stdout) };
}

async function timed(program, args, env) {
  const started = performance.now();
  const { stdout } = await run(program, args, {
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], ...env },
    maxBuffer: 1024 ** 3,
  });
  return { ms: performance.now() - started, stdout };
}

/** Lists of files, a list for each layer: paths that a tar archive's header can hold. */
function contents() {
  const modules = join(ROOT, 'node_modules');
  const app = filesBelow(modules)
    .map((path) => ({ path: `app/node_modules/${relative(modules, path)}`, from: path }))
    .filter(({ path }) => path.length < 200 && basename(path).length < 100)
    .map(({ path, from }) => ({ path, bytes: readFileSync(from) }));
  const programs = ['syft', 'grype'].map((name) => ({
    path: `opt/tools/${name}`,
    bytes: readFileSync(join(TOOLS, name)),
    mode: 0o755,
  }));
  const debian = existsSync(STATUS)
    ? debianFiles({ osRelease: readFileSync('/etc/os-release'), status: readFileSync(STATUS) })
    : debianFiles();
  return [debian, app, programs];
}

function filesBelow(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return filesBelow(path);
    return entry.isFile() && entry.name !== 'node' ? [path] : [];
  });
}
