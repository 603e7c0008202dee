import assert from 'node:assert/strict';
import { describe, it } from '@jest/globals';
import { OCI_EMPTY, OCI_INDEX, OCI_MANIFEST, digestOf, type Descriptor } from '../oci/index.js';
import { addReferrers } from './add-referrers.js';
import { fallbackEntries, fallbackTag } from './fallback-index.js';
import { MemoryRepository, referrer, still } from './fixture.js';
import { createTagWriter } from './tag-writer.js';

const SUBJECT: Descriptor = { mediaType: OCI_MANIFEST, digest: digestOf('image'), size: 5 };
const TAG = fallbackTag(SUBJECT.digest);

const setIndex = (repository: MemoryRepository, manifests: readonly unknown[], more: object = {}) =>
  repository.set(
    TAG,
    Buffer.from(JSON.stringify({ schemaVersion: 2, mediaType: OCI_INDEX, manifests, ...more })),
    OCI_INDEX,
  );
const entries = async (repository: MemoryRepository) =>
  fallbackEntries(await repository.getManifest(TAG), SUBJECT.digest);
const add = async (repository: MemoryRepository, number: number) => {
  const writer = createTagWriter(repository, { context: still });
  const { bytes, descriptor } = referrer(SUBJECT, number);
  const added = await addReferrers(repository, writer, SUBJECT.digest, [{ bytes, mediaType: OCI_MANIFEST }]);
  await writer.settle();
  return { ...added, descriptor };
};

describe('the fallback index', () => {
  it('gets the artifact type and the annotations of the manifest', async () => {
    const repository = new MemoryRepository();
    const { source, descriptors, descriptor } = await add(repository, 1);
    assert.equal(source, 'fallback');
    assert.deepEqual(descriptors, [descriptor]);
    assert.deepEqual(await entries(repository), [descriptor]);
    assert.deepEqual(descriptor.annotations, { number: '1' });
    assert.equal(descriptor.artifactType, 'application/x.claim');
  });

  it('is entered in once for several referrers', async () => {
    const repository = new MemoryRepository();
    const writer = createTagWriter(repository, { context: still });
    const several = [1, 2, 3].map((number) => ({
      bytes: referrer(SUBJECT, number).bytes,
      mediaType: OCI_MANIFEST,
    }));
    await addReferrers(repository, writer, SUBJECT.digest, several);
    assert.equal((await entries(repository)).length, 3);
    assert.equal(repository.written.filter((target) => target === TAG).length, 1);
  });

  it('is mended where other tools wrote the empty type, or no annotations', async () => {
    const repository = new MemoryRepository();
    const [old, newer] = [referrer(SUBJECT, 7), referrer(SUBJECT, 8)];
    for (const { bytes } of [old, newer]) repository.set(digestOf(bytes), bytes, OCI_MANIFEST);
    const { mediaType, digest, size } = old.descriptor;
    setIndex(repository, [
      { mediaType, digest, size, artifactType: OCI_EMPTY },
      { ...newer.descriptor, annotations: undefined },
    ]);
    const { descriptor } = await add(repository, 1);
    assert.deepEqual(await entries(repository), [old.descriptor, newer.descriptor, descriptor]);
  });

  it('leaves the platform manifests as they stand that a copy put among them: they are no referrers', async () => {
    const repository = new MemoryRepository();
    const config = { mediaType: 'application/vnd.oci.image.config.v1+json', digest: digestOf('c'), size: 1 };
    const bytes = Buffer.from(
      JSON.stringify({ schemaVersion: 2, mediaType: OCI_MANIFEST, config, layers: [] }),
    );
    const platform = {
      ...{ mediaType: OCI_MANIFEST, digest: digestOf(bytes), size: bytes.length },
      platform: { os: 'linux', architecture: 'amd64' },
    };
    repository.set(platform.digest, bytes, OCI_MANIFEST);
    setIndex(repository, [platform]);
    const { descriptor } = await add(repository, 1);
    assert.deepEqual(await entries(repository), [platform, descriptor]);
  });

  it('keeps entries whose manifest is gone or is no manifest, and its own annotations', async () => {
    const repository = new MemoryRepository();
    const gone = { mediaType: OCI_MANIFEST, digest: digestOf('gone'), size: 4 };
    const junk = { mediaType: OCI_MANIFEST, digest: digestOf('junk'), size: 4 };
    repository.set(junk.digest, Buffer.from('junk'), OCI_MANIFEST);
    setIndex(repository, [gone, junk], { annotations: { kept: 'yes' } });
    const { descriptor } = await add(repository, 1);
    assert.deepEqual(await entries(repository), [gone, junk, descriptor]);
    const stored = await repository.getManifest(TAG);
    assert.match(Buffer.from(stored?.bytes ?? []).toString(), /"annotations":\{"kept":"yes"\}\}$/);
  });

  it('holds nothing where cosign copy put the image itself, or another manifest, under its tag', async () => {
    const repository = new MemoryRepository();
    const index = { schemaVersion: 2, mediaType: OCI_INDEX, manifests: [SUBJECT] };
    const subject = repository.set(TAG, Buffer.from(JSON.stringify(index)), OCI_INDEX);
    assert.deepEqual(fallbackEntries(await repository.getManifest(TAG), subject), []);
    repository.set(TAG, referrer(SUBJECT, 1).bytes, OCI_MANIFEST);
    assert.deepEqual(await entries(repository), []);
    repository.set(TAG, Buffer.from('junk'), OCI_INDEX);
    assert.deepEqual(await entries(repository), []);
  });
});
