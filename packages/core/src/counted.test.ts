import assert from 'node:assert/strict';
import { describe, it } from '@jest/globals';
import { counted } from './counted.js';

describe('a number of things', () => {
  for (const [count, text] of [
    [0, '0 findings'],
    [1, '1 finding'],
    [2, '2 findings'],
    [11, '11 findings'],
  ] as const)
    it(`is ${text}`, () => {
      assert.equal(counted(count, 'finding'), text);
    });

  it('has the plural that is given', () => {
    assert.deepEqual(
      [1, 2].map((count) => counted(count, 'log entry', 'log entries')),
      ['1 log entry', '2 log entries'],
    );
  });
});
