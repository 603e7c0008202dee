import assert from 'node:assert/strict';
import { describe, it } from '@jest/globals';
import { recorded } from './fixture.js';
import { failedThresholds, qualityOf } from './quality.js';
import { readSbom } from './read.js';

const spdx = readSbom(recorded('amd64.spdx.json'), 'a');

describe('qualityOf', () => {
  it('gives the shares of what packages say, and the minimum elements', () => {
    const { ntia, ...shares } = qualityOf(spdx);
    assert.deepEqual(shares, { packages: 6, version: 1, purl: 1, license: 1, supplier: 0.5, hash: 0 });
    assert.deepEqual(ntia, {
      supplier: false,
      name: true,
      version: true,
      identifiers: true,
      relationships: true,
      author: true,
      timestamp: true,
    });
  });
  it('gives nothing for a document without packages', () => {
    const { version, ntia } = qualityOf({ ...spdx, packages: [] });
    assert.equal(version, 0);
    assert.equal(ntia.name, false);
  });
});

describe('failedThresholds', () => {
  const quality = qualityOf(spdx);
  const failed = (...thresholds: Parameters<typeof failedThresholds>[1][]): string[][] =>
    thresholds.map((each) => failedThresholds(quality, each).map(({ measure }) => measure));

  it('takes what is reached, and asks for nothing that was not asked for', () => {
    assert.deepEqual(failed({}, { version: 1, supplier: 0.5, hash: 0 }, { ntia: false }), [[], [], []]);
  });
  it('names what is not reached', () => {
    assert.deepEqual(failed({ supplier: 0.51, hash: 0.01 }, { ntia: true }), [
      ['supplier', 'hash'],
      ['ntia'],
    ]);
    assert.match(failedThresholds(quality, { ntia: true })[0]?.text ?? '', /supplier/);
  });
  it('fails a threshold that is no number', () => {
    assert.deepEqual(failed({ version: Number.NaN }), [['version']]);
  });
  it('rounds down: a share that misses the threshold never reads as if it did not', () => {
    const [only] = failedThresholds({ ...quality, version: 0.99999 }, { version: 1 });
    assert.match(only?.text ?? '', /^99\.9 %/);
  });
});
