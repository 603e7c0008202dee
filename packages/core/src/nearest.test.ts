import assert from 'node:assert/strict';
import { describe, it } from '@jest/globals';
import { nearest } from './nearest.js';

const NAMES = [
  'certificate-identity',
  'certificate-identity-regexp',
  'platforms',
  'settle',
  'key',
  'json',
  'sbom',
  'source-ref',
  'source-repository',
];

describe('nearest', () => {
  for (const [typed, meant] of [
    ['certificate-idenity', 'certificate-identity'],
    ['platform', 'platforms'],
    ['setle', 'settle'],
    ['kee', 'key'],
    ['josn', 'json'],
    ['sobm', 'sbom'],
    ['source-repo', 'source-repository'],
    ['source-re', 'source-ref'],
    ['plat', 'platforms'],
  ] as const) {
    it(`takes ${typed} for ${meant}`, () => {
      assert.equal(nearest(typed, NAMES), meant);
    });
  }
  for (const typed of ['colour', 'source-', 'k', 'x', '']) {
    it(`suggests nothing for ${JSON.stringify(typed)}`, () => {
      assert.equal(nearest(typed, NAMES), undefined);
    });
  }
});
