import assert from 'node:assert/strict';
import { describe, it } from '@jest/globals';
import { nearest } from './nearest.js';

const NAMES = ['sign', 'attest', 'verify', 'verify-bundle', 'certificate-identity'];

const table: readonly (readonly [typed: string, meant: string | undefined])[] = [
  ['verfy', 'verify'],
  ['sing', undefined],
  ['sgn', 'sign'],
  ['certificate-identiy', 'certificate-identity'],
  ['certificate_identity', 'certificate-identity'],
  ['banana', undefined],
  ['', undefined],
];

describe('the nearest name', () => {
  for (const [typed, meant] of table) {
    it(`to ${JSON.stringify(typed)} is ${meant ?? 'none'}`, () => {
      assert.equal(nearest(typed, NAMES), meant);
    });
  }
});
