import assert from 'node:assert/strict';
import { get } from 'node:http';
import { describe, it } from '@jest/globals';
import { digestOf } from '@countersign/core/oci';
import { EMPTY_DESCRIPTOR, manifestOf, outcome, put, REPOSITORY, tryPut, withRegistry } from './fixture.js';
import { startRegistry } from './registry.js';

const elapsed = async (work: () => Promise<unknown>): Promise<number> => {
  const begin = performance.now();
  await work();
  return performance.now() - begin;
};

describe('a registry', () => {
  it('listens on loopback, on a port of its own or the one it is given', async () => {
    const first = await startRegistry();
    assert.match(first.host, /^127\.0\.0\.1:\d+$/);
    await first.stop();
    const second = await startRegistry({ port: Number(first.host.split(':')[1]) });
    try {
      assert.equal(second.host, first.host);
      await assert.rejects(startRegistry({ port: Number(second.host.split(':')[1]) }), {
        code: 'EADDRINUSE',
      });
    } finally {
      await second.stop();
    }
  });

  it('names itself and counts its requests by kind', () =>
    withRegistry({}, async ({ origin, requests }, base) => {
      const mark = requests.mark();
      const ping = await fetch(`${origin}/v2/`);
      assert.equal(ping.headers.get('docker-distribution-api-version'), 'registry/2.0');
      await tryPut(base, 'v1', manifestOf());
      await fetch(`${base}/manifests/v1`);
      await fetch(`${base}/manifests/v2`, { method: 'HEAD' });
      await fetch(`${base}/blobs/${EMPTY_DESCRIPTOR.digest}`);
      await fetch(`${base}/referrers/${EMPTY_DESCRIPTOR.digest}`);
      await fetch(`${base}/tags/list?n=1`);
      await fetch(`${origin}/else`);
      assert.deepEqual(requests.counts(mark), {
        'GET ping': 1,
        'PUT manifest': 1,
        'GET manifest': 1,
        'HEAD manifest': 1,
        'GET blob': 1,
        'GET referrers': 1,
        'GET tags': 1,
        'GET other': 1,
      });
      const statuses = requests.since(mark).map(({ status }) => status);
      assert.deepEqual(statuses, [200, 201, 200, 404, 200, 200, 200, 404]);
    }));

  it('finds the route in a repository that is named like one', () =>
    withRegistry({}, async ({ origin }) => {
      const path = `${origin}/v2/a/blobs/manifests/blobs/uploads/?digest=${EMPTY_DESCRIPTOR.digest}`;
      assert.equal((await fetch(path, { method: 'POST', body: '{}' })).status, 201);
      const blob = `${origin}/v2/a/blobs/manifests/blobs/${EMPTY_DESCRIPTOR.digest}`;
      assert.equal(await (await fetch(blob)).text(), '{}');
    }));

  it('refuses a method that a route does not have', () =>
    withRegistry({}, async ({ origin }, base) => {
      const digest = EMPTY_DESCRIPTOR.digest;
      for (const path of [`manifests/v1`, `blobs/${digest}`, `referrers/${digest}`, 'tags/list']) {
        assert.equal(await outcome(await fetch(`${base}/${path}`, { method: 'POST' })), '405 UNSUPPORTED');
      }
      assert.equal(await outcome(await fetch(`${base}/blobs/uploads/`)), '405 UNSUPPORTED');
      assert.equal((await fetch(`${origin}/v2/`)).status, 200);
    }));
});

describe('a switch of the registry', () => {
  it('adds latency to each request', () =>
    withRegistry({ latencyMs: 30 }, async ({ origin }) => {
      assert.ok((await elapsed(() => fetch(`${origin}/v2/`))) >= 29);
    }));

  it('delays what a manifest write changes, and not a read', () =>
    withRegistry({ writeDelayMs: 300 }, async (_registry, base) => {
      const written = elapsed(() => tryPut(base, 'v1', manifestOf()));
      await new Promise((resolve) => setTimeout(resolve, 20));
      assert.equal((await fetch(`${base}/manifests/v1`)).status, 404);
      assert.ok((await written) >= 299);
      assert.ok((await elapsed(() => fetch(`${base}/manifests/v1`))) < 290);
    }));

  it('pads the headers of each answer', async () => {
    const registry = await startRegistry({ extraHeaderBytes: 20_000 });
    try {
      // 16 KiB is what Node's clients take by default.
      await assert.rejects(headerBytes(registry.origin, 16_384), { code: 'HPE_HEADER_OVERFLOW' });
      assert.ok((await headerBytes(registry.origin, 65_536)) > 20_000);
    } finally {
      await registry.stop();
    }
  });
});

const headerBytes = (origin: string, maxHeaderSize: number): Promise<number> =>
  new Promise((resolve, reject) => {
    get(`${origin}/v2/`, { maxHeaderSize }, (response) => {
      response.resume();
      resolve(JSON.stringify(response.headers).length);
    }).on('error', reject);
  });

describe('a fault of the registry', () => {
  it('strikes the route it is for, as often as it should', () =>
    withRegistry({}, async (registry, base) => {
      const handle = registry.faults.add({
        match: { method: 'PUT', path: /\/manifests\// },
        times: 2,
        action: { kind: 'status', status: 503, retryAfter: 1 },
      });
      const write = async () => (await tryPut(base, 'v1', manifestOf())).status;
      assert.deepEqual([await write(), await write(), await write()], [503, 503, 201]);
      assert.equal(handle.hits, 2);
      assert.equal(registry.requests.counts()['PUT manifest'], 3);
    }));

  it('spoils a manifest so that its digest is another, once', () =>
    withRegistry({}, async (registry, base) => {
      const manifest = manifestOf();
      await put(registry, 'v1', manifest);
      registry.faults.add({ match: { path: /manifests/ }, action: 'wrong-digest' });
      const read = async () =>
        digestOf(new Uint8Array(await (await fetch(`${base}/manifests/v1`)).arrayBuffer()));
      assert.notEqual(await read(), manifest.digest);
      assert.equal(await read(), manifest.digest);
    }));

  it('breaks off a blob, once', () =>
    withRegistry({}, async (registry, base) => {
      registry.faults.add({ match: { path: /blobs/ }, action: 'truncate' });
      const read = async () => (await fetch(`${base}/blobs/${EMPTY_DESCRIPTOR.digest}`)).text();
      await assert.rejects(read);
      assert.equal(await read(), '{}');
    }));

  it('loses the answer to a write that took effect', () =>
    withRegistry({}, async (registry, base) => {
      registry.faults.add({ match: { method: 'PUT' }, action: { kind: 'reset', when: 'after' } });
      await assert.rejects(tryPut(base, 'v1', manifestOf()));
      assert.deepEqual(Object.keys(registry.tags(REPOSITORY)), ['v1']);
      registry.faults.add({ match: { method: 'PUT' }, action: 'reset' });
      await assert.rejects(tryPut(base, 'v2', manifestOf()));
      assert.deepEqual(Object.keys(registry.tags(REPOSITORY)), ['v1']);
    }));
});
