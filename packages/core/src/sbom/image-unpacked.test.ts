import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import { afterEach, beforeEach, describe, it } from '@jest/globals';
import { pack } from 'tar-stream';
import { digestOf, hexOf, OCI_LAYER_GZIP, OCI_MANIFEST, type Digest } from '../oci/index.js';
import type { Repository } from '../registry/index.js';
import { EVIDENCE_WISHES } from './image-evidence.js';
import { fetchPlatforms } from './image-layout.js';
import { listLayer, type LayerListing } from './image-listing.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'unpacked-'));
});
afterEach(() => rm(folder, { recursive: true }));

const signal = new AbortController().signal;

async function tar(names: readonly string[]): Promise<Buffer> {
  const archive = pack();
  for (const name of names) archive.entry({ name }, 'content '.repeat(100));
  archive.finalize();
  const chunks: Buffer[] = [];
  for await (const chunk of archive) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

const list = async (bytes: Buffer, unpackTo = join(folder, 'layer.tar')): Promise<LayerListing> => {
  await writeFile(join(folder, 'layer'), bytes);
  return listLayer(join(folder, 'layer'), 'The layer', EVIDENCE_WISHES, signal, unpackTo);
};

describe('a layer that is kept unpacked', () => {
  for (const [packing, packed] of [
    ['gzip', (bytes: Buffer) => gzipSync(bytes)],
    ['zstd', (bytes: Buffer) => zstdCompressSync(bytes)],
  ] as const) {
    it(`is what was packed with ${packing}, with its diff id`, async () => {
      const bytes = await tar(['yarn.lock', 'b']);
      const { unpacked, files } = await list(packed(bytes));
      assert.equal(unpacked?.diffId, `sha256:${createHash('sha256').update(bytes).digest('hex')}`);
      assert.deepEqual(await readFile(unpacked.path), bytes);
      assert.deepEqual([...files.keys()], ['yarn.lock']);
    });
  }

  it('is none where the layer is not packed', async () => {
    assert.equal((await list(await tar(['a']))).unpacked, undefined);
    assert.equal(existsSync(join(folder, 'layer.tar')), false);
  });

  it('is none where what was packed would pass for packed again', async () => {
    for (const begin of ['\u001f\u008b', '(\u00b5/\u00fd']) {
      const bytes = await tar([`${'x'.repeat(begin.length)}rest`]);
      bytes.write(begin, 0, 'latin1');
      // The checksum of the header, with its own field read as spaces.
      bytes.fill(0x20, 148, 156);
      const sum = bytes.subarray(0, 512).reduce((total, byte) => total + byte, 0);
      bytes.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
      const listing = await list(gzipSync(bytes));
      assert.equal(listing.entries, 1);
      assert.equal(listing.unpacked, undefined);
      assert.equal(existsSync(join(folder, 'layer.tar')), false);
    }
  });

  it('leaves nothing of a damaged layer', async () => {
    const bytes = gzipSync(await tar(['a', 'b']));
    await assert.rejects(list(bytes.subarray(0, bytes.length - 20)), { code: 'IMAGE_UNREADABLE' });
    assert.equal(existsSync(join(folder, 'layer.tar')), false);
  });

  it('is given up, and the layer listed all the same, where it cannot be written', async () => {
    await mkdir(join(folder, 'taken'));
    const { unpacked, entries } = await list(gzipSync(await tar(['a', 'b'])), join(folder, 'taken'));
    assert.deepEqual([unpacked, entries], [undefined, 2]);
  });
});

/** An image of one layer whose config says this about it, and the file that its generator would get as layer. */
async function fetched(layer: Buffer, diffIds: unknown): Promise<Buffer> {
  const config = Buffer.from(JSON.stringify({ rootfs: { type: 'layers', diff_ids: diffIds } }));
  const describeBytes = (mediaType: string, bytes: Buffer) => ({
    mediaType,
    digest: digestOf(bytes),
    size: bytes.length,
  });
  const manifest = Buffer.from(
    JSON.stringify({
      schemaVersion: 2,
      mediaType: OCI_MANIFEST,
      config: describeBytes('application/vnd.oci.image.config.v1+json', config),
      layers: [describeBytes(OCI_LAYER_GZIP, layer)],
    }),
  );
  const descriptor = describeBytes(OCI_MANIFEST, manifest);
  const repository = {
    getManifest: () => Promise.resolve({ descriptor, bytes: manifest }),
    getBlob: () => Promise.resolve(config),
    openBlob: () =>
      Promise.resolve(
        (async function* () {
          yield await Promise.resolve(layer);
        })(),
      ),
  } as unknown as Repository;
  const silent = { debug: () => 0, info: () => 0, warn: () => 0 };
  const [platform] = await fetchPlatforms(repository, [{ ...descriptor, platform: undefined }], {
    folder,
    keepLayers: true,
    log: silent,
    signal,
  });
  const blobs = join(platform?.folder ?? '', 'blobs', 'sha256');
  assert.deepEqual(
    (await readdir(blobs)).sort(),
    [config, manifest, layer].map((bytes) => hexOf(digestOf(bytes))).sort(),
  );
  return readFile(join(blobs, hexOf(digestOf(layer))));
}

describe('the layer that a generator gets', () => {
  it('is unpacked where it is what the config says', async () => {
    const bytes = await tar(['a']);
    assert.deepEqual(await fetched(gzipSync(bytes), [digestOf(bytes)]), bytes);
  });

  const other: Digest = digestOf(Buffer.from('other'));
  for (const [what, diffIds] of [
    ['says another diff id', [other]],
    ['says no diff id of it', []],
    ['has no list of them', 'none'],
  ] as const) {
    it(`is as it came where the config ${what}`, async () => {
      const layer = gzipSync(await tar(['a']));
      assert.deepEqual(await fetched(layer, diffIds), layer);
    });
  }

  it('is as it came where bytes follow that a reader may or may not take for more of it', async () => {
    const first = await tar(['a']);
    const layer = Buffer.concat([gzipSync(first), Buffer.alloc(8), gzipSync(await tar(['b']))]);
    assert.deepEqual(await fetched(layer, [digestOf(Buffer.concat([first, await tar(['b'])]))]), layer);
  });
});
