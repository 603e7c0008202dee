import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { COUNTERSIGN } from './countersign.js';

/** A test bed in a process of its own, started by the command. */
export interface TestbedProcess {
  readonly description: Readonly<Record<string, unknown>> & {
    readonly registry: string;
    readonly env: string;
  };
  /** What it printed so far on stdout. */
  readonly stdout: () => string;
  /** Sends the signal and answers the exit code. */
  stop(signal: NodeJS.Signals): Promise<number | null>;
}

/** Waits for `testbed.json`, as a script would. */
export async function startTestbedProcess(
  state: string,
  flags: readonly string[] = [],
): Promise<TestbedProcess> {
  const child = spawn(process.execPath, [COUNTERSIGN, 'testbed', '--state', state, ...flags], {
    env: { PATH: process.env.PATH },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [stdout, stderr] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  const path = join(state, 'testbed.json');
  while (!existsSync(path)) {
    if (child.exitCode !== null) throw new Error(`the test bed ended: ${stderr}`);
    await sleep(20);
  }
  return {
    description: JSON.parse(readFileSync(path, 'utf8')) as TestbedProcess['description'],
    stdout: () => stdout,
    stop: (signal) => end(child, signal),
  };
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode !== null) return child.exitCode;
  child.kill(signal);
  await once(child, 'close');
  return child.exitCode;
}
