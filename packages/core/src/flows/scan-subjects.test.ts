import assert from 'node:assert/strict';
import { describe, it } from '@jest/globals';
import type { ImageSet } from '../digest-set/index.js';
import { digestOf, OCI_INDEX, OCI_MANIFEST, type Digest } from '../oci/index.js';
import { filesOfManifests, manifestsOf, type DescribedFile } from './scan-subjects.js';

const [ROOT, AMD, ARM, OTHER] = ['root', 'amd', 'arm', 'other'].map((text) => digestOf(text)) as [
  Digest,
  Digest,
  Digest,
  Digest,
];
const name = { host: 'registry.example', repository: 'acme/app' };
const subject = (digest: Digest, platform?: string) => ({
  digest,
  mediaType: platform === undefined ? OCI_INDEX : OCI_MANIFEST,
  size: 1,
  platform,
});
const INDEX: ImageSet = {
  name,
  pinned: `registry.example/acme/app@${ROOT}`,
  kind: 'index',
  root: subject(ROOT),
  platforms: [subject(AMD, 'linux/amd64'), subject(ARM, 'linux/arm64')],
};
const SINGLE: ImageSet = { ...INDEX, kind: 'manifest', platforms: [] };
const file = (path: string, platform: string | undefined, ...describes: Digest[]): DescribedFile => ({
  path,
  platform,
  describes,
});
const pathsOf = (files: readonly DescribedFile[], image = INDEX, input: 'sbom' | 'report' = 'sbom') =>
  Object.fromEntries(
    filesOfManifests(image, files, input).pairs.map(([{ platform = 'root' }, { path }]) => [platform, path]),
  );

describe('what of an image is scanned', () => {
  it('is each platform of an index, never the index itself', () => {
    assert.deepEqual(
      manifestsOf(INDEX).map(({ reference, platform }) => [platform, reference]),
      [
        ['linux/amd64', `registry.example/acme/app@${AMD}`],
        ['linux/arm64', `registry.example/acme/app@${ARM}`],
      ],
    );
  });

  it('is a single manifest under no platform', () => {
    assert.deepEqual(
      manifestsOf(SINGLE).map(({ digest, platform }) => [digest, platform]),
      [[ROOT, undefined]],
    );
  });

  it('is never nothing: an index without platforms is refused', () => {
    assert.throws(() => manifestsOf({ ...INDEX, platforms: [] }), { code: 'INPUT_INVALID' });
  });
});

describe('which file is about which platform', () => {
  it('follows the digest that the file describes, and passes over the one about the index', () => {
    const files = [
      file('union', undefined, ROOT),
      file('arm', undefined, ARM, ROOT),
      file('amd', 'linux/amd64', AMD),
    ];
    assert.deepEqual(pathsOf(files), { 'linux/amd64': 'amd', 'linux/arm64': 'arm' });
  });

  it('leaves no platform out, also where the union is there', () => {
    assert.throws(() => pathsOf([file('union', undefined, ROOT), file('amd', 'linux/amd64', AMD)]), {
      code: 'INPUT_MISSING',
      message: /linux\/arm64/,
    });
  });

  const refused: readonly (readonly [string, readonly DescribedFile[], string, 'sbom' | 'report'])[] = [
    ["another platform's SBOM", [file('amd', 'linux/amd64', ARM)], 'SBOM_SUBJECT_MISMATCH', 'sbom'],
    [
      'an SBOM that names the index alone for a platform',
      [file('a', 'linux/amd64', ROOT)],
      'SBOM_SUBJECT_MISMATCH',
      'sbom',
    ],
    [
      'an SBOM that names the digest second',
      [file('a', 'linux/amd64', OTHER, AMD)],
      'SBOM_SUBJECT_MISMATCH',
      'sbom',
    ],
    ['an SBOM that names no digest', [file('a', 'linux/amd64')], 'SBOM_SUBJECT_MISMATCH', 'sbom'],
    ["another image's SBOM", [file('a', undefined, OTHER)], 'SBOM_SUBJECT_MISMATCH', 'sbom'],
    [
      "another image's SBOM for a platform",
      [file('a', 'linux/amd64', OTHER)],
      'SBOM_SUBJECT_MISMATCH',
      'sbom',
    ],
    ['a platform that the image has not', [file('a', 'linux/s390x', AMD)], 'INPUT_INVALID', 'sbom'],
    [
      'two files for a platform',
      [file('a', 'linux/amd64', AMD), file('b', undefined, AMD)],
      'INPUTS_CONTRADICT',
      'sbom',
    ],
    ["another image's report", [file('a', 'linux/amd64', OTHER)], 'DOCUMENT_SUBJECT_MISMATCH', 'report'],
    [
      "another platform's report, though it names the index as well",
      [file('a', 'linux/arm64', AMD, ROOT), file('b', 'linux/amd64', AMD, ROOT)],
      'DOCUMENT_SUBJECT_MISMATCH',
      'report',
    ],
    [
      'a report that names two platforms',
      [file('a', 'linux/amd64', AMD, ARM), file('b', 'linux/arm64', ARM)],
      'DOCUMENT_SUBJECT_MISMATCH',
      'report',
    ],
    [
      'a report that is found by one digest and names another platform too',
      [file('a', undefined, AMD, ARM), file('b', undefined, ARM)],
      'DOCUMENT_SUBJECT_MISMATCH',
      'report',
    ],
    [
      'one report for two platforms',
      [file('a', 'linux/amd64', ROOT), file('./a', 'linux/arm64', ROOT)],
      'INPUTS_CONTRADICT',
      'report',
    ],
    [
      'one report without a digest for two platforms',
      [file('a', 'linux/amd64'), file('a', 'linux/arm64')],
      'INPUTS_CONTRADICT',
      'report',
    ],
  ];
  for (const [what, files, code, input] of refused)
    it(`refuses ${what}`, () => {
      assert.throws(() => pathsOf(files, INDEX, input), { code });
    });

  it("takes a report that names the index's digest for the platform it was given for, and one that names none as unproven", () => {
    const files = [file('amd', 'linux/amd64', ROOT), file('arm', 'linux/arm64')];
    assert.deepEqual(pathsOf(files, INDEX, 'report'), { 'linux/amd64': 'amd', 'linux/arm64': 'arm' });
    assert.deepEqual(
      filesOfManifests(INDEX, files, 'report').unproven.map(({ path }) => path),
      ['arm'],
    );
  });

  it('refuses the SBOM of another image for a single manifest', () => {
    assert.deepEqual(pathsOf([file('a', undefined, ROOT)], SINGLE), { root: 'a' });
    assert.throws(() => pathsOf([file('a', undefined, OTHER)], SINGLE), { code: 'SBOM_SUBJECT_MISMATCH' });
  });
});
