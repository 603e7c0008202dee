import assert from 'node:assert/strict';
import {
  cp,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  symlink,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { execFileSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from '@jest/globals';
import { LAYOUT_LEFTOVER_MS, MAX_DESCRIPTORS_PER_MANIFEST, MAX_MANIFEST_BYTES } from '../limits.js';
import {
  digestOf,
  hexOf,
  OCI_EMPTY,
  OCI_INDEX,
  OCI_MANIFEST,
  type Descriptor,
  type Digest,
} from '../oci/index.js';
import { still } from './fixture.js';
import { openLayout, type Repository } from './index.js';

const TAG = 'org.opencontainers.image.ref.name';
const EMPTY = { mediaType: OCI_EMPTY, digest: digestOf('{}'), size: 2 };
const bytesOf = (document: object): Buffer => Buffer.from(JSON.stringify(document));
const manifestOf = (more: object = {}): Buffer =>
  bytesOf({ schemaVersion: 2, mediaType: OCI_MANIFEST, config: EMPTY, layers: [EMPTY], ...more });
const IMAGE = manifestOf();

describe('a layout folder', () => {
  let parent: string;
  let dir: string;
  let layout: Repository;
  const put = async (bytes: Uint8Array, digest: Digest = digestOf(bytes)): Promise<Digest> => {
    await writeFile(join(dir, 'blobs', 'sha256', hexOf(digest)), bytes);
    return digest;
  };
  const entry = (bytes: Uint8Array, more: object = {}): object => ({
    mediaType: OCI_MANIFEST,
    digest: digestOf(bytes),
    size: bytes.length,
    ...more,
  });
  const writeIndex = (manifests: unknown, more: object = {}): Promise<void> =>
    writeFile(join(dir, 'index.json'), bytesOf({ schemaVersion: 2, manifests, ...more }));
  const entries = async (): Promise<readonly Descriptor[]> =>
    (JSON.parse(await readFile(join(dir, 'index.json'), 'utf8')) as { manifests: Descriptor[] }).manifests;
  const reopen = (): Repository =>
    openLayout(dir, { context: { ...still, random: { ...still.random, bytes: random } }, shown: 'out' });
  let drawn = 0;
  const random = (length: number): Uint8Array => Buffer.alloc(length, ++drawn);

  beforeEach(async () => {
    parent = await mkdtemp(join(tmpdir(), 'layout-'));
    dir = join(parent, 'out');
    await mkdir(join(dir, 'blobs', 'sha256'), { recursive: true });
    await writeFile(join(dir, 'oci-layout'), '{"imageLayoutVersion":"1.0.0"}');
    await put(Buffer.from('{}'));
    await put(IMAGE);
    await writeIndex([entry(IMAGE, { annotations: { [TAG]: 'v1' } })]);
    layout = reopen();
  });
  afterEach(async () => {
    await rm(parent, { recursive: true, force: true });
  });

  describe('as a store', () => {
    it('reads a manifest by its tag and its digest', async () => {
      for (const target of ['v1', digestOf(IMAGE)]) {
        const stored = await layout.getManifest(target);
        assert.deepEqual(
          [Buffer.from(stored?.bytes ?? []), stored?.descriptor],
          [IMAGE, { mediaType: OCI_MANIFEST, digest: digestOf(IMAGE), size: IMAGE.length }],
        );
      }
      assert.equal(await layout.getManifest('v2'), undefined);
      assert.equal(await layout.headManifest(digestOf('gone')), undefined);
    });

    it('tells from its shape what a manifest is that does not say so', async () => {
      const plain = bytesOf({ schemaVersion: 2, config: EMPTY, layers: [] });
      const index = bytesOf({ schemaVersion: 2, manifests: [] });
      const types = await Promise.all(
        [plain, index].map(async (bytes) => (await layout.headManifest(await put(bytes)))?.mediaType),
      );
      assert.deepEqual(types, [OCI_MANIFEST, OCI_INDEX]);
    });

    it('stores blobs, streams them, and stores none whose bytes are others than was said', async () => {
      const bytes = Buffer.from('some bytes');
      const source = (content: string) => ({
        size: content.length,
        digest: digestOf(bytes),
        open: async function* () {
          yield await Promise.resolve(Buffer.from(content));
        },
      });
      await assert.rejects(layout.putBlob(source('other byte')), { code: 'DIGEST_MISMATCH' });
      assert.equal(await layout.openBlob({ ...EMPTY, digest: digestOf(bytes), size: 10 }), undefined);
      const stored = await layout.putBlob(source('some bytes'));
      assert.deepEqual(await layout.getBlob(stored, 100), bytes);
      const pieces: Uint8Array[] = [];
      for await (const piece of (await layout.openBlob(stored)) ?? []) pieces.push(piece);
      assert.deepEqual(Buffer.concat(pieces), bytes);
      await assert.rejects(layout.getBlob(stored, 9), { code: 'LIMIT_EXCEEDED' });
    });

    it('keeps conditions', async () => {
      const [one, two] = [manifestOf({ annotations: { n: '1' } }), manifestOf({ annotations: { n: '2' } })];
      const write = (bytes: Buffer, condition: Parameters<Repository['putManifest']>[3]) =>
        layout.putManifest('tag', bytes, OCI_MANIFEST, condition);
      assert.ok(await write(one, { kind: 'absent' }));
      assert.equal(await write(two, { kind: 'absent' }), undefined);
      assert.equal(await write(two, { kind: 'match', etag: '"no-such-version"' }), undefined);
      assert.equal(await write(two, { kind: 'unchanged', digest: digestOf(two) }), undefined);
      const { etag = '' } = (await layout.getManifest('tag')) ?? {};
      assert.ok(await write(two, { kind: 'match', etag }));
      assert.ok(await write(one, { kind: 'unchanged', digest: digestOf(two) }));
      assert.equal((await layout.getManifest('tag'))?.descriptor.digest, digestOf(one));
    });

    it('loses nothing that others wrote in index.json, known to us or not', async () => {
      const foreign = { mediaType: 'a/b', digest: `sha512:${'0'.repeat(128)}`, size: 1, urls: ['x'] };
      const ours = entry(IMAGE, { data: 'eA==', annotations: { [TAG]: 'v1', other: 'kept' } });
      await writeIndex([foreign, ours], { annotations: { of: 'the index' }, unknown: [1] });
      await layout.putManifest('v2', IMAGE, OCI_MANIFEST);
      const index = JSON.parse(await readFile(join(dir, 'index.json'), 'utf8')) as Record<string, unknown>;
      const [first, second] = index.manifests as unknown[];
      assert.deepEqual([first, second], [foreign, ours]);
      assert.deepEqual([index.annotations, index.unknown], [{ of: 'the index' }, [1]]);
    });

    it('has one entry under a tag once it is written, where someone entered the same twice', async () => {
      const tagged = (name: string) => entry(IMAGE, { annotations: { [TAG]: name } });
      await writeIndex([tagged('v1'), tagged('v2'), tagged('v1')]);
      const next = manifestOf({ annotations: { n: 'next' } });
      await layout.putManifest('v1', next, OCI_MANIFEST);
      assert.equal((await layout.getManifest('v1'))?.descriptor.digest, digestOf(next));
      assert.deepEqual(
        (await entries()).map(({ digest, annotations }) => [digest, annotations?.[TAG]]),
        [
          [digestOf(next), 'v1'],
          [digestOf(IMAGE), 'v2'],
        ],
      );
    });

    it('lists referrers that its fallback index names, and those that stand in index.json themselves', async () => {
      const subject = { mediaType: OCI_MANIFEST, digest: digestOf(IMAGE), size: IMAGE.length };
      const [a, b, c] = ['a', 'b', 'c'].map((name) => manifestOf({ subject, artifactType: `x/${name}` }));
      const other = manifestOf({ subject: { ...subject, digest: digestOf('other') }, artifactType: 'x/o' });
      for (const each of [a, b, c, other]) await put(each ?? IMAGE);
      const fallback = bytesOf({
        schemaVersion: 2,
        mediaType: OCI_INDEX,
        manifests: [entry(a ?? IMAGE), entry(b ?? IMAGE)],
      });
      await layout.putManifest(`sha256-${hexOf(subject.digest)}`, fallback, OCI_INDEX);
      await writeIndex([...(await entries()), entry(b ?? IMAGE), entry(c ?? IMAGE), entry(other)]);
      const { source, descriptors } = await layout.listReferrers(subject.digest);
      assert.equal(source, 'fallback');
      assert.deepEqual(
        descriptors.map(({ artifactType }) => artifactType),
        ['x/a', 'x/b', 'x/c'],
      );
      const some = await layout.listReferrers(subject.digest, { artifactType: 'x/c' });
      assert.deepEqual(
        some.descriptors.map(({ digest }) => digest),
        [digestOf(c ?? IMAGE)],
      );
      assert.equal(await layout.folder?.onlyImage(), subject.digest);
    });

    it('takes a manifest away with what names it, and says where there is none', async () => {
      assert.equal(await layout.deleteManifest(digestOf(IMAGE)), 'deleted');
      assert.equal(await layout.deleteManifest(digestOf(IMAGE)), 'absent');
      assert.deepEqual(await entries(), []);
      await assert.rejects(layout.folder?.onlyImage() ?? Promise.resolve(), { code: 'IMAGE_NOT_FOUND' });
    });

    it('mends a blob that was copied half, by storing it again', async () => {
      const digest = await put(Buffer.from('ha'), digestOf('half'));
      await assert.rejects(layout.getBlob({ ...EMPTY, digest, size: 4 }, 10), { code: 'DIGEST_MISMATCH' });
      const stored = await layout.putBlob(Buffer.from('half'));
      assert.equal((await layout.getBlob(stored, 10))?.toString(), 'half');
    });

    it('is entered in by many writers of one process at once, and loses none of them', async () => {
      await Promise.all(
        Array.from({ length: 20 }, (_, n) => layout.putManifest(`t${n}`, IMAGE, OCI_MANIFEST)),
      );
      assert.equal((await entries()).length, 21);
      assert.deepEqual((await readdir(dir)).sort(), ['blobs', 'index.json', 'oci-layout']);
    });
  });

  describe('that an ended run left behind', () => {
    it('is unlocked again where its lock stands and nobody holds it', async () => {
      await writeFile(join(dir, '.countersign-index.lock'), '');
      assert.ok(await layout.putManifest('v2', IMAGE, OCI_MANIFEST));
      assert.deepEqual((await readdir(dir)).sort(), ['blobs', 'index.json', 'oci-layout']);
    });
    it('is not written to while others keep taking the lock', async () => {
      const lock = join(dir, '.countersign-index.lock');
      let turn = 0;
      const sleep = async (): Promise<void> => {
        await writeFile(`${lock}-next`, '');
        await utimes(`${lock}-next`, new Date(), new Date(++turn * 1000));
        await rename(`${lock}-next`, lock); // another's, every time
      };
      await sleep();
      const busy = openLayout(dir, { context: { ...still, clock: { ...still.clock, sleep } }, shown: 'out' });
      await assert.rejects(busy.putManifest('v2', IMAGE, OCI_MANIFEST), { code: 'WRITE_CONTENDED' });
      assert.equal((await entries()).length, 1);
    });
    it('is freed of old files that never became whole, and of no others', async () => {
      const [old, young, other] = ['.countersign-new-old', '.countersign-new-young', '.other'].map((name) =>
        join(dir, name),
      );
      for (const file of [old, young, other]) await writeFile(file ?? '', '');
      const long = new Date(Date.now() - LAYOUT_LEFTOVER_MS - 60_000);
      for (const file of [old, other]) await utimes(file ?? '', long, long);
      await layout.proveWriteAccess();
      assert.deepEqual((await readdir(dir)).sort(), [
        '.countersign-new-young',
        '.other',
        'blobs',
        'index.json',
        'oci-layout',
      ]);
    });
  });

  describe('of someone hostile', () => {
    const secret = (): string => join(parent, 'secret');
    beforeEach(() => writeFile(secret(), IMAGE));
    const blob = (digest: Digest): string => join(dir, 'blobs', 'sha256', hexOf(digest));

    const cases: readonly (readonly [what: string, make: () => Promise<unknown>, code: string])[] = [
      [
        'a blob that is a link to a file outside',
        async () => {
          await rm(blob(digestOf(IMAGE)));
          await symlink(secret(), blob(digestOf(IMAGE)));
        },
        'LAYOUT_ESCAPES',
      ],
      [
        'an index.json that is one',
        async () => {
          await rm(join(dir, 'index.json'));
          await symlink(secret(), join(dir, 'index.json'));
        },
        'LAYOUT_ESCAPES',
      ],
      [
        'blobs that are a folder outside',
        async () => {
          await rename(join(dir, 'blobs'), join(parent, 'blobs'));
          await symlink(join(parent, 'blobs'), join(dir, 'blobs'));
        },
        'LAYOUT_ESCAPES',
      ],
      [
        'a sibling whose path begins like its own',
        async () => {
          await cp(dir, `${dir}-x`, { recursive: true });
          await rm(join(dir, 'blobs'), { recursive: true });
          await symlink(`${dir}-x/blobs`, join(dir, 'blobs'));
        },
        'LAYOUT_ESCAPES',
      ],
      [
        'a blob of other bytes',
        () => put(manifestOf({ annotations: { evil: 'yes' } }), digestOf(IMAGE)),
        'DIGEST_MISMATCH',
      ],
      [
        'a size that is another',
        () => writeIndex([entry(IMAGE, { size: 1, annotations: { [TAG]: 'v1' } })]),
        'DIGEST_MISMATCH',
      ],
      [
        'a media type that is another',
        () => writeIndex([entry(IMAGE, { mediaType: OCI_INDEX, annotations: { [TAG]: 'v1' } })]),
        'REGISTRY_MISBEHAVED',
      ],
      [
        'a digest that is a path',
        () =>
          writeIndex([{ ...entry(IMAGE), digest: 'sha256:../../../secret', annotations: { [TAG]: 'v1' } }]),
        'LAYOUT_INVALID',
      ],
      [
        'a blob that is a folder',
        async () => {
          await rm(blob(digestOf(IMAGE)));
          await mkdir(blob(digestOf(IMAGE)));
        },
        'LAYOUT_INVALID',
      ],
      [
        'a blob that is a pipe nobody writes to',
        async () => {
          await rm(blob(digestOf(IMAGE)));
          execFileSync('mkfifo', [blob(digestOf(IMAGE))]);
        },
        'LAYOUT_INVALID',
      ],
      ['a blob that is missing', () => rm(blob(digestOf(IMAGE))), 'LAYOUT_INVALID'],
      [
        'a manifest that is too large',
        async () => {
          const big = Buffer.alloc(MAX_MANIFEST_BYTES + 1, 32);
          await put(big);
          await writeIndex([entry(big, { annotations: { [TAG]: 'v1' } })]);
        },
        'LAYOUT_INVALID',
      ],
      [
        'two images under one tag',
        async () => {
          const two = manifestOf({ annotations: { n: '2' } });
          await put(two);
          await writeIndex([IMAGE, two].map((each) => entry(each, { annotations: { [TAG]: 'v1' } })));
        },
        'IMAGE_AMBIGUOUS',
      ],
      [
        'an index.json that is huge',
        () => writeFile(join(dir, 'index.json'), Buffer.alloc(MAX_MANIFEST_BYTES + 1, 32)),
        'LAYOUT_INVALID',
      ],
      [
        'too many entries',
        () => writeIndex(Array(MAX_DESCRIPTORS_PER_MANIFEST + 1).fill({})),
        'LAYOUT_INVALID',
      ],
      [
        'entries that are nested without end',
        () =>
          writeFile(
            join(dir, 'index.json'),
            `{"schemaVersion":2,"manifests":[{"x":${'['.repeat(5000)}${']'.repeat(5000)}}]}`,
          ),
        'LAYOUT_INVALID',
      ],
      ['an index.json that is a list', () => writeFile(join(dir, 'index.json'), '[]'), 'LAYOUT_INVALID'],
      ['entries that are none', () => writeIndex(['x']), 'LAYOUT_INVALID'],
      [
        'an index.json that is a manifest',
        () => writeIndex([], { mediaType: OCI_MANIFEST }),
        'LAYOUT_INVALID',
      ],
      ['no index.json', () => rm(join(dir, 'index.json')), 'LAYOUT_INVALID'],
      ['no oci-layout', () => rm(join(dir, 'oci-layout')), 'LAYOUT_INVALID'],
      [
        'another version',
        () => writeFile(join(dir, 'oci-layout'), '{"imageLayoutVersion":"2.0.0"}'),
        'LAYOUT_INVALID',
      ],
      ['an oci-layout that is no JSON', () => writeFile(join(dir, 'oci-layout'), 'no'), 'LAYOUT_INVALID'],
      ['nothing at all', () => rm(dir, { recursive: true }), 'LAYOUT_INVALID'],
      [
        'a file in its place',
        async () => {
          await rm(dir, { recursive: true });
          await writeFile(dir, '');
        },
        'LAYOUT_INVALID',
      ],
    ];
    for (const [what, make, code] of cases) {
      it(`with ${what} is not read`, async () => {
        await make();
        await assert.rejects(reopen().getManifest('v1'), { code });
      });
    }

    it('is not written to where its blobs are a folder outside', async () => {
      await rename(join(dir, 'blobs'), join(parent, 'blobs'));
      await symlink(join(parent, 'blobs'), join(dir, 'blobs'));
      for (const write of [() => layout.putBlob(Buffer.from('x')), () => layout.proveWriteAccess()]) {
        await assert.rejects(write(), { code: 'LAYOUT_ESCAPES', fault: 'rejection' });
      }
      assert.equal((await readdir(join(parent, 'blobs', 'sha256'))).length, 2);
    });
    it('is not locked by a link', async () => {
      await symlink(secret(), join(dir, '.countersign-index.lock'));
      await assert.rejects(layout.putManifest('v2', IMAGE, OCI_MANIFEST), { code: 'LAYOUT_INVALID' });
      assert.deepEqual(await readFile(secret()), IMAGE);
    });
    it('may be reached through a link, and hold links that stay in it', async () => {
      await rename(blob(digestOf(IMAGE)), join(dir, 'inside'));
      await symlink('../../inside', blob(digestOf(IMAGE)));
      await symlink(dir, join(parent, 'link'));
      const linked = openLayout(join(parent, 'link'), { context: still, shown: 'link' });
      assert.ok(await linked.getManifest('v1'));
    });
    it('refers to nothing with what is no manifest, and says of an image only what it is', async () => {
      const junk = Buffer.from('no manifest');
      await put(junk);
      await writeIndex([...(await entries()), entry(junk, { artifactType: 'x/y' })]);
      assert.deepEqual((await layout.listReferrers(digestOf(IMAGE))).descriptors, []);
    });
    it('does not put what a target that looks like a path says anywhere', async () => {
      assert.equal(await layout.getManifest('../../secret'), undefined);
      assert.equal(await layout.getManifest('sha256:../../../secret'), undefined);
      await layout.putManifest('../../evil', IMAGE, OCI_MANIFEST);
      assert.deepEqual((await readdir(parent)).sort(), ['out', 'secret']);
    });
  });
});
