import assert from 'node:assert/strict';
import { describe, it } from '@jest/globals';
import { OCI_CONFIG, OCI_INDEX, OCI_MANIFEST, SIMPLE_SIGNING, digestOf } from '../oci/index.js';
import { fallbackFormat, fallbackTag } from './fallback-index.js';
import { layer, MemoryRepository, referrer, still } from './fixture.js';
import { layersFormat } from './layers-format.js';
import { createTagWriter } from './tag-writer.js';

const SUBJECT = { mediaType: OCI_MANIFEST, digest: digestOf('image'), size: 5 };
const UNKNOWN = { urls: ['https://elsewhere.example/x'], data: 'eA==', later: { deep: [1, null] } };
const SHA512 = { mediaType: OCI_MANIFEST, digest: `sha512:${'a'.repeat(128)}`, size: 7, ...UNKNOWN };

const index = (manifests: readonly unknown[], more: object = {}) =>
  Buffer.from(JSON.stringify({ schemaVersion: 2, mediaType: OCI_INDEX, manifests, ...more }));
const jsonAt = async (repository: MemoryRepository, tag: string) =>
  JSON.parse(Buffer.from((await repository.getManifest(tag))?.bytes ?? []).toString()) as Record<
    string,
    unknown[]
  >;
const writeReferrer = (repository: MemoryRepository) =>
  createTagWriter(repository, { context: still }).write(
    fallbackTag(SUBJECT.digest),
    fallbackFormat(repository, SUBJECT.digest),
    [referrer(SUBJECT, 1).descriptor],
  );

describe('What others wrote', () => {
  it('stands in a .sig as before, members that we do not know included', async () => {
    const repository = new MemoryRepository();
    const signature = (text: string) => ({
      mediaType: SIMPLE_SIGNING,
      size: 1,
      digest: digestOf('one document'),
      annotations: { 'dev.cosignproject.cosign/signature': text },
      platform: { os: 'linux', architecture: 'arm', 'os.version': '6' },
      ...UNKNOWN,
      nonce: text,
    });
    const layers = [signature('a'), signature('b')];
    const config = { mediaType: OCI_CONFIG, digest: digestOf('{}'), size: 2 };
    const manifest = { schemaVersion: 2, mediaType: OCI_MANIFEST, config, layers };
    repository.set('x.sig', Buffer.from(JSON.stringify(manifest)), OCI_MANIFEST);
    const writer = createTagWriter(repository, { context: still });
    await writer.write('x.sig', layersFormat(repository), [layer(1)]);
    const written = (await jsonAt(repository, 'x.sig')).layers ?? [];
    assert.equal(JSON.stringify(written), JSON.stringify([...layers, layer(1)]));
  });

  it('does not stand in for a layer of the same bytes with other annotations', async () => {
    const repository = new MemoryRepository();
    const own = { ...layer(1), annotations: { 'dev.sigstore.cosign/certificate': 'PEM' } };
    const stripped = { ...layer(1), annotations: {} };
    const format = layersFormat(repository);
    const writer = createTagWriter(repository, { context: still });
    await writer.write('x.att', format, [stripped]);
    await createTagWriter(repository, { context: still }).write('x.att', layersFormat(repository), [own]);
    assert.deepEqual((await jsonAt(repository, 'x.att')).layers, [stripped, own]);
  });

  it('stands in a fallback index as before, also under another digest algorithm', async () => {
    const repository = new MemoryRepository();
    const other = { ...referrer(SUBJECT, 2).descriptor, ...UNKNOWN };
    repository.set(fallbackTag(SUBJECT.digest), index([other, SHA512]), OCI_INDEX);
    await writeReferrer(repository);
    const { manifests } = await jsonAt(repository, fallbackTag(SUBJECT.digest));
    assert.deepEqual(manifests, [other, referrer(SUBJECT, 1).descriptor, SHA512]);
  });

  for (const [what, bytes] of [
    ['has more entries than are read', index(Array<unknown>(5001).fill(SHA512))],
    ['names no schema version', index([referrer(SUBJECT, 2).descriptor], { schemaVersion: undefined })],
  ] as const) {
    it(`is not written over where the fallback index ${what}`, async () => {
      const repository = new MemoryRepository();
      repository.set(fallbackTag(SUBJECT.digest), bytes, OCI_INDEX);
      await assert.rejects(writeReferrer(repository), { code: 'REGISTRY_MISBEHAVED' });
      assert.deepEqual((await repository.getManifest(fallbackTag(SUBJECT.digest)))?.bytes, bytes);
    });
  }

  it('does no harm where it is nested without end, or named like a prototype', async () => {
    const repository = new MemoryRepository();
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    const { digest, mediaType, size } = referrer(SUBJECT, 2).descriptor;
    const [head, tail] = [`{"mediaType":"${mediaType}","size":${size},"digest":"${digest}"`, '}'];
    const text = `{"schemaVersion":2,"mediaType":"${OCI_INDEX}","manifests":[${head},"x":${deep}${tail}]}`;
    repository.set(fallbackTag(SUBJECT.digest), Buffer.from(text), OCI_INDEX);
    await writeReferrer(repository);
    const hostile = text.replace(`"x":${deep}`, '"__proto__":{"size":0},"constructor":{}');
    repository.set(fallbackTag(SUBJECT.digest), Buffer.from(hostile), OCI_INDEX);
    await writeReferrer(repository);
    const { manifests = [] } = await jsonAt(repository, fallbackTag(SUBJECT.digest));
    assert.equal(manifests.length, 2);
    assert.equal(Object.hasOwn(manifests[0] as object, '__proto__'), true);
  });

  it('is not taken for annotations of the index where it is the image itself', async () => {
    const repository = new MemoryRepository();
    const image = index([layer(1)], { annotations: { of: 'the image' } });
    const subject = repository.set(fallbackTag(digestOf(image)), image, OCI_INDEX);
    const writer = createTagWriter(repository, { context: still });
    await writer.write(fallbackTag(subject), fallbackFormat(repository, subject), [
      referrer(SUBJECT, 1).descriptor,
    ]);
    const written = await jsonAt(repository, fallbackTag(subject));
    assert.deepEqual([written.annotations, written.manifests?.length], [undefined, 1]);
  });
});
