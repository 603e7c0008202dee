import assert from 'node:assert/strict';
import { describe, it } from '@jest/globals';
import { encodedSizes } from '../sign/index.js';
import { recorded } from './fixture.js';
import { sizeAdvice } from './size-advice.js';

describe('sizeAdvice', () => {
  it('has nothing to say about a small document', () => {
    const { limits, drop } = sizeAdvice(recorded('amd64.spdx.json'));
    assert.ok(limits.every(({ fits }) => fits));
    assert.deepEqual(drop, []);
  });
  it('names who refuses a large one, and the largest part of it', () => {
    const files = Array.from({ length: 30_000 }, (_, index) => ({
      fileName: `/f/${index}`,
      SPDXID: 'x'.repeat(70),
    }));
    const packages = [{ name: 'a', description: 'd'.repeat(1000) }];
    const { limits, drop } = sizeAdvice(Buffer.from(JSON.stringify({ files, packages })));
    assert.deepEqual(
      limits.filter(({ fits }) => !fits).map(({ consumer }) => consumer),
      ['the public Rekor'],
    );
    assert.equal(drop[0]?.part, 'file entries');
    assert.ok(drop[0].bytes > 2_000_000);
  });
  it('never promises less than what signing comes to', () => {
    for (const bytes of [0, 1, 1000, 3_000_000]) {
      const { envelopeBytes } = sizeAdvice(Buffer.from(`"${'x'.repeat(bytes)}"`));
      assert.ok(envelopeBytes >= encodedSizes(bytes + 500).envelopeBytes);
    }
  });
});
