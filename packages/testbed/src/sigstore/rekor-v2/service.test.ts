import assert from 'node:assert/strict';
import { createHash, generateKeyPairSync, sign, X509Certificate } from 'node:crypto';
import { afterAll, beforeAll, describe, it } from '@jest/globals';
import { bundleFromJSON } from '@sigstore/bundle';
import { TrustedRoot } from '@sigstore/protobuf-specs';
import { toSignedEntity, toTrustMaterial, Verifier } from '@sigstore/verify';
import { bundleOf, post, signStatement, type SignedStatement } from '../signed-statement.js';
import { startSigstore, type RunningSigstore } from '../start.js';
import { hashLeaf, MerkleTree } from '../rekor/merkle-tree.js';
import { startRekorV2, type RunningRekorV2 } from './service.js';

const PAYLOAD = '{"_type":"https://in-toto.io/Statement/v1"}';

interface Answer {
  readonly logIndex: string;
  readonly integratedTime: string;
  readonly inclusionPromise: unknown;
  readonly inclusionProof: {
    readonly treeSize: string;
    readonly rootHash: string;
    readonly hashes: readonly string[];
    readonly checkpoint: { readonly envelope: string };
  };
  readonly canonicalizedBody: string;
}

const keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const spki = keys.publicKey.export({ type: 'spki', format: 'der' }).toString('base64');

/** A request to log a signature of our key over `text`; `change` lays other members over its parts. */
function request(text: string, change: { verifier?: object; proposed?: object } = {}): object {
  const digest = createHash('sha256').update(text).digest();
  return {
    hashedRekordRequestV002: {
      digest: digest.toString('base64'),
      signature: {
        content: sign('sha256', Buffer.from(text), keys.privateKey).toString('base64'),
        verifier: {
          keyDetails: 'PKIX_ECDSA_P256_SHA_256',
          publicKey: { rawBytes: spki },
          ...change.verifier,
        },
      },
      ...change.proposed,
    },
  };
}

describe('Rekor v2', () => {
  let rekor: RunningRekorV2;
  beforeAll(async () => {
    rekor = await startRekorV2();
  });
  afterAll(() => rekor.stop());

  const add = (body: object): Promise<Response> => post(`${rekor.origin}/api/v2/log/entries`, body);
  const read = async (path: string): Promise<Buffer | undefined> => {
    const response = await fetch(`${rekor.origin}/api/v2/${path}`);
    return response.status === 200 ? Buffer.from(await response.arrayBuffer()) : undefined;
  };

  it('answers an entry with its proof and a checkpoint, without a promise and without a time', async () => {
    const response = await add(request('one'));
    const entry = (await response.json()) as Answer;
    assert.equal(response.status, 201);
    assert.equal(entry.integratedTime, '0');
    assert.equal(entry.inclusionPromise, null);
    const [origin, size, root] = entry.inclusionProof.checkpoint.envelope.split('\n');
    assert.deepEqual(
      [origin, size, root],
      ['rekor.test', entry.inclusionProof.treeSize, entry.inclusionProof.rootHash],
    );
    const body = JSON.parse(Buffer.from(entry.canonicalizedBody, 'base64').toString()) as Record<
      string,
      unknown
    >;
    assert.deepEqual([body.kind, body.apiVersion], ['hashedrekord', '0.0.2']);
  });

  it('refuses an entry that is there already, and says where', async () => {
    const again = request('again');
    const first = (await (await add(again)).json()) as Answer;
    const response = await add(again);
    assert.equal(response.status, 409);
    assert.equal(response.headers.get('x-log-index'), first.logIndex);
  });

  const other = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const refused: readonly (readonly [what: string, body: () => object])[] = [
    ['a DSSE envelope', () => ({ dsseRequestV002: { envelope: {}, verifiers: [] } })],
    ['both kinds at once', () => ({ ...request('both'), dsseRequestV002: {} })],
    [
      'another digest',
      () => request('x', { proposed: { digest: createHash('sha256').update('y').digest('base64') } }),
    ],
    ['no signature', () => request('x', { proposed: { signature: {} } })],
    [
      'another key',
      () =>
        request('x', {
          verifier: {
            publicKey: {
              rawBytes: other.publicKey.export({ type: 'spki', format: 'der' }).toString('base64'),
            },
          },
        }),
    ],
    [
      'an algorithm of another key',
      () => request('x', { verifier: { keyDetails: 'PKIX_RSA_PKCS1V15_2048_SHA256' } }),
    ],
    ['no algorithm', () => request('x', { verifier: { keyDetails: undefined } })],
    ['a key and a certificate', () => request('x', { verifier: { x509Certificate: { rawBytes: spki } } })],
    ['a key that is none', () => request('x', { verifier: { publicKey: { rawBytes: 'AAAA' } } })],
  ];
  for (const [what, body] of refused) {
    it(`refuses ${what} and logs nothing`, async () => {
      const before = rekor.size();
      assert.equal((await add(body())).status, 400);
      assert.equal(rekor.size(), before);
    });
  }

  it('serves tiles and entries of which the signed root comes out', async () => {
    for (let one = 0; one < 300; one += 1) assert.equal((await add(request(`entry ${one}`))).status, 201);
    const [, text = '', root] = (await read('checkpoint'))?.toString().split('\n') ?? [];
    const size = Number(text);
    const full = await read('tile/0/000');
    const partial = await read(`tile/0/001.p/${size - 256}`);
    assert.equal((full?.length ?? 0) + (partial?.length ?? 0), size * 32);

    const tree = new MerkleTree();
    for (const bundle of [await read('tile/entries/000'), await read(`tile/entries/001.p/${size - 256}`)]) {
      for (let at = 0; bundle !== undefined && at < bundle.length;) {
        const end = at + 2 + bundle.readUInt16BE(at);
        tree.append(hashLeaf(bundle.subarray(at + 2, end)));
        at = end;
      }
    }
    assert.equal(tree.size, size);
    assert.equal(tree.root().toString('base64'), root);
    assert.deepEqual(await read('tile/1/000.p/1'), tree.row(8, 0, 1)[0]);
  });

  for (const path of [
    'tile/0/000.p/3',
    'tile/0/0',
    'tile/0/x000/000',
    'tile/0/007',
    'tile/0/001.p/0',
    'tile/3/000.p/1',
    'tile/entries/000.p/256',
  ]) {
    it(`serves no ${path}`, async () => {
      assert.equal(await read(path), undefined);
    });
  }

  it('answers only once a checkpoint covers the entry', async () => {
    const slow = await startRekorV2({ checkpointIntervalMs: 150 });
    try {
      const began = performance.now();
      const answers = await Promise.all(
        ['a', 'b'].map((text) => post(`${slow.origin}/api/v2/log/entries`, request(text))),
      );
      assert.ok(performance.now() - began >= 140);
      const entries = (await Promise.all(answers.map((answer) => answer.json()))) as Answer[];
      assert.deepEqual(
        entries.map(({ inclusionProof }) => inclusionProof.treeSize),
        ['2', '2'],
      );
    } finally {
      await slow.stop();
    }
  });

  it('lets nobody wait for a checkpoint when it stops', async () => {
    const slow = await startRekorV2({ checkpointIntervalMs: 60_000 });
    const waiting = post(`${slow.origin}/api/v2/log/entries`, request('a')).then(
      ({ status }) => status,
      () => 'dropped',
    );
    while (slow.size() === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    await slow.stop();
    assert.ok(['dropped', 503].includes(await waiting));
  });
});

describe('a statement in Rekor v2', () => {
  let sigstore: RunningSigstore;
  let signed: SignedStatement;
  let entry: Answer;
  beforeAll(async () => {
    sigstore = await startSigstore({ rekor: 'v2' });
    signed = await signStatement(sigstore, PAYLOAD);
    const type = signed.envelope.payloadType;
    const encoded = `DSSEv1 ${type.length} ${type} ${Buffer.byteLength(PAYLOAD)} ${PAYLOAD}`;
    const response = await post(`${sigstore.rekorV2Url}/api/v2/log/entries`, {
      hashedRekordRequestV002: {
        digest: createHash('sha256').update(encoded).digest('base64'),
        signature: {
          content: signed.envelope.signatures[0].sig,
          verifier: {
            keyDetails: 'PKIX_ECDSA_P256_SHA_256',
            x509Certificate: { rawBytes: new X509Certificate(signed.certificate).raw.toString('base64') },
          },
        },
      },
    });
    entry = (await response.json()) as Answer;
  });
  afterAll(() => sigstore.stop());

  const verify = (logged: object) => {
    const material = toTrustMaterial(TrustedRoot.fromJSON(JSON.parse(sigstore.trustedRoot)));
    const bundle = bundleOf(signed) as { verificationMaterial: object };
    const json = {
      ...bundle,
      verificationMaterial: { ...bundle.verificationMaterial, tlogEntries: [logged] },
    };
    return new Verifier(material, { tlogThreshold: 1, timestampThreshold: 1 }).verify(
      toSignedEntity(bundleFromJSON(json)),
    );
  };

  it('is accepted by sigstore-js with the trusted root', () => {
    assert.notEqual(verify(entry).identity, undefined);
  });

  it('is refused by sigstore-js with a proof of something else', () => {
    const canonicalizedBody = Buffer.from(
      Buffer.from(entry.canonicalizedBody, 'base64').toString().replace('0.0.2', '0.0.2 '),
    ).toString('base64');
    assert.throws(() => verify({ ...entry, canonicalizedBody }));
  });

  it('is what the signing config leads to where v2 was chosen', () => {
    const { rekorTlogUrls } = JSON.parse(sigstore.signingConfig) as {
      rekorTlogUrls: readonly { url: string; majorApiVersion: number }[];
    };
    assert.deepEqual(
      rekorTlogUrls.map(({ url, majorApiVersion }) => [url, majorApiVersion]),
      [[sigstore.rekorV2Url, 2]],
    );
  });
});
