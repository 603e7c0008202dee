import { mkdir, readFile } from 'node:fs/promises';
import { createConnection } from 'node:net';
import { join } from 'node:path';
import { runProcess } from '../../support/run-process.js';
import { programPath } from '../rig/programs.js';
import { answers, startProgram, type RunningProgram } from './program.js';

/** Trillian on MariaDB: the Merkle trees of Rekor v1 and of the CT log. */
export interface RunningTrillian {
  /** The port of its gRPC interface. */
  readonly port: number;
  /** Makes a tree and answers its id. */
  newTree(): Promise<string>;
  stop(): Promise<void>;
}

const DATABASE = 'trillian';

export async function startTrillian(
  folder: string,
  [databasePort, rpc, http, signerRpc, signerHttp]: readonly number[],
): Promise<RunningTrillian> {
  if (databasePort === undefined || rpc === undefined) throw new Error('five ports are expected');
  const started: RunningProgram[] = [];
  const stop = async (): Promise<void> => {
    for (const each of started.splice(0).reverse()) await each.stop();
  };
  try {
    started.push(await startDatabase(folder, databasePort));
    const storage = [
      '--quota_system=noop',
      '--storage_system=mysql',
      `--mysql_uri=root@tcp(127.0.0.1:${String(databasePort)})/${DATABASE}`,
    ];
    const at = (name: string, port: number | undefined): string => `--${name}=127.0.0.1:${String(port)}`;
    const healthy = (port: number | undefined) => () => answers(`http://127.0.0.1:${String(port)}/healthz`);
    started.push(
      ...(await Promise.all([
        startProgram({
          name: 'trillian_log_server',
          args: [...storage, at('rpc_endpoint', rpc), at('http_endpoint', http)],
          folder,
          ready: healthy(http),
          endedBy: 'SIGKILL',
        }),
        startProgram({
          name: 'trillian_log_signer',
          args: [
            ...storage,
            ...[at('rpc_endpoint', signerRpc), at('http_endpoint', signerHttp)],
            ...['--force_master', '--sequencer_interval=100ms', '--batch_size=1000'],
          ],
          folder,
          ready: healthy(signerHttp),
          endedBy: 'SIGKILL',
        }),
      ])),
    );
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    port: rpc,
    newTree: async () =>
      (await must(programPath('createtree'), [`--admin_server=127.0.0.1:${String(rpc)}`])).trim(),
    stop,
  };
}

/** A fresh database with Trillian's tables, on loopback, for whoever runs this. */
async function startDatabase(folder: string, port: number): Promise<RunningProgram> {
  const data = join(folder, 'database');
  await mkdir(data);
  const root = process.getuid?.() === 0 ? ['--user=root'] : [];
  await must(programPath('mariadb-install-db'), [
    ...['--no-defaults', `--datadir=${data}`, `--basedir=${join(await debianRoot(), 'usr')}`],
    ...['--auth-root-authentication-method=normal', '--skip-test-db', ...root],
  ]);
  const database = await startProgram({
    name: 'mariadbd',
    args: [
      ...['--no-defaults', `--datadir=${data}`, `--basedir=${join(await debianRoot(), 'usr')}`, ...root],
      ...['--bind-address=127.0.0.1', `--port=${String(port)}`, `--socket=${join(data, 'socket')}`],
      // Nothing here outlives the run.
      ...['--innodb-flush-log-at-trx-commit=0', '--sync-binlog=0', '--innodb-doublewrite=0'],
    ],
    folder,
    ready: () => opens(port),
    endedBy: 'SIGKILL',
  });
  const client = (...args: readonly string[]) =>
    must(programPath('mariadb'), [
      ...['--no-defaults', '--protocol=tcp', '--host=127.0.0.1', `--port=${String(port)}`, '--user=root'],
      ...args,
    ]);
  try {
    await client('--execute', `CREATE DATABASE ${DATABASE}`);
    await client(DATABASE, '--execute', await schema());
  } catch (error) {
    await database.stop();
    throw error;
  }
  return database;
}

/** Where the package of MariaDB was unpacked: its scripts want to be told. */
async function debianRoot(): Promise<string> {
  const script = await readFile(programPath('mariadbd'), 'utf8');
  const root = /^root='(.+)'$/m.exec(script)?.[1];
  if (root === undefined) throw new Error(`${programPath('mariadbd')} does not say where MariaDB is`);
  return root;
}

/** The tables as the very release defines them that is run. */
async function schema(): Promise<string> {
  const pinned = join(import.meta.dirname, '../../../interop/tools/trillian');
  const { code, stdout, stderr } = await runProcess(
    'go',
    ['list', '-mod=readonly', '-m', '-f', '{{.Dir}}', 'github.com/google/trillian'],
    { cwd: pinned },
  );
  if (code !== 0) throw new Error(`where is Trillian's schema? ${stderr}`);
  return readFile(join(stdout.trim(), 'storage/mysql/schema/storage.sql'), 'utf8');
}

const opens = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = createConnection({ port, host: '127.0.0.1' });
    const done = (open: boolean) => () => {
      socket.destroy();
      resolve(open);
    };
    socket.once('connect', done(true)).once('error', done(false));
  });

async function must(program: string, args: readonly string[]): Promise<string> {
  const { code, stdout, stderr } = await runProcess(program, args);
  if (code !== 0) throw new Error(`${program}: ${(stderr || stdout).slice(-1500)}`);
  return stdout;
}
