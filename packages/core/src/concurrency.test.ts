import assert from 'node:assert/strict';
import { setImmediate } from 'node:timers/promises';
import { describe, it } from '@jest/globals';
import { allEnded, createGate } from './concurrency.js';

describe('createGate', () => {
  it('runs no more tasks at a time than its limit, and all of them, failures included', async () => {
    const gate = createGate(3);
    let running = 0;
    let most = 0;
    const results = await Promise.allSettled(
      Array.from({ length: 10 }, (_, index) =>
        gate(async () => {
          running += 1;
          most = Math.max(most, running);
          await setImmediate();
          running -= 1;
          if (index % 4 === 1) throw new Error('no');
          return index;
        }),
      ),
    );
    assert.equal(most, 3);
    assert.equal(running, 0);
    assert.deepEqual(
      results.map((result) => (result.status === 'fulfilled' ? result.value : undefined)),
      [0, undefined, 2, 3, 4, undefined, 6, 7, 8, undefined],
    );
  });
});

describe('allEnded', () => {
  it('gives the results in order', async () => {
    assert.deepEqual(await allEnded([Promise.resolve(1), Promise.resolve(2)]), [1, 2]);
  });
  it('fails with the first error, but only when everything has ended', async () => {
    let ended = false;
    const slow = setImmediate().then(() => (ended = true));
    await assert.rejects(allEnded([Promise.reject<boolean>(new Error('no')), slow]), { message: 'no' });
    assert.ok(ended);
  });
});
