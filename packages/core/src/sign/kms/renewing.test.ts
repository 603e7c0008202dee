import assert from 'node:assert/strict';
import { beforeEach, describe, it } from '@jest/globals';
import { renewing } from './renewing.js';

let now: number;
let obtained: number;
const clock = { now: () => new Date(now) };
const tokenFor = (seconds: number | undefined) =>
  renewing(async () => {
    obtained += 1;
    const value = `token-${obtained}`;
    await Promise.resolve();
    return {
      value,
      expiresAt: seconds === undefined ? undefined : new Date(now + seconds * 1000),
    };
  }, clock);
beforeEach(() => {
  now = 0;
  obtained = 0;
});

describe('a credential that is renewed', () => {
  it('is obtained once for all that ask, also at once', async () => {
    const token = tokenFor(3600);
    assert.deepEqual(await Promise.all([token(false), token(false), token(false)]), Array(3).fill('token-1'));
    assert.equal(await token(false), 'token-1');
  });

  it('is obtained again, once, shortly before it ends', async () => {
    const token = tokenFor(3600);
    await token(false);
    now = 3_600_000 - 31_000;
    assert.equal(await token(false), 'token-1');
    now += 2000;
    assert.deepEqual(await Promise.all([token(false), token(false)]), ['token-2', 'token-2']);
  });

  it('is obtained again where it was refused, and not because time goes by where it does not end', async () => {
    const token = tokenFor(undefined);
    await token(false);
    now = 1e12;
    assert.equal(await token(false), 'token-1');
    assert.equal(await token(true), 'token-2');
    assert.equal(await token(false), 'token-2');
  });

  it('that could not be had is asked for again by the next', async () => {
    let failing = true;
    const token = renewing(
      () =>
        failing ? Promise.reject(new Error('down')) : Promise.resolve({ value: 'x', expiresAt: undefined }),
      clock,
    );
    await assert.rejects(token(false), /down/);
    failing = false;
    assert.equal(await token(false), 'x');
  });
});
