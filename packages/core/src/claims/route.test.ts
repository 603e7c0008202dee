import assert from 'node:assert/strict';
import { describe, it } from '@jest/globals';
import type { ImageSet, Subject } from '../digest-set/index.js';
import { digestOf } from '../oci/index.js';
import type { CountersignError } from '../errors.js';
import { routeDocument } from './route.js';

const subject = (text: string, platform?: string): Subject => ({
  digest: digestOf(text),
  mediaType: 'application/vnd.oci.image.manifest.v1+json',
  size: 1,
  platform,
});
const root = subject('index');
const amd64 = subject('amd64', 'linux/amd64');
const arm64 = subject('arm64', 'linux/arm64/v8');
const foreign = subject('foreign');
const index: ImageSet = {
  name: { host: 'ghcr.io', repository: 'acme/app' },
  pinned: `ghcr.io/acme/app@${root.digest}`,
  kind: 'index',
  root,
  platforms: [amd64, arm64],
};
const single: ImageSet = { ...index, kind: 'manifest', platforms: [] };

describe('routeDocument', () => {
  const routed: readonly (readonly [
    why: string,
    image: ImageSet,
    names: Subject[],
    platform: string | undefined,
    to: Subject,
  ])[] = [
    ['that names nothing goes to the digest given', index, [], undefined, root],
    ['that names nothing goes to the platform asked for', index, [], 'linux/amd64', amd64],
    ['for linux/arm64 goes to its only variant', index, [], 'linux/arm64', arm64],
    ['that names the index goes there', index, [root], undefined, root],
    ['that names a platform goes there', index, [arm64], undefined, arm64],
    ['that names index and platform goes to the platform', index, [arm64, root], undefined, arm64],
    ['that names index and all platforms goes to the index', index, [arm64, root, amd64], undefined, root],
    ['that names two platforms goes to the one asked for', index, [arm64, amd64], 'linux/amd64', amd64],
    [
      'that names its platform and something else goes to the platform',
      index,
      [foreign, amd64],
      undefined,
      amd64,
    ],
    ['of a single image goes to it', single, [root], undefined, root],
  ];
  for (const [why, image, names, platform, to] of routed) {
    it(`a document ${why}`, () => {
      const describes = names.map(({ digest }) => digest);
      assert.equal(routeDocument({ describes }, image, platform, 'sbom.json'), to);
    });
  }

  const refused: readonly (readonly [
    why: string,
    image: ImageSet,
    names: Subject[],
    platform: string | undefined,
    code: string,
  ])[] = [
    ['of another image', index, [foreign], undefined, 'DOCUMENT_SUBJECT_MISMATCH'],
    ['of another image for a platform', index, [foreign], 'linux/amd64', 'DOCUMENT_SUBJECT_MISMATCH'],
    ['of one platform for another', index, [arm64], 'linux/amd64', 'DOCUMENT_SUBJECT_MISMATCH'],
    ['of the index for a platform', index, [root], 'linux/amd64', 'DOCUMENT_SUBJECT_MISMATCH'],
    ['of two platforms for none', index, [arm64, amd64], undefined, 'DOCUMENT_SUBJECT_MISMATCH'],
    ['for a platform that is not there', index, [], 'linux/s390x', 'INPUT_INVALID'],
    ['for a platform of a single image', single, [], 'linux/amd64', 'INPUT_INVALID'],
  ];
  for (const [why, image, names, platform, code] of refused) {
    it(`refuses a document ${why}`, () => {
      const describes = names.map(({ digest }) => digest);
      assert.throws(
        () => routeDocument({ describes }, image, platform, 'sbom.json'),
        (error: CountersignError) => {
          assert.equal(error.code, code);
          if (code === 'DOCUMENT_SUBJECT_MISMATCH') assert.ok(error.message.startsWith('sbom.json '));
          return true;
        },
      );
    });
  }
});
