import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from '@jest/globals';
import { OCI_MANIFEST, digestOf } from '@countersign/core/oci';
import type { RegistryOptions } from '@countersign/testbed';
import { REPOSITORY, clientOf, explicit, manifestBytes, store, withRegistry } from './fixture.js';

const BLOB = Buffer.from('a blob of some length');
const described = (bytes: Uint8Array) => ({
  mediaType: 'application/x',
  digest: digestOf(bytes),
  size: bytes.length,
});
const collect = async (stream: AsyncIterable<Uint8Array> | undefined) => {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream ?? []) chunks.push(chunk);
  return Buffer.concat(chunks);
};

const kinds: readonly (readonly [what: string, options: RegistryOptions])[] = [
  ['an open registry', {}],
  ['basic authentication', { auth: 'basic' }],
  ['a token service', { auth: 'token' }],
  ['absolute upload locations', { auth: 'token', uploadLocation: 'absolute' }],
  ['200 KiB of response headers', { extraHeaderBytes: 200 * 1024 }],
];

describe('a repository', () => {
  for (const [what, options] of kinds) {
    it(`stores and reads manifests and blobs with ${what}`, async () => {
      await withRegistry(options, async (_registry, { repository }) => {
        await repository.proveWriteAccess();
        assert.equal((await repository.putBlob(BLOB)).digest, digestOf(BLOB));
        const source = {
          size: BLOB.length * 3,
          digest: digestOf(Buffer.concat([BLOB, BLOB, BLOB])),
          async *open() {
            for (let part = 0; part < 3; part += 1) yield await Promise.resolve(BLOB);
          },
        };
        const streamed = await repository.putBlob(source);
        assert.deepEqual(await repository.getBlob(described(BLOB), 1000), BLOB);
        assert.equal(
          (await collect(await repository.openBlob({ ...streamed, mediaType: 'application/x' }))).length,
          63,
        );

        const manifest = await store(repository, {}, 'v1');
        const read = await repository.getManifest('v1');
        assert.deepEqual(read?.descriptor, manifest);
        assert.deepEqual(Buffer.from(read.bytes), manifestBytes());
        assert.deepEqual(await repository.headManifest('v1'), manifest);
        assert.deepEqual(await repository.headManifest(manifest.digest), manifest);
      });
    });
  }

  for (const [what, options] of kinds) {
    it(`deletes a manifest, and its referrer leaves the list, with ${what}`, async () => {
      await withRegistry(options, async (_registry, { repository }) => {
        const manifest = await store(repository, {}, 'v1');
        assert.equal(await repository.deleteManifest(manifest.digest), 'deleted');
        assert.equal(await repository.getManifest(manifest.digest), undefined);
        assert.equal(await repository.deleteManifest(manifest.digest), 'absent');
      });
    });
  }

  it('says where nothing can be deleted', async () => {
    await withRegistry({ delete: false }, async (_registry, { repository }) => {
      const manifest = await store(repository, {}, 'v1');
      assert.equal(await repository.deleteManifest(manifest.digest), 'unsupported');
      assert.deepEqual(await repository.headManifest(manifest.digest), manifest);
    });
  });

  it('answers undefined for what is not there', async () => {
    await withRegistry({}, async (_registry, { repository }) => {
      await store(repository);
      assert.equal(await repository.getManifest('gone'), undefined);
      assert.equal(await repository.headManifest(digestOf('gone')), undefined);
      assert.equal(await repository.getBlob(described(Buffer.from('gone')), 10), undefined);
      assert.equal(await repository.openBlob(described(Buffer.from('gone'))), undefined);
    });
  });

  it('uploads a blob that is there already with one request', async () => {
    await withRegistry({}, async (registry, { repository }) => {
      await repository.putBlob(BLOB);
      const mark = registry.requests.mark();
      await repository.putBlob(BLOB);
      assert.deepEqual(registry.requests.counts(mark), { 'HEAD blob': 1 });
    });
  });

  it('asks for one token per scope, however many requests run at once', async () => {
    await withRegistry({ auth: 'token' }, async (registry, { repository, http }) => {
      await Promise.all(Array.from({ length: 10 }, (_, n) => repository.putBlob(Buffer.from(String(n)))));
      await repository.getManifest('gone'); // a token for writing serves reading
      assert.equal(http.counts()['registry-token'], 1);
      assert.equal(registry.requests.count({ path: /^\/token/ }), 1);
    });
  });

  it('gets a new token when one has expired', async () => {
    await withRegistry({ auth: 'token', tokenLifetimeMs: 1000 }, async (_registry, { repository, http }) => {
      await repository.putBlob(BLOB);
      await new Promise((resolve) => setTimeout(resolve, 1050));
      await repository.putBlob(Buffer.from('another'));
      assert.equal(http.counts()['registry-token'], 2);
    });
  });

  it('logs in with an identity token from the Docker configuration', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'countersign-'));
    try {
      await withRegistry({ auth: 'token' }, async (registry) => {
        writeFileSync(join(folder, 'config.json'), registry.auth?.identityTokenConfig() ?? '');
        const { repository, http } = clientOf(registry, { env: { DOCKER_CONFIG: folder } });
        await repository.putBlob(BLOB);
        assert.equal(registry.requests.count({ method: 'POST', path: /^\/token/ }), 1);
        http.close();
      });
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe('a repository that refuses', () => {
  for (const auth of ['basic', 'token'] as const) {
    it(`tells no and wrong credentials (401) from missing rights (403): ${auth}`, async () => {
      await withRegistry({ auth }, async (registry, { repository }) => {
        await store(repository, {}, 'v1');
        const code = async (client: ReturnType<typeof clientOf>) => {
          const error = await client.repository.proveWriteAccess().then(
            () => undefined,
            (thrown: unknown) => thrown,
          );
          client.http.close();
          assert.ok(error instanceof Error && 'code' in error && 'fault' in error && 'remedy' in error);
          assert.equal(error.fault, 'user');
          assert.doesNotMatch(`${error.message} ${String(error.remedy)}`, /wr0ng-pa55/);
          return error.code;
        };
        const wrong = { explicit: [{ host: registry.host, username: 'testbed', password: 'wr0ng-pa55' }] };
        const elsewhere = {
          explicit: [
            { ...(explicit(registry).explicit[0] ?? { username: '', password: '' }), host: 'other.example' },
          ],
        };
        assert.equal(await code(clientOf(registry)), 'REGISTRY_UNAUTHORIZED');
        assert.equal(await code(clientOf(registry, wrong)), 'REGISTRY_UNAUTHORIZED');
        assert.equal(await code(clientOf(registry, elsewhere)), 'REGISTRY_UNAUTHORIZED');
        assert.equal(await code(clientOf(registry, explicit(registry, 'reader'))), 'REGISTRY_FORBIDDEN');
      });
    });
  }

  it('lets anyone read where the registry does', async () => {
    await withRegistry({ auth: 'token', anonymousPull: true }, async (registry, { repository }) => {
      await store(repository, {}, 'v1');
      const anonymous = clientOf(registry);
      assert.ok(await anonymous.repository.getManifest('v1'));
      await assert.rejects(anonymous.repository.proveWriteAccess(), {
        code: 'REGISTRY_UNAUTHORIZED',
        remedy: /anonymously/,
      });
      anonymous.http.close();
    });
  });

  for (const immutableStatus of [400, 405, 409] as const) {
    it(`says that a tag is immutable (${immutableStatus}), and takes digests and new tags`, async () => {
      await withRegistry(
        { immutableTags: /^sha256-/, immutableStatus },
        async (_registry, { repository }) => {
          await store(repository, {}, 'sha256-x.sig');
          const moved = store(repository, { annotations: { moved: 'yes' } }, 'sha256-x.sig');
          await assert.rejects(moved, { code: 'TAG_IMMUTABLE', fault: 'user', remedy: /sha256-\*/ });
          await store(repository, { annotations: { moved: 'yes' } }, 'sha256-y.sig');
        },
      );
    });
  }

  it('is told by its own words where it refuses something else', async () => {
    await withRegistry({}, async (_registry, { repository }) => {
      const broken = repository.putManifest('v1', Buffer.from('{}'), OCI_MANIFEST);
      await assert.rejects(broken, { code: 'REGISTRY_REFUSED', message: /MANIFEST_INVALID/ });
    });
  });
});

describe('a conditional write', () => {
  it('is refused where something stands, or something else', async () => {
    await withRegistry({}, async (_registry, { repository }) => {
      await store(repository, {}, 'v1');
      const current = await repository.getManifest('v1');
      const next = manifestBytes({ annotations: { next: 'yes' } });
      const write = (condition: Parameters<typeof repository.putManifest>[3]) =>
        repository.putManifest('v1', next, OCI_MANIFEST, condition);
      assert.equal(await write({ kind: 'absent' }), undefined);
      assert.equal(await write({ kind: 'match', etag: '"else"' }), undefined);
      assert.equal(await write({ kind: 'unchanged', digest: digestOf('else') }), undefined);
      assert.equal(await write({ kind: 'unchanged', digest: undefined }), undefined);
      assert.ok(await write({ kind: 'match', etag: current?.etag ?? '' }));
    });
  });

  it('is not sent again after a fault where someone wrote meanwhile', async () => {
    await withRegistry({ ifMatch: false }, async (registry, { repository }) => {
      const before = await store(repository, {}, 'v1');
      const other = clientOf(registry);
      registry.faults.add({
        match: { method: 'PUT', path: /manifests\/v1$/ },
        action: { kind: 'status', status: 503 },
      });
      const writing = repository.putManifest(
        'v1',
        manifestBytes({ annotations: { mine: 'yes' } }),
        OCI_MANIFEST,
        {
          kind: 'unchanged',
          digest: before.digest,
        },
      );
      while (registry.requests.count({ method: 'PUT', path: /manifests\/v1$/ }) < 2)
        await new Promise(setImmediate);
      const theirs = await store(other.repository, { annotations: { theirs: 'yes' } }, 'v1');
      assert.equal(await writing, undefined);
      assert.equal((await repository.getManifest('v1'))?.descriptor.digest, theirs.digest);
      other.http.close();
    });
  });
});

describe('a registry that fails', () => {
  const route = /\/v2\//;
  const passing: readonly (readonly [
    what: string,
    fault:
      | 'reset'
      | 'truncate'
      | { kind: 'status'; status: number; retryAfter?: number }
      | { kind: 'reset'; when: 'after' },
  ])[] = [
    ['answers 500', { kind: 'status', status: 500 }],
    ['answers 429 with Retry-After', { kind: 'status', status: 429, retryAfter: 0 }],
    ['resets', 'reset'],
    ['loses its answer', { kind: 'reset', when: 'after' }],
    ['cuts its answer off', 'truncate'],
  ];
  for (const [what, action] of passing) {
    it(`twice in each step of an upload and a read (${what}) still gets and gives everything`, async () => {
      await withRegistry({}, async (registry, { repository }) => {
        for (const method of ['HEAD', 'POST', 'PUT', 'GET']) {
          registry.faults.add({ match: { method, path: route }, times: 2, action });
        }
        await repository.putBlob(BLOB);
        await store(repository, {}, 'v1');
        assert.deepEqual((await repository.getManifest('v1'))?.descriptor.digest, digestOf(manifestBytes()));
        assert.deepEqual(await repository.getBlob(described(BLOB), 1000), BLOB);
      });
    });
  }

  it('without end is named, within the window', async () => {
    await withRegistry({}, async (registry, { repository }) => {
      registry.faults.add({ match: {}, times: Infinity, action: { kind: 'status', status: 502 } });
      const began = performance.now();
      await assert.rejects(repository.getManifest('v1'), {
        code: 'REGISTRY_UNAVAILABLE',
        fault: 'infrastructure',
        message: /The registry at 127\.0\.0\.1:\d+ answered 502/,
      });
      assert.ok(performance.now() - began < 3000);
    });
  });

  it('shows what was written a moment ago late, and is asked again for it', async () => {
    await withRegistry({}, async (registry, { repository }) => {
      await repository.putBlob(Buffer.from('{}'));
      registry.faults.add({ match: { method: 'PUT', path: /manifests/ }, action: { kind: 'late', ms: 200 } });
      await store(repository, {}, 'v1');
      assert.equal(await repository.getManifest('v1'), undefined);
      assert.ok(await repository.getManifest('v1', { fresh: true }));
    });
  });
});

describe('hostile bytes', () => {
  it('that do not hash to what was asked for are a rejection', async () => {
    await withRegistry({}, async (registry, { repository }) => {
      await repository.putBlob(BLOB);
      const manifest = await store(repository, {}, 'v1');
      const spoil = () =>
        registry.faults.add({
          match: { method: 'GET', path: new RegExp(`/v2/${REPOSITORY}/`) },
          action: 'wrong-digest',
        });
      spoil();
      await assert.rejects(repository.getBlob(described(BLOB), 1000), {
        code: 'DIGEST_MISMATCH',
        fault: 'rejection',
      });
      spoil();
      await assert.rejects(async () => collect(await repository.openBlob(described(BLOB))), {
        code: 'DIGEST_MISMATCH',
      });
      spoil();
      await assert.rejects(repository.getManifest(manifest.digest), { code: 'DIGEST_MISMATCH' });
    });
  });

  it('that are longer, shorter or larger than a descriptor says are refused', async () => {
    await withRegistry({}, async (_registry, { repository }) => {
      await repository.putBlob(BLOB);
      const honest = described(BLOB);
      await assert.rejects(repository.getBlob({ ...honest, size: 5 }, 1000), { code: 'REGISTRY_MISBEHAVED' });
      await assert.rejects(repository.getBlob({ ...honest, size: 500 }, 1000), { code: 'DIGEST_MISMATCH' });
      await assert.rejects(repository.getBlob(honest, 10), { code: 'LIMIT_EXCEEDED' });
    });
  });
});
