import assert from 'node:assert/strict';
import { describe, it } from '@jest/globals';
import { MAX_FOLDER_CHARS } from '../limits.js';
import { folderTitle } from './folder.js';
import {
  claimedName,
  formatName,
  formatReference,
  isFolder,
  parseImage,
  parseName,
  withDigest,
} from './index.js';

const DIGEST = `sha256:${'0123456789abcdef'.repeat(4)}`;

const accepted: readonly (readonly [
  text: string,
  folder: string,
  tag?: string | undefined,
  digest?: string,
])[] = [
  ['oci:out', 'out'],
  ['oci:./out', './out'],
  ['oci:out/', 'out'],
  ['oci:/tmp/a b/out', '/tmp/a b/out'],
  ['oci:out:v1', 'out', 'v1'],
  [`oci:out@${DIGEST}`, 'out', undefined, DIGEST],
  [`oci:../x/out:v1@${DIGEST}`, '../x/out', 'v1', DIGEST],
  ['oci:/', '/'],
  ['oci:a:b/', 'a:b'],
  ['oci:a:b/out', 'a:b/out'],
  ['oci:a:b:v1', 'a:b', 'v1'],
  ['oci:C:\\out', 'C:\\out'],
  ['oci:C:\\out:v1', 'C:\\out', 'v1'],
  ['oci:C:\\', 'C:\\'],
  ['oci:C:/out:v1', 'C:/out', 'v1'],
  ['oci:me@home/out', 'me@home/out'],
  ['oci:/tmp/@sha256:x/out', '/tmp/@sha256:x/out'],
];

const refused: readonly (readonly [why: string, text: string])[] = [
  ['no folder', 'oci:'],
  ['a tag alone', 'oci::v1'],
  ['a digest alone', `oci:@${DIGEST}`],
  ['a digest that is short', 'oci:out@sha256:abc'],
  ['a digest that leads elsewhere', 'oci:out@sha256:..'],
  ['a digest in capitals', `oci:out@${DIGEST.toUpperCase()}`],
  ['another algorithm', `oci:out@sha512:${'0'.repeat(128)}`],
  ['two digests', `oci:out@${DIGEST}@${DIGEST}`],
  ['a tag with a space', 'oci:out:v 1'],
  ['an empty tag', 'oci:out:'],
  ['a URL', 'oci://ghcr.io/acme/app'],
  ['a line break', 'oci:out\n:v1'],
  ['a NUL', 'oci:out\0'],
  ['a terminal sequence', 'oci:\u001b[31mout'],
  ['too many characters', `oci:${'a'.repeat(MAX_FOLDER_CHARS)}`],
];

describe('an image in a folder', () => {
  for (const [text, folder, tag, digest] of accepted) {
    it(`is read from ${text}, and printed so that it reads back as the same`, () => {
      const image = parseImage(text);
      assert.deepEqual({ ...image }, { folder, tag, digest });
      assert.deepEqual(parseImage(formatReference(image)), image);
    });
  }
  for (const [why, text] of refused) {
    it(`is not read from ${why}`, () => {
      assert.throws(() => parseImage(text), { code: 'REFERENCE_INVALID', fault: 'user' });
    });
  }
  it('cannot be changed, and keeps its folder when it is pinned', () => {
    const image = parseImage('oci:out:v1');
    assert.ok(Object.isFrozen(image));
    assert.equal(formatReference(withDigest(image, DIGEST)), `oci:out@${DIGEST}`);
    assert.throws(() => withDigest(image, 'sha256:../../x'), { code: 'DIGEST_INVALID' });
  });
  it('is told from one of a registry', () => {
    assert.ok(isFolder(parseImage('oci:out')));
    assert.ok(!isFolder(parseImage('docker.io/library/oci:1')));
  });
});

describe('the name of an image', () => {
  it('in claims is the title of a folder, and nothing of its path', () => {
    const name = { folder: '/home/me/out', title: 'ghcr.io/acme/app' };
    assert.deepEqual([formatName(name), claimedName(name)], ['oci:/home/me/out', 'ghcr.io/acme/app']);
    const registry = { host: 'ghcr.io', repository: 'acme/app' };
    assert.deepEqual([formatName(registry), claimedName(registry)], ['ghcr.io/acme/app', 'ghcr.io/acme/app']);
  });
  for (const [folder, title] of [
    ['out', 'out'],
    ['/tmp/my image', 'my image'],
    ['C:\\x\\out', 'out'],
    ['../out/.', 'out'],
    ['/', 'image'],
    ['..', 'image'],
  ] as const) {
    it(`of the folder ${folder} is ${title} where nothing says more`, () => {
      assert.equal(folderTitle(folder), title);
    });
  }
  it('as a setting has neither tag nor digest', () => {
    assert.deepEqual(parseName('ghcr.io/acme/app'), { host: 'ghcr.io', repository: 'acme/app' });
    for (const text of ['ghcr.io/acme/app:v1', `ghcr.io/acme/app@${DIGEST}`, 'oci:out', 'oci:./out']) {
      assert.throws(() => parseName(text), { code: 'REFERENCE_INVALID' });
    }
  });
});
