import assert from 'node:assert/strict';
import { describe, it } from '@jest/globals';
import { nearest } from './nearest.js';

const NAMES = ['certificate-identity', 'certificate-identity-regexp', 'platforms', 'settle', 'key'];

describe('nearest', () => {
  for (const [typed, meant] of [
    ['certificate-idenity', 'certificate-identity'],
    ['platform', 'platforms'],
    ['setle', 'settle'],
    ['kee', 'key'],
  ] as const) {
    it(`takes ${typed} for ${meant}`, () => {
      assert.equal(nearest(typed, NAMES), meant);
    });
  }
  for (const typed of ['colour', 'x', '']) {
    it(`suggests nothing for ${JSON.stringify(typed)}`, () => {
      assert.equal(nearest(typed, NAMES), undefined);
    });
  }
});
