import assert from 'node:assert/strict';
import { describe, it } from '@jest/globals';
import { findingsById, Fingerprints, purlWithoutVersion } from './fingerprint.js';
import { finding } from './record-fixture.js';

describe('purlWithoutVersion', () => {
  const purls: readonly (readonly [string, string])[] = [
    ['pkg:deb/debian/openssl@3.0.11?arch=amd64&distro=debian-12', 'pkg:deb/debian/openssl'],
    ['pkg:npm/%40scope/name@1.2.3', 'pkg:npm/%40scope/name'],
    ['pkg:npm/@scope/name', 'pkg:npm/@scope/name'],
    ['pkg:npm/@scope/name@1.2.3', 'pkg:npm/@scope/name'],
    ['pkg:golang/example.com/m@v1.0.0#sub/pkg@2', 'pkg:golang/example.com/m'],
    ['pkg:oci/app?repository_url=a/b@c', 'pkg:oci/app'],
    ['pkg:oci/app@sha256:00?tag=x@y', 'pkg:oci/app'],
    ['', ''],
  ];
  for (const [purl, bare] of purls)
    it(`makes ${JSON.stringify(bare)} of ${JSON.stringify(purl)}`, () => {
      assert.equal(purlWithoutVersion(purl), bare);
    });
});

describe('a fingerprint', () => {
  const of = (...parts: Parameters<typeof finding>[0][]): string[] => {
    const findings = parts.map((each) => finding(each));
    const fingerprints = new Fingerprints(findingsById(findings));
    return findings.map((each) => fingerprints.of(each));
  };

  it('is a hash and a number', () => {
    assert.match(of({})[0] ?? '', /^[0-9a-f]{32}:1$/);
  });

  it('numbers findings that differ in version or place alone, whatever their order', () => {
    const versions = ['2', '1', '3'].map((version) => ({ package: { version } }));
    const numbers = (parts: typeof versions): string[] => of(...parts).map((each) => each.slice(-1));
    assert.deepEqual(numbers(versions), ['2', '1', '3']);
    assert.deepEqual(numbers(versions.toReversed()), ['3', '1', '2']);
  });

  it('takes no part of a name for another part', () => {
    const named = (id: string, type: string, name: string) => ({
      id,
      package: { type, name, purl: undefined },
    });
    const [one, other, third] = of(named('A', '1 b', 'c'), named('A 3 1', 'b', 'c'), named('A', '1', 'b c'));
    assert.equal(new Set([one, other, third]).size, 3);
  });
});
