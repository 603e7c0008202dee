import assert from 'node:assert/strict';
import { OCI_INDEX, OCI_MANIFEST } from '@countersign/core/oci';
import { afterAll, beforeAll, describe, it } from '@jest/globals';
import {
  EMPTY_DESCRIPTOR,
  manifestOf,
  outcome,
  put,
  referrerOf,
  REPOSITORY,
  tryPut,
  withRegistry,
} from './fixture.js';
import { startRegistry, type RunningRegistry } from './registry.js';
import { pushBlob, pushManifest } from '../image/index.js';

const image = manifestOf({ annotations: { name: 'image' } });
const claim = referrerOf(image, { artifactType: 'application/vnd.example' });
const claimTag = (suffix: string): string => `${image.digest.replace(':', '-')}${suffix}`;

describe('a registry that sends OCI-Subject and has no referrers API', () => {
  it('says the one and answers 404 to the other', () =>
    withRegistry({ referrers: 'header' }, async (_registry, base) => {
      const answer = await tryPut(base, claim.digest, claim);
      assert.equal(answer.headers.get('oci-subject'), image.digest);
      assert.equal(await outcome(await fetch(`${base}/referrers/${image.digest}`)), '404 NOT_FOUND');
    }));
});

describe('a registry whose list of referrers is of the wrong type', () => {
  it('answers 200 with the list as application/json', () =>
    withRegistry({ referrers: 'wrong-type' }, async (_registry, base) => {
      await tryPut(base, claim.digest, claim);
      const answer = await fetch(`${base}/referrers/${image.digest}`);
      assert.deepEqual([answer.status, answer.headers.get('content-type')], [200, 'application/json']);
      const { manifests } = (await answer.json()) as { manifests: { digest: string }[] };
      assert.deepEqual(
        manifests.map(({ digest }) => digest),
        [claim.digest],
      );
    }));
});

describe('a pull-through cache', () => {
  let upstream: RunningRegistry;
  let cache: RunningRegistry;
  let base: string;
  beforeAll(async () => {
    upstream = await startRegistry({ auth: 'token' });
    await pushBlob(upstream, REPOSITORY, EMPTY_DESCRIPTOR.digest, Buffer.from('{}'));
    await put(upstream, 'v1', image);
    await put(upstream, claim.digest, claim);
    for (const suffix of ['', '.sig', '.att', '.sbom']) await put(upstream, claimTag(suffix), claim);
    cache = await startRegistry({ upstream });
    base = `${cache.origin}/v2/${REPOSITORY}`;
  });
  afterAll(async () => {
    await cache.stop();
    await upstream.stop();
  });

  it('serves manifests by tag and digest and blobs, each digest fetched once', async () => {
    const mark = upstream.requests.mark();
    for (const reference of [image.digest, image.digest]) {
      const answer = await fetch(`${base}/manifests/${reference}`);
      assert.equal(answer.headers.get('content-type'), OCI_MANIFEST);
      assert.equal(answer.headers.get('docker-content-digest'), image.digest);
      assert.deepEqual(Buffer.from(await answer.arrayBuffer()), image.bytes);
    }
    assert.equal(
      upstream.requests.since(mark).filter(({ status }) => status === 200 || status === 404).length,
      2,
    ); // a token, the manifest
    const head = await fetch(`${base}/manifests/v1`, { method: 'HEAD' });
    assert.equal(head.headers.get('docker-content-digest'), image.digest);
    assert.equal(await (await fetch(`${base}/blobs/${EMPTY_DESCRIPTOR.digest}`)).text(), '{}');
  });

  it('follows a tag that moves', async () => {
    const moved = manifestOf({ annotations: { name: 'moved' } });
    await put(upstream, 'moving', image);
    assert.equal(
      (await fetch(`${base}/manifests/moving`)).headers.get('docker-content-digest'),
      image.digest,
    );
    await pushManifest(upstream, REPOSITORY, 'moving', moved.bytes, OCI_MANIFEST);
    assert.equal(
      (await fetch(`${base}/manifests/moving`)).headers.get('docker-content-digest'),
      moved.digest,
    );
  });

  it('has none of the claims: not their tags, not the list of referrers', async () => {
    for (const suffix of ['', '.sig', '.att', '.sbom'])
      assert.equal(
        await outcome(await fetch(`${base}/manifests/${claimTag(suffix)}`)),
        '404 MANIFEST_UNKNOWN',
      );
    await fetch(`${base}/manifests/${claim.digest}`); // fetched, and listed all the same nowhere
    const list = await fetch(`${base}/referrers/${image.digest}`);
    assert.equal(list.headers.get('content-type'), OCI_INDEX);
    assert.deepEqual(((await list.json()) as { manifests: unknown[] }).manifests, []);
  });

  it('answers 404 for what its upstream does not have, and refuses every write with 405', async () => {
    assert.equal(await outcome(await fetch(`${base}/manifests/v2`)), '404 MANIFEST_UNKNOWN');
    assert.equal(await outcome(await fetch(`${base}/blobs/sha256:${'a'.repeat(64)}`)), '404 BLOB_UNKNOWN');
    assert.equal(await outcome(await tryPut(base, 'v3', image)), '405 UNSUPPORTED');
    assert.equal(await outcome(await fetch(`${base}/blobs/uploads/`, { method: 'POST' })), '405 UNSUPPORTED');
    assert.equal(
      await outcome(await fetch(`${base}/manifests/${image.digest}`, { method: 'DELETE' })),
      '405 UNSUPPORTED',
    );
    assert.deepEqual(upstream.tags(REPOSITORY).v3, undefined);
  });

  it('has no list of referrers at all where it is told so', async () => {
    const other = await startRegistry({ upstream, referrers: false });
    try {
      const answer = await fetch(`${other.origin}/v2/${REPOSITORY}/referrers/${image.digest}`);
      assert.equal(await outcome(answer), '404 NOT_FOUND');
    } finally {
      await other.stop();
    }
  });
});
