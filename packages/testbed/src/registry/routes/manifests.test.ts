import assert from 'node:assert/strict';
import { describe, it } from '@jest/globals';
import { digestOf, OCI_INDEX, OCI_MANIFEST } from '@countersign/core/oci';
import { manifestOf, outcome, put, referrerOf, REPOSITORY, tryPut, withRegistry } from '../fixture.js';

const ABSENT = digestOf('nowhere');

describe('the manifest route', () => {
  it('stores a manifest under a tag and gives back its exact bytes by tag and by digest', () =>
    withRegistry({}, async (registry, base) => {
      const manifest = manifestOf();
      const stored = await tryPut(base, 'v1', manifest);
      assert.equal(stored.status, 201);
      assert.equal(stored.headers.get('docker-content-digest'), manifest.digest);
      assert.equal(stored.headers.get('location'), `/v2/${REPOSITORY}/manifests/${manifest.digest}`);
      for (const reference of ['v1', manifest.digest]) {
        const read = await fetch(`${base}/manifests/${reference}`);
        assert.equal(read.headers.get('content-type'), OCI_MANIFEST);
        assert.equal(read.headers.get('docker-content-digest'), manifest.digest);
        assert.deepEqual(Buffer.from(await read.arrayBuffer()), manifest.bytes);
        const head = await fetch(`${base}/manifests/${reference}`, { method: 'HEAD' });
        assert.equal(head.headers.get('content-length'), String(manifest.size));
        assert.equal(await head.text(), '');
      }
      assert.deepEqual(registry.tags(REPOSITORY), { v1: manifest.digest });
    }));

  it('moves a tag and keeps what it named before under its digest', () =>
    withRegistry({}, async (registry, base) => {
      const [before, after] = [manifestOf(), manifestOf({ annotations: { a: 'b' } })];
      await put(registry, 'v1', before);
      await put(registry, 'v1', after);
      assert.equal((await fetch(`${base}/manifests/v1`)).headers.get('docker-content-digest'), after.digest);
      assert.equal((await fetch(`${base}/manifests/${before.digest}`)).status, 200);
    }));

  it('removes a tag alone, and a manifest with its tags', () =>
    withRegistry({}, async (registry, base) => {
      const manifest = manifestOf();
      await put(registry, 'v1', manifest);
      await put(registry, 'v2', manifest);
      const remove = (reference: string) => fetch(`${base}/manifests/${reference}`, { method: 'DELETE' });
      assert.equal(await outcome(await remove('v1')), '202');
      assert.deepEqual(Object.keys(registry.tags(REPOSITORY)), ['v2']);
      assert.equal(await outcome(await remove(manifest.digest)), '202');
      assert.deepEqual(registry.tags(REPOSITORY), {});
      assert.equal(await outcome(await remove(manifest.digest)), '404 MANIFEST_UNKNOWN');
    }));

  const reads: readonly (readonly [why: string, path: string, expected: string])[] = [
    ['a tag that is not there', `${REPOSITORY}/manifests/none`, '404 MANIFEST_UNKNOWN'],
    ['a digest that is not there', `${REPOSITORY}/manifests/${ABSENT}`, '404 MANIFEST_UNKNOWN'],
    ['a digest that is none', `${REPOSITORY}/manifests/sha256:abc`, '400 DIGEST_INVALID'],
    ['a repository that is not there', 'acme/none/manifests/v1', '404 NAME_UNKNOWN'],
    ['a repository in capitals', 'Acme/manifests/v1', '400 NAME_INVALID'],
    ['a path that is broken', `${REPOSITORY}/manifests/%ff`, '400 NAME_INVALID'],
    ['no route', `${REPOSITORY}/else/v1`, '404 NOT_FOUND'],
  ];
  for (const [why, path, expected] of reads) {
    it(`answers ${expected} for ${why}`, () =>
      withRegistry({}, async ({ origin }) => {
        assert.equal(await outcome(await fetch(`${origin}/v2/${path}`)), expected);
      }));
  }

  const missing = { mediaType: OCI_MANIFEST, digest: ABSENT, size: 2 };
  const refused: readonly (readonly [
    why: string,
    expected: string,
    bytes: Buffer,
    reference?: string,
    type?: string,
  ])[] = [
    ['another digest than its reference', '400 DIGEST_INVALID', manifestOf().bytes, ABSENT],
    ['a config that is not there', '400 MANIFEST_BLOB_UNKNOWN', manifestOf({ config: missing }).bytes],
    ['a layer that is not there', '400 MANIFEST_BLOB_UNKNOWN', manifestOf({ layers: [missing] }).bytes],
    [
      'an index of a manifest that is not there',
      '400 MANIFEST_BLOB_UNKNOWN',
      Buffer.from(JSON.stringify({ schemaVersion: 2, mediaType: OCI_INDEX, manifests: [missing] })),
      'v1',
      OCI_INDEX,
    ],
    ['bytes that are not JSON', '400 MANIFEST_INVALID', Buffer.from('{')],
    ['JSON that is not an object', '400 MANIFEST_INVALID', Buffer.from('[]')],
    ['another schema version', '400 MANIFEST_INVALID', manifestOf({ schemaVersion: 1 }).bytes],
    ['another media type inside', '400 MANIFEST_INVALID', manifestOf({ mediaType: OCI_INDEX }).bytes],
    ['a media type that no image has', '400 MANIFEST_INVALID', manifestOf().bytes, 'v1', 'text/plain'],
    ['layers that are no list', '400 MANIFEST_INVALID', manifestOf({ layers: {} }).bytes],
    ['a config without a digest', '400 MANIFEST_INVALID', manifestOf({ config: { size: 1 } }).bytes],
    ['a subject that is no descriptor', '400 MANIFEST_INVALID', manifestOf({ subject: 'x' }).bytes],
    ['annotations that are not text', '400 MANIFEST_INVALID', manifestOf({ annotations: { a: 1 } }).bytes],
  ];
  for (const [why, expected, bytes, reference = 'v1', type = OCI_MANIFEST] of refused) {
    it(`refuses ${why}, and stores nothing`, () =>
      withRegistry({}, async (registry, base) => {
        const response = await tryPut(base, reference, { bytes }, { 'content-type': type });
        assert.equal(await outcome(response), expected);
        assert.deepEqual(registry.tags(REPOSITORY), {});
      }));
  }

  it('refuses a manifest over its bound with 413', () =>
    withRegistry({}, async (_registry, base) => {
      const large = manifestOf({ annotations: { a: 'x'.repeat(4 * 1024 * 1024) } });
      assert.equal((await tryPut(base, 'v1', large)).status, 413);
    }));

  it('confirms a subject with OCI-Subject, and not where the referrers API is off', async () => {
    const subject = manifestOf();
    const referrer = referrerOf(subject, {});
    for (const referrers of [true, false]) {
      await withRegistry({ referrers }, async (_registry, base) => {
        const confirmed = (await tryPut(base, referrer.digest, referrer)).headers.get('oci-subject');
        assert.equal(confirmed, referrers ? subject.digest : null);
        assert.equal((await tryPut(base, 'v1', subject)).headers.get('oci-subject'), null);
      });
    }
  });
});

describe('a conditional write', () => {
  const [first, second, third] = ['1', '2', '3'].map((a) => manifestOf({ annotations: { a } })) as [
    ReturnType<typeof manifestOf>,
    ReturnType<typeof manifestOf>,
    ReturnType<typeof manifestOf>,
  ];

  it('creates a tag only where none stands, and replaces only what it names', () =>
    withRegistry({}, async (_registry, base) => {
      const create = () => tryPut(base, 't', first, { 'if-none-match': '*' });
      const created = await create();
      assert.equal(created.status, 201);
      const etag = created.headers.get('etag') ?? '';
      assert.equal(await outcome(await create()), '412 PRECONDITION_FAILED');
      assert.equal((await fetch(`${base}/manifests/t`)).headers.get('etag'), etag);
      assert.equal((await tryPut(base, 't', second, { 'if-match': etag })).status, 201);
      assert.equal(
        await outcome(await tryPut(base, 't', third, { 'if-match': etag })),
        '412 PRECONDITION_FAILED',
      );
      assert.equal(
        await outcome(await tryPut(base, 'new', third, { 'if-match': '*' })),
        '412 PRECONDITION_FAILED',
      );
    }));

  it('lets exactly one of many writers win, though all wait before they write', () =>
    withRegistry({ writeDelayMs: 5, writeJitterMs: 20 }, async (_registry, base) => {
      const writers = Array.from({ length: 16 }, (_, a) => manifestOf({ annotations: { a: String(a) } }));
      const answers = await Promise.all(
        writers.map((each) => tryPut(base, 't', each, { 'if-none-match': '*' })),
      );
      assert.deepEqual(answers.map(({ status }) => status).sort(), [
        201,
        ...Array.from({ length: 15 }, () => 412),
      ]);
    }));

  it('is ignored, and no entity tag is sent, where the registry knows no conditions', () =>
    withRegistry({ ifMatch: false }, async (registry, base) => {
      for (const each of [first, second]) {
        const answer = await tryPut(base, 't', each, { 'if-none-match': '*', 'if-match': '"other"' });
        assert.equal(answer.status, 201);
        assert.equal(answer.headers.get('etag'), null);
      }
      assert.equal((await fetch(`${base}/manifests/t`)).headers.get('etag'), null);
      assert.deepEqual(registry.tags(REPOSITORY), { t: second.digest });
    }));

  it('answers 304 to a reader who has it already', () =>
    withRegistry({}, async (registry, base) => {
      await put(registry, 't', first);
      const ask = (etag: string) => fetch(`${base}/manifests/t`, { headers: { 'if-none-match': etag } });
      assert.equal((await ask(`"${first.digest}"`)).status, 304);
      assert.equal((await ask('"other"')).status, 200);
    }));
});

describe('an immutable tag', () => {
  const [first, second] = [manifestOf(), manifestOf({ annotations: { a: 'b' } })];

  it('can be written once, and again with the same manifest, but not moved', () =>
    withRegistry({ immutableTags: /^sha256-/ }, async (registry, base) => {
      assert.equal((await tryPut(base, 'sha256-a.sig', first)).status, 201);
      assert.equal((await tryPut(base, 'sha256-a.sig', first)).status, 201);
      assert.equal(await outcome(await tryPut(base, 'sha256-a.sig', second)), '400 TAG_INVALID');
      assert.equal((await tryPut(base, 'v1', first)).status, 201);
      assert.equal((await tryPut(base, 'v1', second)).status, 201);
      assert.deepEqual(registry.tags(REPOSITORY), { 'sha256-a.sig': first.digest, v1: second.digest });
    }));

  it('is chosen by a function and answers the status asked for', () =>
    withRegistry({ immutableTags: (tag) => tag === 'v1', immutableStatus: 405 }, async (_registry, base) => {
      await tryPut(base, 'v1', first);
      assert.equal(await outcome(await tryPut(base, 'v1', second)), '405 TAG_INVALID');
    }));
});

describe('a late write', () => {
  it('shows the old manifest, then the new one', () =>
    withRegistry({}, async (registry, base) => {
      const [before, after] = [manifestOf(), manifestOf({ annotations: { a: 'b' } })];
      const shown = async (reference: string) =>
        (await fetch(`${base}/manifests/${reference}`)).headers.get('docker-content-digest');
      await put(registry, 't', before);
      registry.faults.add({ match: { method: 'PUT' }, action: { kind: 'late', ms: 400 } });
      await put(registry, 't', after);
      assert.equal(await shown('t'), before.digest);
      assert.equal(await shown(after.digest), null);
      // A condition looks at what was written, not at what is shown.
      const stale = await tryPut(base, 't', manifestOf({ layers: [] }), { 'if-match': `"${before.digest}"` });
      assert.equal(stale.status, 412);
      await new Promise((resolve) => setTimeout(resolve, 410));
      assert.equal(await shown('t'), after.digest);
      assert.equal(await shown(after.digest), after.digest);
    }));

  it('is not there at all where nothing stood before', () =>
    withRegistry({}, async (registry, base) => {
      registry.faults.add({ match: { path: /manifests\/t$/ }, action: { kind: 'late', ms: 300 } });
      await put(registry, 't', manifestOf());
      assert.equal(await outcome(await fetch(`${base}/manifests/t`)), '404 MANIFEST_UNKNOWN');
      assert.deepEqual(registry.tags(REPOSITORY), {});
      await new Promise((resolve) => setTimeout(resolve, 310));
      assert.equal(await outcome(await fetch(`${base}/manifests/t`)), '200');
    }));
});
