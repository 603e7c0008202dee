import assert from 'node:assert/strict';
import { describe, it } from '@jest/globals';
import { MAX_PURL_CHARS } from '../limits.js';
import { ecosystemOf, qualifierOf, readPackageUrl } from './package-url.js';

describe('readPackageUrl', () => {
  const read: readonly (readonly [text: string, type: string, withoutVersion: string])[] = [
    ['pkg:npm/left-pad@1.3.0', 'npm', 'pkg:npm/left-pad'],
    ['pkg:npm/%40scope/name@1.0.0', 'npm', 'pkg:npm/%40scope/name'],
    ['pkg:npm/@scope/name@1.0.0', 'npm', 'pkg:npm/@scope/name'],
    ['pkg:npm/@scope/name', 'npm', 'pkg:npm/@scope/name'],
    ['pkg:deb/debian/zlib1g@1%3A1.2.13?arch=amd64&distro=debian-12', 'deb', 'pkg:deb/debian/zlib1g'],
    ['pkg:golang/example.com/m@v1.0.0#sub/dir', 'golang', 'pkg:golang/example.com/m#sub/dir'],
    ['pkg:NPM/a', 'npm', 'pkg:npm/a'],
  ];
  for (const [text, type, withoutVersion] of read) {
    it(`reads ${text}`, () => {
      assert.deepEqual(readPackageUrl(text), { type, withoutVersion });
    });
  }
  for (const text of ['', 'npm/a', 'pkg:', 'pkg:npm', 'pkg:/a', `pkg:npm/${'a'.repeat(MAX_PURL_CHARS)}`]) {
    it(`takes ${JSON.stringify(text.slice(0, 20))} for no package URL`, () => {
      assert.equal(readPackageUrl(text), undefined);
    });
  }
  it('takes a broken escape in a qualifier for no value', () => {
    assert.equal(qualifierOf('pkg:deb/a?distro=%zz', 'distro'), undefined);
    assert.equal(qualifierOf('pkg:deb/a?distro=debian-12', 'distro'), 'debian-12');
  });
  it("takes the generator's word where there is no package URL", () => {
    assert.deepEqual(
      [
        ecosystemOf(undefined, 'go-module'),
        ecosystemOf(undefined, 'Conan'),
        ecosystemOf(undefined, undefined),
      ],
      ['golang', 'conan', 'unknown'],
    );
  });
});
