import assert from 'node:assert/strict';
import { describe, it } from '@jest/globals';
import type { Expectation } from '../contract.js';
import { judge } from './judge.js';

const REFUSED: Expectation = { state: 'refused', words: /no matching signatures/ };
const CANNOT: Expectation = { state: 'cannot', why: 'it reads tags alone', words: /no signatures found/ };
const FAULT: Expectation = {
  state: 'fault',
  accepts: true,
  version: '3.1.3',
  words: /verified/,
  why: 'it never looks at platforms',
};

const rows: readonly (readonly [
  what: string,
  accepted: boolean,
  words: string,
  expected: Expectation,
  state: string,
])[] = [
  ['what is right and accepted', true, 'verified', { state: 'pass' }, 'pass'],
  ['what is right and refused', false, 'no matching signatures', { state: 'pass' }, 'unexpected'],
  ['a twin that is refused in words that say so', false, 'no matching signatures', REFUSED, 'refused'],
  ['a twin that is refused because of a lost connection', false, 'connection reset', REFUSED, 'unexpected'],
  ['a twin that is accepted', true, 'no matching signatures', REFUSED, 'unexpected'],
  ['what it is not made for', false, 'no signatures found', CANNOT, 'cannot'],
  ['what it is not made for, in other words', false, 'panic', CANNOT, 'unexpected'],
  ['what it was not made for, and accepts by now', true, 'no signatures found', CANNOT, 'unexpected'],
  ['a fault that is still there', true, 'verified', FAULT, 'fault'],
  ['a fault that is gone', false, 'verified', FAULT, 'unexpected'],
  ['a fault in other words', true, 'fine', FAULT, 'unexpected'],
];

describe('judging an answer', () => {
  for (const [what, accepted, words, expected, state] of rows) {
    it(`takes ${what} as ${state}`, () => {
      assert.equal(judge({ accepted, words }, expected, '3.1.3').state, state);
    });
  }

  it('wants the row of a fault to be looked at again at another version', () => {
    const judged = judge({ accepted: true, words: 'verified' }, FAULT, '3.1.4');
    assert.equal(judged.state, 'unexpected');
    assert.match(judged.why ?? '', /3\.1\.3.*3\.1\.4/);
  });

  it('keeps the words that matched, and not all of what was said', () => {
    const words = `secret-looking noise\nError: no matching signatures: none`;
    assert.equal(judge({ accepted: false, words }, REFUSED, '3.1.3').words, 'no matching signatures');
  });
});
