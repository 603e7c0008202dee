import { spawn } from 'node:child_process';
import process from 'node:process';

const HEARTBEAT_MS = 20_000;
const MAX_WORDS = 1_000_000;

/**
 * Runs a program to its end, without a shell, saying every 20 seconds that it still runs. After the deadline it and what it
 * started are ended. Answers `{ code, words, late }`.
 */
export function run(program, args, { cwd, env = {}, deadline = Infinity, title, quiet = false } = {}) {
  return new Promise((resolve, reject) => {
    const started = Date.now();
    // A process group of its own: a compiler's children end with it.
    const child = spawn(program, args, {
      cwd,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...env },
    });
    let words = '';
    let late = false;
    for (const name of ['stdout', 'stderr']) {
      child[name].setEncoding('utf8').on('data', (text) => {
        words = (words + text).slice(-MAX_WORDS);
        if (!quiet) process[name].write(text);
      });
    }
    const end = () => {
      try {
        process.kill(-child.pid, 'SIGTERM');
      } catch {
        // It has ended by itself.
      }
    };
    const heartbeat = setInterval(
      () => {
        if (Date.now() >= deadline) {
          late = true;
          end();
        } else if (title !== undefined) console.log(`${title}: still at it after ${seconds(started)} s`);
      },
      Math.max(1, Math.min(HEARTBEAT_MS, deadline - Date.now())),
    );
    for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, end);
    child.once('error', reject);
    child.once('close', (code) => {
      clearInterval(heartbeat);
      for (const signal of ['SIGINT', 'SIGTERM']) process.removeListener(signal, end);
      resolve({ code, words, late });
    });
  });
}

export const seconds = (since) => Math.round((Date.now() - since) / 1000);
