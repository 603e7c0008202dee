import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from '@jest/globals';
import { digestOf, type ImageIndex } from '@countersign/core/oci';
import { buildDemoImage, writeLayout } from './index.js';

describe('an image written as a layout folder', () => {
  const image = buildDemoImage([{ path: 'a', bytes: Buffer.from('a') }]);
  const other = buildDemoImage([{ path: 'b', bytes: Buffer.from('b') }]);
  let dir: string;
  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), 'layout-'));
  });
  afterEach(() => rm(dir, { recursive: true }));
  const index = async () => JSON.parse(await readFile(join(dir, 'index.json'), 'utf8')) as ImageIndex;

  it('has every byte of the image under its digest', async () => {
    assert.equal(await writeLayout(image, dir), image.index.digest);
    const names = await readdir(join(dir, 'blobs', 'sha256'));
    assert.equal(names.length, image.blobs.size + image.platforms.length + 1);
    for (const name of names) {
      assert.equal(digestOf(await readFile(join(dir, 'blobs', 'sha256', name))), `sha256:${name}`);
    }
    assert.deepEqual(
      (await index()).manifests.map(({ digest, annotations }) => [digest, annotations]),
      [[image.index.digest, undefined]],
    );
    assert.equal(await readFile(join(dir, 'oci-layout'), 'utf8'), '{"imageLayoutVersion":"1.0.0"}');
  });

  it('holds several images by their names, and moves a name that is written again', async () => {
    await writeLayout(image, dir, { refName: 'v1', containerdName: 'registry.example/app:v1' });
    await writeLayout(other, dir, { refName: 'v2' });
    await writeLayout(other, dir, { refName: 'v1' });
    assert.deepEqual(
      (await index()).manifests.map(({ digest, annotations }) => [digest, annotations]),
      [
        [other.index.digest, { 'org.opencontainers.image.ref.name': 'v2' }],
        [other.index.digest, { 'org.opencontainers.image.ref.name': 'v1' }],
      ],
    );
  });
});
