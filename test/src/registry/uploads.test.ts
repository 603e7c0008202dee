import assert from 'node:assert/strict';
import { describe, it } from '@jest/globals';
import { digestOf } from '@countersign/core/oci';
import type { FaultAction } from '@countersign/testbed';
import { withRegistry } from './fixture.js';

const BLOB = Buffer.from('a claim');
const OTHER = Buffer.from('another claim');
const atOnce = { method: 'POST', path: /digest=/ };

describe('a blob that is new', () => {
  it('is sent in one request, and once', async () => {
    await withRegistry({}, async (registry, { repository }) => {
      const mark = registry.requests.mark();
      const stored = await Promise.all([1, 2].map(() => repository.putBlob(BLOB, { isNew: true })));
      assert.deepEqual(
        stored.map(({ digest }) => digest),
        [digestOf(BLOB), digestOf(BLOB)],
      );
      assert.deepEqual(
        registry.requests.since(mark).map(({ method }) => method),
        ['POST'],
      );
    });
  });

  it('goes into the session that a registry opens all the same, and the next one into a session at first', async () => {
    await withRegistry({ singlePost: false }, async (registry, { repository }) => {
      const mark = registry.requests.mark();
      for (const blob of [BLOB, OTHER]) await repository.putBlob(blob, { isNew: true });
      const sent = registry.requests.since(mark);
      assert.deepEqual(
        sent.map(({ method }) => method),
        ['POST', 'PUT', 'POST', 'PUT'],
      );
      assert.equal(registry.requests.count(atOnce, mark), 1);
      for (const blob of [BLOB, OTHER]) assert.deepEqual(await read(repository, blob), blob);
    });
  });

  const refusals: readonly (readonly [what: string, action: FaultAction])[] = [
    400, 404, 405, 413, 500, 501,
  ].map((status) => [`a ${status}`, { kind: 'status', status }]);
  for (const [what, action] of refusals) {
    it(`goes into a session where the one request gets ${what}`, async () => {
      await withRegistry({}, async (registry, { repository }) => {
        const fault = registry.faults.add({ match: atOnce, times: Infinity, action });
        for (const blob of [BLOB, OTHER]) await repository.putBlob(blob, { isNew: true });
        assert.equal(fault.hits, 1);
        for (const blob of [BLOB, OTHER]) assert.deepEqual(await read(repository, blob), blob);
      });
    });
  }

  it('is refused where the one request is forbidden, and sent again when it is asked for again', async () => {
    await withRegistry({}, async (registry, { repository }) => {
      registry.faults.add({ match: atOnce, times: 1, action: { kind: 'status', status: 403 } });
      await assert.rejects(repository.putBlob(BLOB, { isNew: true }), { code: 'REGISTRY_FORBIDDEN' });
      await repository.putBlob(BLOB, { isNew: true });
      assert.deepEqual(await read(repository, BLOB), BLOB);
    });
  });
});

describe('the proof of write access', () => {
  it('does not wait for the cancelling where that is taken care of', async () => {
    await withRegistry({}, async (registry, { repository }) => {
      const cancelling: Promise<void>[] = [];
      await repository.proveWriteAccess({ background: (one) => void cancelling.push(one) });
      await Promise.all(cancelling);
      assert.equal(registry.requests.count({ method: 'DELETE' }), 1);
    });
  });
});

const read = async (
  repository: Parameters<Parameters<typeof withRegistry>[1]>[1]['repository'],
  blob: Buffer,
): Promise<Uint8Array | undefined> =>
  repository.getBlob(
    { mediaType: 'application/octet-stream', digest: digestOf(blob), size: blob.length },
    1000,
  );
