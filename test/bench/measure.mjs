import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import process from 'node:process';

const POLL_MS = 5;

/**
 * Runs a program to its end. Wall time in milliseconds; peak resident memory in MiB of that process as the kernel counts
 * it (VmHWM of /proc, read every few milliseconds; undefined elsewhere than on Linux). Throws unless the exit code is
 * the one expected.
 */
export function measure(program, args, { env = {}, expect = 0 } = {}) {
  return new Promise((resolve, reject) => {
    const started = process.hrtime.bigint();
    const child = spawn(program, args, {
      env: { PATH: process.env['PATH'], HOME: process.env['HOME'], ...env },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let peakKiB = 0;
    let stderr = '';
    const poll = setInterval(() => (peakKiB = Math.max(peakKiB, peakOf(child.pid))), POLL_MS);
    child.stderr.on('data', (text) => (stderr += text));
    child.once('error', reject);
    child.once('close', (code) => {
      clearInterval(poll);
      const ms = Number(process.hrtime.bigint() - started) / 1e6;
      if (code !== expect)
        reject(new Error(`${program} ${args.join(' ')} ended with ${code}: ${stderr.slice(-2000)}`));
      else resolve({ ms, peakMiB: peakKiB === 0 ? undefined : peakKiB / 1024 });
    });
  });
}

function peakOf(pid) {
  try {
    return Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);
  } catch {
    return 0; // ended already, or no /proc
  }
}

/** Runs each function in turn, `rounds` times after one warm-up: A B A B, so that a drift of the machine hits both. */
export async function inTurn(rounds, functions) {
  const results = functions.map(() => []);
  for (let round = -1; round < rounds; round += 1) {
    for (const [index, run] of functions.entries()) {
      const result = await run();
      if (round >= 0) results[index].push(result);
    }
  }
  return results;
}

export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
