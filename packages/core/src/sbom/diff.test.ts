import assert from 'node:assert/strict';
import { describe, it } from '@jest/globals';
import { diffSboms } from './diff.js';
import { recorded } from './fixture.js';
import { readSbom } from './read.js';
import type { Sbom, SbomPackage } from './types.js';

const amd64 = readSbom(recorded('amd64.spdx.json'), 'a');
const arm64 = readSbom(recorded('arm64.cdx.json'), 'b');
const part = (
  purl: string | undefined,
  name: string,
  version: string | undefined,
  ...licenses: string[]
): SbomPackage => ({
  name,
  version,
  purl,
  ecosystem: 'npm',
  licenses,
  supplier: undefined,
  hasHash: false,
  platforms: [],
});
const sbomOf = (...packages: SbomPackage[]): Sbom => ({ ...amd64, packages });

describe('diffSboms', () => {
  it('finds nothing between the same packages in different formats', () => {
    const diff = diffSboms(amd64, readSbom(recorded('amd64.syft.json'), 'c'));
    assert.deepEqual([diff.added, diff.removed, diff.changed], [[], [], []]);
    assert.deepEqual([diff.before, diff.after], [6, 6]);
  });

  it('finds what one platform has more, and takes no architecture for a change', () => {
    const diff = diffSboms(amd64, arm64);
    assert.deepEqual(
      diff.added.map(({ name, versions }) => [name, versions]),
      [['only-arm', ['1.0.0']]],
    );
    assert.deepEqual([diff.removed, diff.changed], [[], []]);
    const back = diffSboms(arm64, amd64);
    assert.deepEqual(
      back.removed.map(({ name }) => name),
      ['only-arm'],
    );
    assert.deepEqual(back.added, []);
  });

  it('finds other versions and other licences of one package', () => {
    const diff = diffSboms(
      sbomOf(part('pkg:npm/%40a/b@1.0.0', 'b', '1.0.0', 'MIT'), part('pkg:npm/c@1', 'c', '1', 'MIT')),
      sbomOf(
        part('pkg:npm/%40a/b@2.0.0?x=1', 'b', '2.0.0', 'MIT'),
        part('pkg:npm/c@1', 'c', '1', 'BUSL-1.1'),
      ),
    );
    assert.deepEqual(diff.changed, [
      { name: 'b', ecosystem: 'npm', purl: 'pkg:npm/%40a/b', from: ['1.0.0'], to: ['2.0.0'] },
    ]);
    assert.deepEqual(diff.licenses, [
      { name: 'c', ecosystem: 'npm', purl: 'pkg:npm/c', from: ['MIT'], to: ['BUSL-1.1'] },
    ]);
    assert.deepEqual([diff.added, diff.removed, diff.unchanged], [[], [], 0]);
  });

  it('compares all versions of a package that an image holds several times', () => {
    const two = [part('pkg:npm/a@1', 'a', '1'), part('pkg:npm/a@2', 'a', '2')];
    assert.equal(diffSboms(sbomOf(...two), sbomOf(...two.toReversed())).unchanged, 1);
    const [changed] = diffSboms(sbomOf(...two), sbomOf(part('pkg:npm/a@2', 'a', '2'))).changed;
    assert.deepEqual([changed?.from, changed?.to], [['1', '2'], ['2']]);
  });

  it('compares by name where there is no package URL, and tells a version that is not known', () => {
    const diff = diffSboms(sbomOf(part(undefined, 'a', undefined)), sbomOf(part(undefined, 'a', '1')));
    assert.deepEqual(
      diff.changed.map(({ from, to }) => [from, to]),
      [[[''], ['1']]],
    );
    const names = ['a","b', '__proto__', 'constructor', 'pkg:npm/x'];
    const hostile = sbomOf(...names.map((name) => part(undefined, name, '1')));
    assert.deepEqual(
      diffSboms(sbomOf(), hostile).added.map(({ name }) => name),
      names.toSorted(),
    );
  });
});
