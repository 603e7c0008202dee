import assert from 'node:assert/strict';
import { describe, it } from '@jest/globals';
import { parseGrace } from './grace.js';

describe('grace', () => {
  it('is days by severity, between commas or on lines', () => {
    assert.deepEqual(parseGrace('critical=0d, high=7d'), { critical: 0, high: 7 });
    assert.deepEqual(parseGrace('high = 7\nunknown=30d\n'), { high: 7, unknown: 30 });
    assert.deepEqual(parseGrace(''), {});
  });

  for (const text of [
    'grave=7d',
    'high',
    'high=',
    'high=-1d',
    'high=1.5d',
    'high=7h',
    'high=7d high=8d',
    'high=7d,high=8d',
    'high=99999d',
    'HIGH=7d',
  ])
    it(`is not ${JSON.stringify(text)}`, () => {
      assert.throws(() => parseGrace(text), { code: 'INPUT_INVALID' });
    });
});
