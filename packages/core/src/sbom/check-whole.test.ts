import assert from 'node:assert/strict';
import { describe, it } from '@jest/globals';
import { checkWhole } from './check-whole.js';
import type { Incompleteness, Wholeness } from './wholeness.js';
import { recorded } from './fixture.js';
import { readSbom } from './read.js';
import type { Evidence, Sbom, SbomPackage } from './types.js';

const whole = readSbom(recorded('amd64.spdx.json'), 'whole');
const part = (ecosystem: string, name: string, more: Partial<SbomPackage> = {}): SbomPackage => ({
  name,
  version: '1',
  purl: `pkg:${ecosystem}/${name}@1`,
  ecosystem,
  licenses: [],
  supplier: undefined,
  hasHash: false,
  platforms: [],
  ...more,
});
const sbomOf = (packages: readonly SbomPackage[], more: Partial<Sbom> = {}): Sbom => ({
  ...whole,
  distro: undefined,
  packages,
  ...more,
});
const evidence = (kind: Evidence['kind'], ecosystem: string, path: string): Evidence => ({
  kind,
  ecosystem,
  path,
});
const check = (change: Partial<Wholeness>): readonly Incompleteness[] =>
  checkWhole({ sbom: whole, evidence: [], allowEmpty: false, maxDropPercent: 20, ...change });
const told = (change: Partial<Wholeness>): string[] =>
  check(change).map(({ kind, fatal }) => `${kind}${fatal ? ' (fatal)' : ''}`);

const APK = evidence('package-database', 'apk', '/lib/apk/db/installed');
const GO = evidence('binary', 'golang', '/app/server');
const RELEASE = evidence('distribution', 'deb', '/etc/os-release');

describe('checkWhole', () => {
  const cases: readonly (readonly [what: string, change: Partial<Wholeness>, kinds: readonly string[]])[] = [
    ['nothing against a document that has what the evidence shows', { evidence: [APK, RELEASE] }, []],
    ['no package', { sbom: sbomOf([]) }, ['empty (fatal)']],
    [
      'no package where that is right: a program stands alone',
      { sbom: sbomOf([]), allowEmpty: true, evidence: [GO] },
      ['binary'],
    ],
    [
      'no package where that is allowed, and nothing at all in the image',
      { sbom: sbomOf([]), allowEmpty: true },
      ['empty'],
    ],
    [
      'a package database, and none of its packages',
      { sbom: sbomOf([part('npm', 'a')]), evidence: [APK] },
      ['package-database (fatal)'],
    ],
    [
      'a package database although an empty document is allowed',
      { sbom: sbomOf([]), allowEmpty: true, evidence: [APK] },
      ['empty', 'package-database (fatal)'],
    ],
    [
      'a known distribution without packages of its manager',
      { sbom: sbomOf([part('npm', 'a')]), evidence: [RELEASE] },
      ['distribution (fatal)'],
    ],
    [
      'a distribution that only the document names',
      { sbom: sbomOf([part('npm', 'a')], { distro: 'debian 12' }) },
      ['distribution (fatal)'],
    ],
    [
      'a distribution whose manager is not known',
      { sbom: sbomOf([part('npm', 'a')], { distro: 'acme-os 1' }) },
      ['distribution'],
    ],
    [
      'a lock file without its ecosystem',
      { evidence: [evidence('lock-file', 'cargo', 'Cargo.lock')] },
      ['lock-file (fatal)'],
    ],
    [
      'a manifest that yields the project alone',
      { sbom: sbomOf([part('npm', 'project')]), evidence: [evidence('manifest', 'npm', 'package.json')] },
      ['manifest (fatal)'],
    ],
    [
      'a go.mod of which nothing is there',
      { sbom: sbomOf([part('npm', 'other')]), evidence: [evidence('manifest', 'golang', 'go.mod')] },
      ['manifest (fatal)'],
    ],
    [
      'nothing against a go.mod with one requirement that is there: it never yields the project',
      { sbom: sbomOf([part('golang', 'uuid')]), evidence: [evidence('manifest', 'golang', 'go.mod')] },
      [],
    ],
    [
      'nothing against a manifest whose packages are there',
      { evidence: [evidence('manifest', 'npm', 'package.json')] },
      [],
    ],
    [
      'nothing against a manifest beside its lock file',
      {
        sbom: sbomOf([part('npm', 'a')]),
        evidence: [
          evidence('manifest', 'npm', 'package.json'),
          evidence('lock-file', 'npm', 'package-lock.json'),
        ],
      },
      [],
    ],
    ['a Go program without packages', { evidence: [GO] }, ['binary (fatal)']],
    [
      'nothing against a Go program whose packages are there',
      { sbom: sbomOf([part('golang', 'a')]), evidence: [GO] },
      [],
    ],
    [
      'versions and package URLs that are missing, as counts',
      { sbom: sbomOf([part('npm', 'a', { version: undefined, purl: undefined })]) },
      ['unknown-version', 'no-purl'],
    ],
    [
      'files that the generator could not look into',
      { sbom: sbomOf([part('npm', 'a')], { unknowns: [{ path: '/x', reason: 'r' }] }) },
      ['unknowns'],
    ],
    ['nothing against a baseline that has as much', { baseline: whole }, []],
    [
      'a package fewer than the baseline, within the limit',
      { sbom: { ...whole, packages: whole.packages.slice(1) }, baseline: whole },
      [],
    ],
    [
      'more packages gone than the limit',
      { sbom: { ...whole, packages: whole.packages.slice(0, 4) }, baseline: whole },
      ['fewer-packages (fatal)', 'ecosystem-gone (fatal)'],
    ],
    [
      'an ecosystem of the baseline that is gone',
      { sbom: { ...whole, packages: whole.packages.slice(0, 5) }, baseline: whole },
      ['ecosystem-gone (fatal)'],
    ],
  ];
  for (const [what, change, kinds] of cases) {
    it(`tells ${what}`, () => {
      assert.deepEqual(told(change), kinds);
    });
  }

  it('names the file that is the evidence, and the command that writes the lock file', () => {
    const [found] = check({
      sbom: sbomOf([part('deb', 'a')]),
      evidence: [evidence('manifest', 'npm', 'web/package.json')],
    });
    assert.equal(found?.path, 'web/package.json');
    assert.match(found.text, /npm install --package-lock-only/);
  });

  it('says everything of one kind in one sentence, however many files there are', () => {
    const many = Array.from({ length: 10_000 }, (_, index) =>
      evidence('lock-file', 'cargo', `${index}/${'x'.repeat(10_000)}`),
    );
    const found = check({ evidence: many });
    assert.equal(found.length, 1);
    assert.match(found[0]?.text ?? '', /and 9995 more/);
    assert.ok((found[0]?.text.length ?? 0) < 2000);
  });
});
