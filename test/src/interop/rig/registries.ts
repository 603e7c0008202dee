import { spawn, type ChildProcess } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { PlaceFacts } from '../contract.js';
import { REAL_SIGSTORE_PROGRAMS } from '../real-sigstore/start.js';
import { programPath } from './programs.js';

/** A registry of somebody else that runs as a process of its own. */
export interface ForeignRegistry {
  /** `127.0.0.1:port` */
  readonly host: string;
  stop(): Promise<void>;
}

/** The programs that a place needs. */
export const placePrograms = (place: PlaceFacts): readonly string[] => [
  ...registryPrograms(place),
  ...(place.sigstore === 'real' ? REAL_SIGSTORE_PROGRAMS : []),
];

const registryPrograms = ({ registry }: PlaceFacts): readonly string[] =>
  registry === 'testbed' ? [] : [registry === 'distribution' ? 'distribution' : 'registry-with-referrers'];

/** Starts one on a free port of 127.0.0.1, its data below `folder`, and waits until it answers. */
export async function startForeignRegistry(
  registry: 'distribution' | 'go-containerregistry',
  folder: string,
): Promise<ForeignRegistry> {
  const port = await freePort();
  const host = `127.0.0.1:${port}`;
  await mkdir(folder);
  const child =
    registry === 'distribution'
      ? spawn(programPath('distribution'), ['serve', await distributionConfig(folder, host)], {
          env: { OTEL_TRACES_EXPORTER: 'none' },
          stdio: 'ignore',
        })
      : spawn(programPath('registry-with-referrers'), ['-port', String(port)], { env: {}, stdio: 'ignore' });
  const stop = (): Promise<void> => ended(child);
  try {
    await answering(child, host);
  } catch (error) {
    await stop();
    throw error;
  }
  return { host, stop };
}

async function distributionConfig(folder: string, host: string): Promise<string> {
  const path = join(folder, 'config.yml');
  const config = {
    version: 0.1,
    log: { level: 'error', accesslog: { disabled: true } },
    storage: { filesystem: { rootdirectory: join(folder, 'data') }, delete: { enabled: true } },
    http: { addr: host },
  };
  await writeFile(path, JSON.stringify(config)); // JSON is YAML
  return path;
}

/** A port that is free now; whoever else takes it first makes the start fail, and says so. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      server.close(() => {
        resolve(port);
      });
    });
  });
}

const PATIENCE_MS = 20_000;

async function answering(child: ChildProcess, host: string): Promise<void> {
  let failure: unknown;
  child.once('error', (error) => {
    failure = error;
  });
  const until = Date.now() + PATIENCE_MS;
  while (Date.now() < until) {
    await sleep(50);
    if (failure !== undefined) throw failure as Error;
    if (child.exitCode !== null)
      throw new Error(`the registry for ${host} ended with code ${child.exitCode}`);
    try {
      if ((await fetch(`http://${host}/v2/`)).ok) return;
    } catch {
      continue; // It does not listen yet.
    }
  }
  throw new Error(`the registry for ${host} did not answer within ${PATIENCE_MS / 1000} s`);
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.pid === undefined) return;
  const closed = new Promise<void>((resolve) => {
    child.once('close', () => {
      resolve();
    });
  });
  child.kill('SIGTERM');
  await closed;
}
