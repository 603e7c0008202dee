import assert from 'node:assert/strict';
import { gunzipSync } from 'node:zlib';
import { describe, it } from '@jest/globals';
import { packMirror } from './mirror-archive.js';

const WINDOW = 32 * 1024;
const files = (...sizes: readonly number[]): ReadonlyMap<string, Uint8Array> =>
  new Map(sizes.map((size, at) => [`${at}.json`, Buffer.alloc(size, 0x61 + at)]));
const unpacked = async (...sizes: readonly number[]): Promise<Buffer> =>
  gunzipSync((await packMirror(files(...sizes))) ?? Buffer.alloc(0));

describe('packMirror', () => {
  it('packs what fits into one window without anything between', async () => {
    const archive = await unpacked(1000, 1000);
    assert.ok(!archive.includes('filler'));
    assert.equal(archive.indexOf('b'.repeat(1000)), 512 + 1024 + 512);
  });

  // Of two files the second begins at every place before the end of the window, also the last two blocks of it.
  for (const first of [WINDOW - 512, WINDOW - 1024, WINDOW - 1025, WINDOW - 1536, WINDOW - 2048, 20_000]) {
    it(`lets no file lie across the end of a window behind one of ${first} bytes`, async () => {
      for (const second of [1, 511, 513, 5000, WINDOW - 512]) {
        const archive = await unpacked(first, second);
        const at = archive.indexOf(Buffer.alloc(second, 'b'));
        assert.ok(at > 0, `${second}`);
        assert.equal(Math.floor(at / WINDOW), Math.floor((at + second - 1) / WINDOW), `${second}`);
        const own = archive.indexOf(Buffer.alloc(first, 'a'));
        assert.equal(Math.floor(own / WINDOW), Math.floor((own + first - 1) / WINDOW));
      }
    });
  }

  it('packs nothing where a file is larger than a window holds', async () => {
    assert.equal(await packMirror(files(10, WINDOW)), undefined);
  });
});
