import assert from 'node:assert/strict';
import { describe, it } from '@jest/globals';
import { parseReference } from '@countersign/core/reference';

describe('A registry host', () => {
  // The URL parser refuses these, or reads them as an address that nobody wrote: 010.0.0.1 is 8.0.0.1.
  for (const host of [
    '999.999.999.999',
    '1.2.3.4.5',
    '256.1:80',
    'registry.0x',
    'registry.example.1',
    '010.0.0.1:5000',
    '0x7f.1',
    '2130706433:5000',
    '127.1',
  ]) {
    it(`is refused where it ends like an address and is none as written: ${host}`, () => {
      assert.throws(() => parseReference(`${host}/acme/app`), { code: 'REFERENCE_INVALID', fault: 'user' });
    });
  }
  for (const host of [
    '127.0.0.1:5000',
    '10.0.0.1',
    'registry.example:443',
    '[::ffff:1.2.3.4]:5000',
    'a.b1',
  ]) {
    it(`is taken as it stands: ${host}`, () => {
      assert.equal(parseReference(`${host}/acme/app`).host, host);
    });
  }
});
