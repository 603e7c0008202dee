import assert from 'node:assert/strict';
import { describe, it } from '@jest/globals';
import { digestOf } from '@countersign/core/oci';
import { pushBlob } from '../../image/index.js';
import { outcome, REPOSITORY, withRegistry } from '../fixture.js';
import type { RegistryOptions } from '../options.js';

const BLOB = Buffer.from('0123456789');
const DIGEST = digestOf(BLOB);

const withBlob = (work: (url: string) => Promise<void>) =>
  withRegistry({}, async (registry, base) => {
    await pushBlob(registry, REPOSITORY, DIGEST, BLOB);
    await work(`${base}/blobs/${DIGEST}`);
  });

describe('the blob route', () => {
  it('gives a blob whole and its size to a HEAD', () =>
    withBlob(async (url) => {
      const read = await fetch(url);
      assert.equal(read.headers.get('docker-content-digest'), DIGEST);
      assert.equal(await read.text(), BLOB.toString());
      assert.equal((await fetch(url, { method: 'HEAD' })).headers.get('content-length'), '10');
    }));

  const ranges: readonly (readonly [range: string, expected: string])[] = [
    ['bytes=2-4', '206 234 bytes 2-4/10'],
    ['bytes=7-', '206 789 bytes 7-9/10'],
    ['bytes=-2', '206 89 bytes 8-9/10'],
    ['bytes=8-99', '206 89 bytes 8-9/10'],
    ['lines=1-2', '200 0123456789 null'],
  ];
  for (const [range, expected] of ranges) {
    it(`answers ${range} with ${expected}`, () =>
      withBlob(async (url) => {
        const read = await fetch(url, { headers: { range } });
        assert.equal(
          `${read.status} ${await read.text()} ${read.headers.get('content-range') ?? 'null'}`,
          expected,
        );
      }));
  }

  it('refuses a range outside of the blob with 416', () =>
    withBlob(async (url) => {
      assert.equal(await outcome(await fetch(url, { headers: { range: 'bytes=10-' } })), '416 RANGE_INVALID');
    }));

  it('deletes a blob, which is then unknown', () =>
    withBlob(async (url) => {
      assert.equal(await outcome(await fetch(url, { method: 'DELETE' })), '202');
      assert.equal(await outcome(await fetch(url)), '404 BLOB_UNKNOWN');
    }));

  it('knows a blob in its own repository alone', () =>
    withBlob(async (url) => {
      assert.equal(await outcome(await fetch(url.replace('acme/app', 'acme/other'))), '404 BLOB_UNKNOWN');
    }));
});

describe('an upload', () => {
  const begin = async (base: string): Promise<string> => {
    const session = await fetch(`${base}/blobs/uploads/`, { method: 'POST' });
    assert.equal(session.status, 202);
    return new URL(session.headers.get('location') ?? '', base).href;
  };
  const locationOf = (response: Response): string =>
    new URL(response.headers.get('location') ?? '', response.url).href;
  const withUpload = (
    work: (session: string, base: string) => Promise<void>,
    options: RegistryOptions = {},
  ) => withRegistry(options, async (_registry, base) => work(await begin(base), base));
  const patch = (session: string, body: string, headers: Record<string, string> = {}) =>
    fetch(session, { method: 'PATCH', body, headers });
  const close = (session: string, digest: string, body = '') =>
    fetch(`${session}&digest=${digest}`, { method: 'PUT', body });
  const stored = async (base: string) => (await fetch(`${base}/blobs/${DIGEST}`)).text();

  for (const uploadLocation of ['relative', 'absolute'] as const) {
    it(`takes chunks in order and is closed with the digest, its location ${uploadLocation}`, () =>
      withUpload(
        async (session, base) => {
          const first = await patch(session, '01234', { 'content-range': '0-4' });
          assert.equal(first.status, 202);
          assert.equal(first.headers.get('range'), '0-4');
          const status = await fetch(locationOf(first));
          assert.equal(status.status, 204);
          assert.equal(status.headers.get('range'), '0-4');
          const second = await patch(locationOf(first), '567', { 'content-range': '5-7' });
          const done = await close(locationOf(second), DIGEST, '89');
          assert.equal(done.status, 201);
          assert.equal(done.headers.get('docker-content-digest'), DIGEST);
          assert.equal(done.headers.get('location'), `/v2/${REPOSITORY}/blobs/${DIGEST}`);
          assert.equal(await stored(base), BLOB.toString());
          assert.equal(await outcome(await fetch(locationOf(second))), '404 BLOB_UPLOAD_UNKNOWN');
        },
        { uploadLocation },
      ));
  }

  it('refuses a chunk out of order with 416 and says how far it has come', () =>
    withUpload(async (session) => {
      await patch(session, '01234');
      const wrong = await patch(session, '789', { 'content-range': '7-9' });
      assert.equal(wrong.headers.get('range'), '0-4');
      assert.equal(await outcome(wrong), '416 RANGE_INVALID');
      assert.equal((await close(session, DIGEST, '56789')).status, 201);
    }));

  it('refuses a digest that its bytes do not have', () =>
    withUpload(async (session, base) => {
      assert.equal(
        await outcome(await close(session, digestOf('other'), '0123456789')),
        '400 DIGEST_INVALID',
      );
      assert.equal((await fetch(`${base}/blobs/${digestOf('other')}`)).status, 404);
    }));

  it('refuses to be closed without a digest', () =>
    withUpload(async (session) => {
      assert.equal(await outcome(await close(session, 'none')), '400 DIGEST_INVALID');
    }));

  it('is gone once cancelled', () =>
    withUpload(async (session) => {
      assert.equal((await fetch(session, { method: 'DELETE' })).status, 204);
      assert.equal(await outcome(await patch(session, 'x')), '404 BLOB_UPLOAD_UNKNOWN');
    }));

  it('can be one request with the digest, and fails with another digest', () =>
    withRegistry({}, async (_registry, base) => {
      const post = (digest: string) =>
        fetch(`${base}/blobs/uploads/?digest=${digest}`, { method: 'POST', body: new Uint8Array(BLOB) });
      assert.equal(await outcome(await post(digestOf('other'))), '400 DIGEST_INVALID');
      assert.equal(await outcome(await post(DIGEST)), '201');
      assert.equal(await stored(base), BLOB.toString());
    }));

  it('takes a sha512 digest', () =>
    withRegistry({}, async (_registry, base) => {
      const hash = Buffer.from(await crypto.subtle.digest('SHA-512', BLOB)).toString('hex');
      const url = `${base}/blobs/uploads/?digest=sha512:${hash}`;
      assert.equal((await fetch(url, { method: 'POST', body: new Uint8Array(BLOB) })).status, 201);
      assert.equal((await fetch(`${base}/blobs/sha512:${hash}`)).status, 200);
    }));

  it('mounts a blob of another repository, and opens a session where that has none', () =>
    withRegistry({}, async (registry, base) => {
      await pushBlob(registry, 'acme/source', DIGEST, BLOB);
      const mount = (digest: string) =>
        fetch(`${base}/blobs/uploads/?mount=${digest}&from=acme/source`, { method: 'POST' });
      assert.equal((await mount(digestOf('none'))).status, 202);
      assert.equal((await mount(DIGEST)).status, 201);
      assert.equal(await stored(base), BLOB.toString());
    }));
});
