import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, it } from '@jest/globals';
import {
  attestImages,
  describeTree,
  signImages,
  verifyImages,
  type FlowReport,
} from '@countersign/core/flows';
import { digestOf, hexOf, type ImageManifest } from '@countersign/core/oci';
import { parseName } from '@countersign/core/reference';
import { buildDemoImage, writeLayout } from '@countersign/testbed';
import { claimsOf, states, why } from '../flows/stage.js';
import { openFolderStage, predicate, TAG, type FolderStage } from './stage.js';

describe('an image in a layout folder', () => {
  let at: FolderStage;
  beforeAll(async () => {
    at = await openFolderStage();
  });
  afterAll(() => at.stop());

  const ok = (report: FlowReport): FlowReport => {
    assert.equal(report.status, 'ok', why(report));
    return report;
  };
  const services = () => at.stage.services();
  const tags = async (folder: string): Promise<readonly (string | undefined)[]> =>
    (await at.index(folder)).manifests.map(({ annotations }) => annotations?.[TAG]);

  it('is signed and attested with its platforms, verified, and shown, all without a registry', async () => {
    const folder = await at.folder();
    const on = [`oci:${folder}`];
    const attested = ok(
      await attestImages(at.attest(on, { signature: true, predicates: [predicate('good')] }), services()),
    );
    assert.deepEqual(states(attested), { stored: 8 }); // 3 signatures and 1 attestation, in two layouts
    assert.equal(attested.images[0]?.reference, `oci:${folder}@${at.image.index.digest}`);
    assert.equal(attested.figures.requests.registry, undefined);

    const verified = ok(
      await verifyImages(at.verify(on, 'signature\nhttps://example.com/review/v1'), services()),
    );
    assert.equal(
      verified.images[0]?.requirements.every(({ met }) => met),
      true,
    );
    const tree = ok(await describeTree(at.tree(on), services()));
    assert.deepEqual(states(tree), { verified: 8 });
  });

  it('is signed once: a second run adds nothing and changes no file', async () => {
    const on = [`oci:${await at.folder()}`];
    ok(await signImages(at.sign(on), services()));
    const before = await at.files(on[0]?.slice(4) ?? '');
    const again = ok(await signImages(at.sign(on), services()));
    assert.deepEqual(states(again), { present: 6 });
    assert.deepEqual(await at.files(on[0]?.slice(4) ?? ''), before);
  });

  it('needs no request to any registry, as a dry run says, which writes nothing', async () => {
    const folder = await at.folder();
    const before = await at.files(folder);
    const report = ok(await signImages(at.sign([`oci:${folder}`], { dryRun: true }), services()));
    assert.deepEqual(states(report), { planned: 6 });
    assert.deepEqual([report.figures.requests.registry, report.figures.storedObjects], [undefined, 9]);
    assert.deepEqual(await at.files(folder), before);
  });

  it('has its claims where other tools look: tags, and a fallback index that names the bundles', async () => {
    const folder = await at.folder({ refName: 'v1' });
    ok(await signImages(at.sign([`oci:${folder}:v1`], { platforms: 'index' }), services()));
    const tag = `sha256-${hexOf(at.image.index.digest)}`;
    assert.deepEqual((await tags(folder)).toSorted(), [tag, `${tag}.sig`, 'v1']);
    const { manifests } = await at.index(folder);
    for (const { digest, size } of manifests) {
      const bytes = await readFile(join(at.path(folder), 'blobs/sha256', hexOf(digest)));
      assert.deepEqual([digestOf(bytes), bytes.length], [digest, size]);
    }
    assert.deepEqual(manifests.map(({ annotations }) => annotations?.kind?.split('/')[1]).toSorted(), [
      'imageIndex',
      'sigs',
      undefined,
    ]);
  });

  it('is rejected where nobody signed it, and where another did', async () => {
    const on = [`oci:${await at.folder({ text: 'unsigned\n' })}`];
    const unsigned = await verifyImages(at.verify(on), services());
    assert.deepEqual([unsigned.status, unsigned.error?.code], ['rejected', 'CLAIM_MISSING']);
    ok(await signImages(at.sign(on), services()));
    const other = await verifyImages(
      at.verify(on, 'signature', { sourceRepository: ['evil/app'] }),
      services(),
    );
    assert.deepEqual([other.status, other.error?.code], ['rejected', 'SIGNER_NOT_ALLOWED']);
  });

  describe('is called in claims', () => {
    const nameIn = async (
      folder: string,
      changes: Parameters<FolderStage['attest']>[1] = {},
    ): Promise<unknown> => {
      const report = ok(
        await attestImages(
          at.attest([`oci:${folder}`], { platforms: 'index', predicates: [predicate('x')], ...changes }),
          services(),
        ),
      );
      const bundle = report.bundles.find(({ predicateType }) => predicateType.includes('review'));
      const { dsseEnvelope } = JSON.parse(bundle?.json ?? '{}') as { dsseEnvelope: { payload: string } };
      const statement = JSON.parse(Buffer.from(dsseEnvelope.payload, 'base64').toString()) as {
        subject: readonly { readonly name: string }[];
      };
      return statement.subject[0]?.name;
    };

    it('as the setting says', async () => {
      const folder = await at.folder({ refName: 'registry.example/other:v1' });
      const title = parseName('registry.example/acme/app');
      assert.equal(await nameIn(folder, { title }), 'registry.example/acme/app');
    });
    it('as the full reference of the folder says, which a tag alone is not', async () => {
      const named = await at.folder({ refName: 'v1', containerdName: 'registry.example:5000/acme/app:v1' });
      assert.equal(await nameIn(named), 'registry.example:5000/acme/app');
      assert.equal(await nameIn(await at.folder({ refName: 'acme/app', name: 'an image' })), 'an image');
    });

    it('so in the signature document too, which a later push compares', async () => {
      const folder = await at.folder();
      const title = parseName('registry.example/acme/app');
      ok(
        await signImages(
          at.sign([`oci:${folder}`], { title, layouts: 'legacy', platforms: 'index' }),
          services(),
        ),
      );
      const { manifests } = await at.index(folder);
      const sig = manifests.find(({ annotations }) => annotations?.[TAG]?.endsWith('.sig'));
      const read = async (digest: string) =>
        JSON.parse(await readFile(join(at.path(folder), 'blobs/sha256', digest.slice(7)), 'utf8')) as unknown;
      const { layers } = (await read(sig?.digest ?? '')) as ImageManifest;
      const document = (await read(layers[0]?.digest ?? '')) as { critical: { identity: object } };
      assert.deepEqual(document.critical.identity, { 'docker-reference': 'registry.example/acme/app' });
    });
  });

  describe('is named', () => {
    it('by its tag, by the tag of its full reference, by its digest and by itself', async () => {
      const folder = await at.folder({ refName: 'registry.example/acme/app:v7' });
      const { digest } = at.image.index;
      for (const end of ['', ':v7', `@${digest}`, `:gone@${digest}`]) {
        const tree = ok(await describeTree(at.tree([`oci:${folder}${end}`]), services()));
        assert.equal(tree.images[0]?.digest, digest);
      }
    });
    it('by an absolute path, and by one with spaces or a colon in it', async () => {
      const folder = await at.folder({ name: 'my image' });
      ok(await describeTree(at.tree([`oci:${at.path(folder)}`]), services()));
      const odd = await at.folder({ name: 'a:b' });
      ok(await describeTree(at.tree([`oci:${odd}/`]), services()));
    });
    it('not at all where the folder holds several: the error lists them', async () => {
      const folder = await at.folder({ refName: 'one' });
      const second = buildDemoImage([{ path: 'x', bytes: Buffer.from('second') }]);
      await writeLayout(second, at.path(folder), { refName: 'two' });
      const report = await describeTree(at.tree([`oci:${folder}`]), services());
      assert.deepEqual([report.status, report.error?.code], ['error', 'IMAGE_AMBIGUOUS']);
      for (const digest of [at.image.index.digest, second.index.digest]) {
        assert.ok(report.error?.remedy.includes(digest));
      }
      ok(await describeTree(at.tree([`oci:${folder}:two`]), services()));
      const gone = await describeTree(at.tree([`oci:${folder}:three`]), services());
      assert.equal(gone.error?.code, 'IMAGE_NOT_FOUND');
    });
  });

  it('stands beside an image of a registry in one run, and a broken folder beside both costs nobody else', async () => {
    const folder = await at.folder();
    const gone = `oci:${folder}-gone@${at.image.index.digest}`;
    const report = await signImages(at.sign([at.stage.reference, `oci:${folder}`, gone]), services());
    assert.equal(report.status, 'error');
    assert.equal(report.error?.code, 'LAYOUT_INVALID');
    assert.deepEqual(
      report.images.map(({ error }) => error?.code),
      [undefined, undefined, 'LAYOUT_INVALID'],
    );
    assert.deepEqual(states(report), { stored: 12 });
    // The same digests: signed once, stored in both.
    assert.equal(new Set(claimsOf(report).map(({ logIndex }) => logIndex)).size, 6);
    ok(await verifyImages(at.verify([`oci:${folder}`, at.stage.reference]), services()));
  });
});
