import assert from 'node:assert/strict';
import { describe, it } from '@jest/globals';
import { whileTold } from './still-running.js';

/** A clock whose time passes when a test says so. */
function stage() {
  const lines: string[] = [];
  const waits: { readonly ms: number; readonly end: () => void }[] = [];
  const say = (line: string): void => void lines.push(line);
  return {
    lines,
    clock: {
      now: () => new Date(0),
      sleep: (ms: number, signal?: AbortSignal) =>
        new Promise<void>((resolve, reject) => {
          waits.push({ ms, end: resolve });
          signal?.addEventListener('abort', () => {
            reject(new Error('interrupted'));
          });
        }),
    },
    log: { debug: say, info: say, warn: say },
    pass: async () => {
      const wait = waits.pop();
      assert.equal(wait?.ms, 30_000);
      wait.end();
      await new Promise(setImmediate);
    },
  };
}

describe('long work', () => {
  it('is told every 30 seconds until it ends, and not after', async () => {
    const { lines, pass, clock, log } = stage();
    let end: (value: string) => void = () => undefined;
    const working = whileTold(
      'describing linux/amd64',
      { clock, log },
      () => new Promise<string>((resolve) => (end = resolve)),
    );
    assert.deepEqual(lines, []);
    await pass();
    await pass();
    assert.deepEqual(lines, [
      'Still describing linux/amd64 (0.5 min)',
      'Still describing linux/amd64 (1 min)',
    ]);
    end('done');
    assert.equal(await working, 'done');
    assert.equal(lines.length, 2);
  });

  it('that fails ends its telling with its own error', async () => {
    const { lines, clock, log } = stage();
    await assert.rejects(
      whileTold('scanning', { clock, log }, () => Promise.reject(new Error('grype died'))),
      /grype died/,
    );
    assert.deepEqual(lines, []);
  });
});
