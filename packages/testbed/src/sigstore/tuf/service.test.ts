import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, it } from '@jest/globals';
import { Metadata, MetadataKind } from '@tufjs/models';
import { startSigstore, type RunningSigstore } from '../start.js';

interface Targets {
  readonly signed: {
    readonly targets: Readonly<
      Record<
        string,
        {
          readonly hashes: { readonly sha256: string };
          readonly custom?: { readonly sigstore: Readonly<Record<string, string>> };
        }
      >
    >;
  };
}

let sigstore: RunningSigstore;
beforeAll(async () => {
  sigstore = await startSigstore();
});
afterAll(() => sigstore.stop());

const get = async (path: string): Promise<string> => {
  const answer = await fetch(`${sigstore.tufUrl}/${path}`);
  assert.equal(answer.status, 200, path);
  return answer.text();
};
const json = async (path: string): Promise<Parameters<typeof Metadata.fromJSON>[1]> =>
  JSON.parse(await get(path)) as Parameters<typeof Metadata.fromJSON>[1];

describe('the TUF repository of the test bed', () => {
  it('is signed by the four roles of its root', async () => {
    const root = Metadata.fromJSON(
      MetadataKind.Root,
      JSON.parse(sigstore.tufRoot) as Parameters<typeof Metadata.fromJSON>[1],
    );
    root.verifyDelegate(MetadataKind.Root, root);
    assert.equal(await get('1.root.json'), sigstore.tufRoot);
    root.verifyDelegate(
      MetadataKind.Timestamp,
      Metadata.fromJSON(MetadataKind.Timestamp, await json('timestamp.json')),
    );
    root.verifyDelegate(
      MetadataKind.Snapshot,
      Metadata.fromJSON(MetadataKind.Snapshot, await json('1.snapshot.json')),
    );
    root.verifyDelegate(
      MetadataKind.Targets,
      Metadata.fromJSON(MetadataKind.Targets, await json('1.targets.json')),
    );
    assert.equal(new Set(Object.values(root.signed.roles).flatMap(({ keyIDs }) => keyIDs)).size, 4);
  });

  it('serves the documents of its Sigstore, and the single files of older clients with their usage', async () => {
    const { signed } = JSON.parse(await get('1.targets.json')) as Targets;
    const content = async (name: string): Promise<string> => {
      const sha256 = signed.targets[name]?.hashes.sha256 ?? 'none';
      const text = await get(`targets/${sha256}.${name}`);
      assert.equal(createHash('sha256').update(text).digest('hex'), sha256);
      return text;
    };
    assert.equal(await content('trusted_root.json'), sigstore.trustedRoot);
    assert.equal(await content('signing_config.v0.2.json'), sigstore.signingConfig);
    const { pem } = sigstore;
    assert.equal(await content('fulcio_v1.crt.pem'), pem.fulcioRoot);
    assert.equal(await content('fulcio.crt.pem'), pem.fulcioRoot);
    assert.equal((await content('fulcio_intermediate_v1.crt.pem')) + pem.fulcioRoot, pem.fulcioChain);
    assert.equal(await content('rekor.pub'), pem.rekorKey);
    assert.equal(await content('ctfe.pub'), pem.ctlogKey);
    const tsa = ['tsa_leaf.crt.pem', 'tsa_intermediate_0.crt.pem', 'tsa_root.crt.pem'];
    assert.equal((await Promise.all(tsa.map(content))).join(''), pem.tsaChain);
    const usages = Object.entries(signed.targets).map(([name, { custom }]) => [
      name,
      `${custom?.sigstore.usage} ${custom?.sigstore.status}`,
    ]);
    assert.deepEqual(Object.fromEntries(usages), {
      'trusted_root.json': 'undefined undefined',
      'signing_config.v0.2.json': 'undefined undefined',
      'fulcio.crt.pem': 'Fulcio Active',
      'fulcio_v1.crt.pem': 'Fulcio Active',
      'fulcio_intermediate_v1.crt.pem': 'Fulcio Active',
      'rekor.pub': 'Rekor Active',
      'ctfe.pub': 'CTFE Active',
      'tsa_leaf.crt.pem': 'TSA Active',
      'tsa_intermediate_0.crt.pem': 'TSA Active',
      'tsa_root.crt.pem': 'TSA Active',
    });
  });

  it('serves what is published next, and what was put in its place', async () => {
    sigstore.tuf.publish();
    await get('2.targets.json');
    assert.equal((await fetch(`${sigstore.tufUrl}/1.targets.json`)).status, 404);
    sigstore.tuf.replace('timestamp.json', Buffer.from('{}'));
    assert.equal(await get('timestamp.json'), '{}');
    sigstore.tuf.replace('timestamp.json', undefined);
    assert.equal((await fetch(`${sigstore.tufUrl}/timestamp.json`)).status, 404);
  });
});
