import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import { afterEach, beforeEach, describe, it } from '@jest/globals';
import { pack, type Header } from 'tar-stream';
import { EVIDENCE_WISHES, imageEvidence } from './image-evidence.js';
import { listLayer, type LayerListing } from './image-listing.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'listing-'));
});
afterEach(() => rm(folder, { recursive: true }));

type Entry = readonly [header: Partial<Header> & { readonly name: string }, content?: string | Buffer];

async function tar(entries: readonly Entry[]): Promise<Buffer> {
  const archive = pack();
  for (const [header, content] of entries) {
    archive.entry(header, content ?? '');
  }
  archive.finalize();
  const chunks: Buffer[] = [];
  for await (const chunk of archive) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

async function list(bytes: Buffer): Promise<LayerListing> {
  const path = join(folder, 'layer');
  await writeFile(path, bytes);
  return listLayer(path, 'The layer', EVIDENCE_WISHES, new AbortController().signal);
}

const listed = async (...entries: readonly Entry[]): Promise<LayerListing> => list(await tar(entries));
const found = (...layers: readonly LayerListing[]): readonly string[] =>
  imageEvidence(layers).map(({ path, ecosystem, kind }) => `${kind} ${ecosystem} ${path}`);

const STATUS = 'var/lib/dpkg/status';
const ELF = Buffer.concat([Buffer.from('\x7fELF'), Buffer.alloc(20_000)]);
const GO = Buffer.concat([ELF.subarray(0, 100), Buffer.from('Go\0\0build id'), Buffer.alloc(20_000)]);

describe('a layer', () => {
  for (const [packing, packed] of [
    ['plain', (bytes: Buffer) => bytes],
    ['gzip', (bytes: Buffer) => gzipSync(bytes)],
    [
      'gzip in two members',
      (bytes: Buffer) => Buffer.concat([gzipSync(bytes.subarray(0, 700)), gzipSync(bytes.subarray(700))]),
    ],
    ['zstd', (bytes: Buffer) => zstdCompressSync(bytes)],
  ] as const) {
    it(`is listed where it is packed as ${packing}`, async () => {
      const bytes = await tar([
        [{ name: STATUS }, 'Package: x'],
        [{ name: 'b' }, 'x'.repeat(3000)],
      ]);
      const listing = await list(packed(bytes));
      assert.deepEqual(found(listing), [`package-database deb /${STATUS}`]);
      assert.equal(listing.entries, 2);
      assert.equal(listing.unpackedBytes, bytes.length);
    });
  }

  it('is evidence by its package databases, lock files, distribution and programs', async () => {
    const listing = await listed(
      [{ name: './lib/apk/db/installed' }, 'P:musl'],
      [{ name: 'usr/lib/os-release' }, 'NAME="Alpine"\nID=alpine\n'],
      [{ name: '/app/package-lock.json' }, '{}'],
      [{ name: 'app/node_modules/x/yarn.lock' }, 'theirs'],
      [{ name: 'app/server', mode: 0o755 }, GO],
      [{ name: 'usr/bin/docker', mode: 0o755 }, GO],
      [{ name: 'app/not-run', mode: 0o644 }, GO],
      [{ name: 'var/lib/dpkg/status' }, ''],
      [{ name: 'var/lib/rpm/rpmdb.sqlite', type: 'symlink', linkname: '/elsewhere' }],
    );
    assert.deepEqual(found(listing), [
      'lock-file npm /app/package-lock.json',
      'package-database apk /lib/apk/db/installed',
      'distribution apk /usr/lib/os-release',
      'binary golang /app/server',
    ]);
  });

  it('without a package database is evidence by every program in it', async () => {
    const listing = await listed(
      [{ name: 'app', mode: 0o755 }, ELF],
      [{ name: 'x.sh', mode: 0o755 }, '#!/bin/sh'],
    );
    assert.deepEqual(found(listing), ['binary program /app']);
  });

  it('takes away what lies below it', async () => {
    const base = await listed(
      [{ name: STATUS }, 'x'],
      [{ name: 'app/yarn.lock' }, 'x'],
      [{ name: 'srv/yarn.lock' }, 'x'],
    );
    const removing = await listed([{ name: 'var/lib/.wh.dpkg' }], [{ name: 'srv/.wh..wh..opq' }]);
    assert.deepEqual(found(base, removing), ['lock-file npm /app/yarn.lock']);
    assert.deepEqual(found(removing, base).length, 3, 'a lower layer takes nothing away from a higher one');
  });

  it('takes nothing away by a part of a name, and all that is below a folder or the image', async () => {
    const base = await listed([{ name: 'app/yarn.lock' }, 'x'], [{ name: 'app2/a/b/yarn.lock' }, 'x']);
    const left = async (...names: readonly string[]): Promise<number> =>
      found(base, await listed(...names.map((name): Entry => [{ name }]))).length;
    assert.equal(await left('.wh.ap', 'app/.wh.yarn', 'app2/a/.wh.yarn.lock', 'app/yarn.lock/.wh.x'), 2);
    assert.equal(await left('.wh.app'), 1);
    assert.equal(await left('app2/a/.wh..wh..opq'), 1);
    assert.equal(await left('.wh..wh..opq'), 0);
  });

  it('with ever so many whiteouts is held against ever so many lists in no time', () => {
    const paths = Array.from({ length: 100_000 }, (_, number) => `some/folder/of/many/${number}`);
    const about = { entries: 0, unpackedBytes: 0, emptied: [] };
    const files = new Map(paths.map((path) => [`${path}/yarn.lock`, { size: 1, note: undefined }]));
    const lists: LayerListing = { ...about, files, removed: [] };
    const started = performance.now();
    const removed = paths.map((path) => `${path}/other`);
    assert.equal(found(lists, { ...about, files: new Map(), removed }).length, paths.length);
    assert.equal(found(lists, { ...about, files: new Map(), removed: paths }).length, 0);
    assert.ok(performance.now() - started < 10_000, 'it would take minutes to hold each against each');
  });

  it('has long names in either form that archives know', async () => {
    const long = `app/${'d'.repeat(90)}/${'e'.repeat(90)}/${'f'.repeat(90)}/yarn.lock`;
    assert.deepEqual(found(await listed([{ name: long }, 'x'])), [`lock-file npm /${long}`]);
  });

  const damaged: readonly (readonly [string, () => Promise<Buffer>, string])[] = [
    ['is no archive', () => Promise.resolve(Buffer.alloc(2000, 'x')), 'IMAGE_UNREADABLE'],
    [
      'is cut off',
      async () => gzipSync(await tar([[{ name: 'a' }, 'x'.repeat(5000)]])).subarray(0, 40),
      'IMAGE_UNREADABLE',
    ],
    [
      'stops in the middle of a file',
      async () => (await tar([[{ name: 'a' }, 'x'.repeat(5000)]])).subarray(0, 2000),
      'IMAGE_UNREADABLE',
    ],
    [
      'is no gzip after its first bytes',
      () => Promise.resolve(Buffer.from('1f8bffffff', 'hex')),
      'IMAGE_UNREADABLE',
    ],
    [
      'has an endless extended header',
      async () => {
        const bytes = await tar([[{ name: 'p' }]]);
        bytes.write('x', 156);
        bytes.write('77777777777\0', 124);
        bytes.write(' '.repeat(8), 148);
        const sum = bytes.subarray(0, 512).reduce((total, byte) => total + byte, 0);
        bytes.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
        return bytes;
      },
      'IMAGE_UNREADABLE',
    ],
    [
      'takes away paths without end',
      () => {
        const long = `${'d'.repeat(900_000)}/`;
        return tar(Array.from({ length: 10 }, (_, number): Entry => [{ name: `${number}/${long}.wh.x` }]));
      },
      'LIMIT_EXCEEDED',
    ],
    [
      'expands beyond all measure',
      () => Promise.resolve(zstdCompressSync(Buffer.alloc(1100 * 1024 * 1024))),
      'LIMIT_EXCEEDED',
    ],
  ];
  for (const [what, make, code] of damaged) {
    it(`is refused where it ${what}`, async () => {
      const bytes = await make();
      // A bomb's first block is a tar header of zeros, which ends the archive: the meter goes on counting.
      await assert.rejects(list(bytes), { code });
    });
  }
});
