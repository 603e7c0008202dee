import { spawn, type ChildProcess } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { programPath } from '../rig/programs.js';

const START_TIMEOUT_MS = 60_000;
const POLL_MS = 100;
const END_TIMEOUT_MS = 10_000;
const LAST_WORDS = 1500;

/** A server that runs until it is stopped. */
export interface RunningProgram {
  stop(): Promise<void>;
}

/** How a server is started, and how one knows that it answers. */
export interface ProgramOptions {
  /** Its name among `npm run tools`. */
  readonly name: string;
  readonly args: readonly string[];
  /** For its log and as its working directory. */
  readonly folder: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly ready: () => Promise<boolean>;
  /** SIGKILL where nothing has to be kept and leaving in order takes long: SIGTERM by default. */
  readonly endedBy?: 'SIGTERM' | 'SIGKILL';
}

/** Starts a server and waits until it answers. Rejects with its last words where it ends before or takes a minute. */
export async function startProgram(options: ProgramOptions): Promise<RunningProgram> {
  const { name, args, folder, env, ready, endedBy = 'SIGTERM' } = options;
  const log = join(folder, `${name}.log`);
  const child = spawn(programPath(name), args, {
    cwd: folder,
    env: { PATH: process.env.PATH, HOME: folder, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output = createWriteStream(log);
  child.stdout.pipe(output, { end: false });
  child.stderr.pipe(output, { end: false });
  let failure: Error | undefined;
  child.once('error', (error) => {
    failure = error;
  });
  const deadline = Date.now() + START_TIMEOUT_MS;
  while (!(await ready().catch(() => false))) {
    const ended = hasEnded(child) || failure !== undefined;
    if (ended || Date.now() > deadline) {
      await end(child, endedBy);
      const words = (await readFile(log, 'utf8').catch(() => '')).slice(-LAST_WORDS);
      throw new Error(
        `${name} ${ended ? 'ended' : 'did not answer within a minute'}: ${failure?.message ?? words}`,
      );
    }
    await sleep(POLL_MS);
  }
  return { stop: () => end(child, endedBy) };
}

const hasEnded = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null;

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.pid === undefined || hasEnded(child)) return;
  const ended = new Promise<void>((resolve) => {
    child.once('close', () => {
      resolve();
    });
  });
  child.kill(signal);
  const timer = setTimeout(() => child.kill('SIGKILL'), END_TIMEOUT_MS);
  await ended;
  clearTimeout(timer);
}

/** Whether a server answers at all there: for `ready`. */
export const answers = async (url: string): Promise<boolean> => (await fetch(url)).status < 500;
