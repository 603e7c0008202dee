import assert from 'node:assert/strict';
import { describe, it } from '@jest/globals';
import { MAX_PLATFORMS } from '../limits.js';
import { OCI_INDEX, OCI_MANIFEST, digestOf, type Descriptor } from '../oci/index.js';
import { parseReference } from '../reference/index.js';
import { MemoryRepository } from '../registry/fixture.js';
import { resolveImage } from './resolve.js';

const child = (text: string, more: object = {}): Descriptor => ({
  mediaType: OCI_MANIFEST,
  digest: digestOf(text),
  size: 7,
  ...more,
});
const platform = (os: string, architecture: string, variant?: string) => ({
  platform: { os, architecture, ...(variant === undefined ? {} : { variant }) },
});
const ATTESTATION = { 'vnd.docker.reference.type': 'attestation-manifest' };
const CONFIG = { mediaType: 'application/x', digest: digestOf('{}'), size: 2 };

/** A repository with this document under `v1`, and the digest it has. */
function holding(document: object, mediaType: string) {
  const repository = new MemoryRepository();
  const digest = repository.set(
    'v1',
    Buffer.from(JSON.stringify({ schemaVersion: 2, ...document })),
    mediaType,
  );
  return { repository, digest };
}
const index = (manifests: readonly unknown[]) => holding({ manifests }, OCI_INDEX);
const resolve = ({ repository }: { repository: MemoryRepository }, target: string, allowTag = false) =>
  resolveImage(repository, parseReference(`registry.example/acme/app${target}`), { allowTag });

describe('resolveImage', () => {
  it('gives an index and its platforms, without what BuildKit attested', async () => {
    const [amd, arm] = [
      child('amd', platform('linux', 'amd64')),
      child('arm', platform('linux', 'arm', 'v7')),
    ];
    const stored = index([
      amd,
      arm,
      child('attestation', platform('unknown', 'unknown')),
      child('another', { ...platform('unknown', 'unknown'), annotations: ATTESTATION }),
    ]);
    const set = await resolve(stored, `@${stored.digest}`);
    assert.equal(set.kind, 'index');
    assert.equal(set.pinned, `registry.example/acme/app@${stored.digest}`);
    assert.deepEqual(
      { ...set.root, size: 0 },
      { digest: stored.digest, mediaType: OCI_INDEX, size: 0, platform: undefined },
    );
    assert.deepEqual(set.platforms, [
      { digest: amd.digest, mediaType: OCI_MANIFEST, size: 7, platform: 'linux/amd64' },
      { digest: arm.digest, mediaType: OCI_MANIFEST, size: 7, platform: 'linux/arm/v7' },
    ]);
  });

  for (const [what, more] of [
    ['of a real platform', platform('linux', 'amd64')],
    ['of no platform', {}],
    ['of half a platform', platform('linux', 'unknown')],
  ] as const) {
    it(`passes over no manifest ${what} that calls itself an attestation: runtimes would run it`, async () => {
      const stored = index([child('a', { ...more, annotations: ATTESTATION })]);
      assert.equal((await resolve(stored, `@${stored.digest}`)).platforms.length, 1);
    });
  }

  it('gives a manifest without platforms', async () => {
    const stored = holding({ config: CONFIG, layers: [] }, OCI_MANIFEST);
    const set = await resolve(stored, `@${stored.digest}`);
    assert.deepEqual([set.kind, set.platforms], ['manifest', []]);
  });

  it('names a manifest that stands for two platforms once', async () => {
    const stored = index([child('a', platform('linux', 'amd64')), child('a', platform('linux', 'arm64'))]);
    assert.equal((await resolve(stored, `@${stored.digest}`)).platforms.length, 1);
  });

  it('refuses a tag with the digest it means, and takes it where that is allowed', async () => {
    const stored = index([child('a')]);
    await assert.rejects(resolve(stored, ':v1'), (error: Error) => {
      assert.ok('code' in error && error.code === 'TAG_NOT_ALLOWED');
      assert.ok(error.message.includes(`registry.example/acme/app@${stored.digest}`));
      return true;
    });
    assert.equal((await resolve(stored, ':v1', true)).root.digest, stored.digest);
  });

  it('goes by the digest where a tag stands beside it', async () => {
    const stored = index([child('a')]);
    assert.equal((await resolve(stored, `:gone@${stored.digest}`)).root.digest, stored.digest);
  });

  it('reads a bare name as latest where tags are allowed, and refuses it otherwise', async () => {
    const stored = index([child('a')]);
    // An empty output of a step is handed over like an input that is not given.
    const remedy = /"digest", it is empty: is the id of the step right/;
    await assert.rejects(resolve(stored, ''), { code: 'REFERENCE_INVALID', remedy });
    await assert.rejects(resolve(stored, '', true), { code: 'IMAGE_NOT_FOUND', message: /latest/ });
  });

  it('says that a digest is not there', async () => {
    await assert.rejects(resolve(index([]), `@${digestOf('gone')}`), {
      code: 'IMAGE_NOT_FOUND',
      fault: 'user',
    });
  });

  const refused: readonly (readonly [what: string, manifests: readonly unknown[], code: string])[] = [
    ['an index in an index', [child('inner', { mediaType: OCI_INDEX })], 'INPUT_INVALID'],
    ['an entry that is no descriptor', [child('a'), { mediaType: OCI_MANIFEST }], 'INPUT_INVALID'],
    [
      'an entry with another digest algorithm',
      [{ ...child('a'), digest: `sha512:${'0'.repeat(128)}` }],
      'INPUT_INVALID',
    ],
    [
      'too many platforms',
      Array.from({ length: MAX_PLATFORMS + 1 }, (_, n) => child(String(n))),
      'LIMIT_EXCEEDED',
    ],
  ];
  for (const [what, manifests, code] of refused) {
    it(`refuses ${what}, of which something would stay unsigned`, async () => {
      const stored = index(manifests);
      await assert.rejects(resolve(stored, `@${stored.digest}`), { code, fault: 'user' });
    });
  }

  it('refuses what is neither manifest nor index', async () => {
    const stored = holding({}, 'application/json');
    await assert.rejects(resolve(stored, `@${stored.digest}`), { code: 'REGISTRY_MISBEHAVED' });
  });
});
