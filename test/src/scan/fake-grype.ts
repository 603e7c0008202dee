import { chmod, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** A recording of grype's, by its name. */
type Recording = 'npm' | 'clean';

export const RECORDINGS = resolve(import.meta.dirname, '../../src/scan/recordings');

/** What the fake does; what is left out goes well. */
export interface Behaviour {
  readonly version?: string;
  readonly schema?: number;
  /** Exit codes of `db update`, one after the other; the last one stays. */
  readonly updates?: readonly number[];
  readonly importExit?: number;
  /** Distributions (`debian:99`) that its database does not have. */
  readonly unknownDistributions?: readonly string[];
  /** Laid over a good answer of `db status`. */
  readonly status?: Readonly<Record<string, unknown>>;
  /** In place of the answer, as it stands. */
  readonly statusText?: string;
  readonly scan?: {
    readonly recording?: Recording;
    /** By the file name of the SBOM. */
    readonly recordingOf?: Readonly<Record<string, Recording>>;
    /** In place of a recording, as it stands. */
    readonly text?: string;
    readonly exit?: number;
    readonly message?: string;
    /** Dies of a signal. */
    readonly crash?: boolean;
    readonly sleepMs?: number;
    /** Digest in the report, whatever the SBOM says. */
    readonly digest?: string;
    /** Which distribution the report says; Debian 12 where left out. */
    readonly distro?: Readonly<Record<string, unknown>>;
    /** When the report's database was built; what status says where left out. */
    readonly built?: string;
  };
}

interface Call {
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly cwd: string;
  readonly filesInCwd: readonly string[];
}

export interface FakeGrype {
  readonly path: string;
  readonly folder: string;
  behave(behaviour: Behaviour): Promise<void>;
  calls(): Promise<readonly Call[]>;
}

/** A program that speaks grype's protocol from recordings: the one edge of a scan that is played here. */
export async function fakeGrype(behaviour: Behaviour = {}): Promise<FakeGrype> {
  const folder = await mkdtemp(join(tmpdir(), 'countersign-fake-grype-'));
  const path = join(folder, 'grype');
  const behave = (next: Behaviour): Promise<void> =>
    writeFile(join(folder, 'behaviour.json'), JSON.stringify(next));
  await behave(behaviour);
  await writeFile(path, `#!${process.execPath}\n${PROGRAM}`);
  await chmod(path, 0o755);
  return {
    path,
    folder,
    behave,
    calls: async () => {
      const text = await readFile(join(folder, 'calls.jsonl'), 'utf8').catch(() => '');
      return text
        .split('\n')
        .filter((each) => each !== '')
        .map((each) => JSON.parse(each) as Call);
    },
  };
}

/** CommonJS: a file without an ending is read so. */
const PROGRAM = `
const fs = require('node:fs');
const path = require('node:path');
const folder = __dirname;
const recordings = ${JSON.stringify(RECORDINGS)};
const behaviour = JSON.parse(fs.readFileSync(path.join(folder, 'behaviour.json'), 'utf8'));
const args = process.argv.slice(2);
const log = path.join(folder, 'calls.jsonl');
const before = fs.existsSync(log) ? fs.readFileSync(log, 'utf8').split('\\n').filter(Boolean).map((line) => JSON.parse(line)) : [];
fs.appendFileSync(log, JSON.stringify({ args, env: process.env, cwd: process.cwd(), filesInCwd: fs.readdirSync('.') }) + '\\n');
const built = new Date(Date.now() - 24 * 3600 * 1000).toISOString();
const status = {
  schemaVersion: 'v6.1.9',
  from: 'https://grype.example/databases/v6/vulnerability-db_v6.1.9.tar.zst?checksum=sha256%3A' + 'ab'.repeat(32),
  built,
  path: path.join(process.env.GRYPE_DB_CACHE_DIR ?? '', '6', 'vulnerability.db'),
  valid: true,
  ...behaviour.status,
};
const fail = (code, text) => {
  process.stderr.write(text + '\\n');
  process.exitCode = code;
};
if (args[0] === 'version') {
  console.log(JSON.stringify({ application: 'grype', version: behaviour.version ?? '0.117.0', supportedDbSchema: behaviour.schema ?? 6 }));
} else if (args[0] === 'db' && args[1] === 'update') {
  const codes = behaviour.updates ?? [0];
  const done = before.filter((call) => call.args[1] === 'update').length;
  const code = codes[Math.min(done, codes.length - 1)];
  if (code !== 0) fail(code, '\\u001b[31munable to update vulnerability database: 503 Service Unavailable\\u001b[0m');
} else if (args[0] === 'db' && args[1] === 'import') {
  if (behaviour.importExit) fail(behaviour.importExit, 'unable to extract DB file');
} else if (args[0] === 'db' && args[1] === 'status') {
  process.stdout.write(behaviour.statusText ?? JSON.stringify(status));
  if (!status.valid) process.exitCode = 1;
} else if (args[0] === 'db' && args[1] === 'search') {
  const asked = args.find((each) => each.startsWith('--distro='))?.slice('--distro='.length);
  if ((behaviour.unknownDistributions ?? []).includes(asked)) fail(1, '[0000] ERROR unable to get affected packages for any: OS not present');
  else console.log('[]');
} else if ((args[0] ?? '').startsWith('sbom:')) {
  scan(args[0].slice('sbom:'.length));
} else {
  fail(1, 'the fake does not know ' + args.join(' '));
}
function scan(sbom) {
  const { recording = 'npm', recordingOf = {}, text, exit = 0, message = '', crash, sleepMs = 0, digest, distro = { name: 'debian', version: '12', idLike: [] }, built: builtOfScan } = behaviour.scan ?? {};
  const play = () => {
    if (crash) process.kill(process.pid, 'SIGSEGV');
    if (message !== '') process.stderr.write(message + '\\n');
    if (text !== undefined) process.stdout.write(text);
    else if (exit === 0) process.stdout.write(report());
    process.exitCode = exit;
  };
  const report = () => {
    const name = recordingOf[path.basename(sbom)] ?? recording;
    const document = JSON.parse(fs.readFileSync(path.join(recordings, name + '.grype.json'), 'utf8'));
    const described = JSON.parse(fs.readFileSync(sbom, 'utf8')).source?.metadata?.manifestDigest;
    const named = digest ?? described;
    if (named !== undefined && document.source.target?.manifestDigest !== undefined) {
      document.source.target.manifestDigest = named;
      document.source.target.repoDigests = ['registry.example/acme/app@' + named];
    }
    document.distro = distro;
    document.descriptor.db.status.built = builtOfScan ?? status.built;
    return JSON.stringify(document);
  };
  setTimeout(play, sleepMs);
}
`;
