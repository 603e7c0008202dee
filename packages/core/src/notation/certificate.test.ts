import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { describe, it } from '@jest/globals';
import { readDer, timeOf } from './der.js';
import { AUTHORITY, der, issue } from './fixture.js';

describe('an RSA key in a certificate', () => {
  it('is not read with an exponent that makes it costly to verify with', () => {
    const withExponent = (publicExponent: number) => () =>
      issue({
        name: 'costly',
        extensions: AUTHORITY,
        key: generateKeyPairSync('rsa', { modulusLength: 2048, publicExponent }),
      });
    assert.doesNotThrow(withExponent(0x7fff_ffff));
    assert.throws(withExponent(0x8000_0001));
  });
});

describe('a time in a certificate', () => {
  it('is read, and refused on days and in hours that no calendar has', () => {
    const utc = (text: string) => timeOf(readDer(der(0x17, Buffer.from(text))));
    assert.equal(utc('280229235959Z').toISOString(), '2028-02-29T23:59:59.000Z');
    for (const text of ['260230000000Z', '260229000000Z', '260101240000Z', '260101236000Z']) {
      assert.throws(() => utc(text), { name: 'NotDer' });
    }
  });
});
