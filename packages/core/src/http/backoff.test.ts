import assert from 'node:assert/strict';
import { describe, it } from '@jest/globals';
import { MAX_RETRY_DELAY_MS } from '../limits.js';
import { backoffMs, isRetryableStatus, retryAfterMs } from './backoff.js';

describe('backoffMs', () => {
  it('doubles, is capped, and spreads over the upper half', () => {
    assert.deepEqual(
      [1, 2, 3, 4].map((attempt) => backoffMs(attempt, 1)),
      [250, 500, 1000, 2000],
    );
    assert.deepEqual(
      [1, 2].map((attempt) => backoffMs(attempt, 0)),
      [125, 250],
    );
    assert.equal(backoffMs(1000, 1), MAX_RETRY_DELAY_MS);
  });
});

describe('retryAfterMs', () => {
  const now = new Date('2026-01-01T00:00:00Z');
  const rows: readonly (readonly [header: string | undefined, ms: number | undefined])[] = [
    ['0', 0],
    [' 120 ', 120_000],
    ['Thu, 01 Jan 2026 00:00:30 GMT', 30_000],
    ['Thursday, 01-Jan-26 00:00:30 GMT', 30_000],
    ['Thu, 01 Jan 2025 00:00:00 GMT', 0],
    [undefined, undefined],
    ['', undefined],
    ['-1', undefined],
    ['1.5', undefined],
    ['9999999999', undefined],
    ['2026-01-01', undefined],
    ['soon', undefined],
  ];
  for (const [header, ms] of rows) {
    it(`reads ${JSON.stringify(header)} as ${String(ms)}`, () => {
      assert.equal(retryAfterMs(header, now), ms);
    });
  }
});

describe('isRetryableStatus', () => {
  it('takes time-outs, throttling and server faults, and nothing that is an answer', () => {
    assert.deepEqual([408, 429, 500, 502, 503, 504, 599].map(isRetryableStatus), Array(7).fill(true));
    assert.deepEqual(
      [200, 304, 400, 401, 403, 404, 409, 412, 501, 505].map(isRetryableStatus),
      Array(10).fill(false),
    );
  });
});
