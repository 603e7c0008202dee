import assert from 'node:assert/strict';
import { describe, it } from '@jest/globals';
import type { SigningServices } from '../trust/index.js';
import { checkEncodedSize } from './sizes.js';

const own: SigningServices = {
  fulcioUrl: undefined,
  rekorUrls: ['https://log.example'],
  rekorVersion: 1,
  tsaUrls: [],
  publicServices: [],
};
const publicGood: SigningServices = { ...own, publicServices: ['rekor', 'fulcio'] };

describe('checkEncodedSize', () => {
  it('takes what fits everywhere without a word', () => {
    assert.deepEqual(checkEncodedSize('the SBOM', 2_600_000, publicGood), []);
  });
  it('refuses an envelope that the public Rekor refuses', () => {
    assert.throws(() => checkEncodedSize('the SBOM', 2_700_000, publicGood), {
      code: 'LIMIT_EXCEEDED',
      message: /the SBOM/,
    });
  });
  it('takes it where the log is not the public one, or none is written to', () => {
    assert.deepEqual(checkEncodedSize('the SBOM', 2_700_000, own), []);
    assert.deepEqual(checkEncodedSize('the SBOM', 2_700_000, { ...publicGood, rekorUrls: [] }), []);
  });
  it("warns of a bundle that only Kyverno's reader refuses", () => {
    const [warning, ...others] = checkEncodedSize('the SBOM', 8_000_000, own);
    assert.match(warning ?? '', /Kyverno/);
    assert.equal(others.length, 0);
  });
});
