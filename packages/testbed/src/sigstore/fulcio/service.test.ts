import assert from 'node:assert/strict';
import { generateKeyPairSync, sign, webcrypto, X509Certificate, type KeyObject } from 'node:crypto';
import { afterAll, beforeAll, describe, it } from '@jest/globals';
import * as pkijs from 'pkijs';
import type { TokenClaims } from '../oidc/claims.js';
import { post, subjectOf } from '../signed-statement.js';
import { startSigstore, type RunningSigstore } from '../start.js';
import { pemOf } from '../x509/certificate.js';

let sigstore: RunningSigstore;
let other: RunningSigstore;
beforeAll(async () => {
  [sigstore, other] = await Promise.all([startSigstore(), startSigstore()]);
});
afterAll(async () => {
  await Promise.all([sigstore.stop(), other.stop()]);
});

const p256 = () => generateKeyPairSync('ec', { namedCurve: 'P-256' });
interface Asked {
  readonly token?: string;
  readonly key?: { privateKey: KeyObject; publicKey: KeyObject };
  readonly hash?: string | null;
  readonly signs?: string;
}
const ask = ({ token = sigstore.token(), key = p256(), hash = 'sha256', signs = subjectOf(token) }: Asked) =>
  post(`${sigstore.fulcioUrl}/api/v2/signingCert`, {
    credentials: { oidcIdentityToken: token },
    publicKeyRequest: {
      publicKey: { algorithm: 'ECDSA', content: key.publicKey.export({ type: 'spki', format: 'pem' }) },
      proofOfPossession: sign(hash, Buffer.from(signs), key.privateKey).toString('base64'),
    },
  });
const chainFrom = async (answer: Response): Promise<readonly X509Certificate[]> => {
  const { signedCertificateEmbeddedSct } = (await answer.json()) as {
    signedCertificateEmbeddedSct: { chain: { certificates: readonly string[] } };
  };
  return signedCertificateEmbeddedSct.chain.certificates.map((pem) => new X509Certificate(pem));
};
const extensionsOf = (certificate: X509Certificate): ReadonlyMap<string, pkijs.Extension> => {
  const { extensions = [] } = pkijs.Certificate.fromBER(Uint8Array.from(certificate.raw).buffer);
  return new Map(extensions.map((extension) => [extension.extnID, extension]));
};

const ISSUER = 'https://token.actions.githubusercontent.com';
const COMMIT = 'c0ffee254729296a45a3885639ac7e10f9d54979';
const WORKFLOW = 'https://github.com/acme/app/.github/workflows/release.yml@refs/tags/v1.0.0';

describe('Fulcio', () => {
  it('certifies the tokens of another issuer where it is told to trust that one too', async () => {
    const both = await startSigstore({ otherIssuers: ['https://issuer.example'] });
    try {
      const certify = async (iss: string): Promise<Response> => {
        const token = both.token({ iss });
        const key = p256();
        return post(`${both.fulcioUrl}/api/v2/signingCert`, {
          credentials: { oidcIdentityToken: token },
          publicKeyRequest: {
            publicKey: { algorithm: 'ECDSA', content: key.publicKey.export({ type: 'spki', format: 'pem' }) },
            proofOfPossession: sign('sha256', Buffer.from(subjectOf(token)), key.privateKey).toString(
              'base64',
            ),
          },
        });
      };
      const [leaf] = await chainFrom(await certify('https://issuer.example'));
      assert.ok(leaf);
      const bare = extensionsOf(leaf).get('1.3.6.1.4.1.57264.1.1')?.extnValue.valueBlock.valueHexView;
      assert.equal(Buffer.from(bare ?? []).toString(), 'https://issuer.example');
      assert.equal((await certify('https://another.example')).status, 401);
    } finally {
      await both.stop();
    }
  });

  it('issues a leaf of ten minutes under an intermediate and a root', async () => {
    const [leaf, intermediate, root, ...more] = await chainFrom(await ask({}));
    assert.ok(leaf && intermediate && root && more.length === 0);
    assert.ok(leaf.verify(intermediate.publicKey) && intermediate.verify(root.publicKey));
    assert.ok(leaf.checkIssued(intermediate) && intermediate.checkIssued(root) && root.checkIssued(root));
    assert.deepEqual([leaf.ca, intermediate.ca, root.ca], [false, true, true]);
    assert.equal(leaf.validToDate.getTime() - leaf.validFromDate.getTime(), 600_000);
    assert.deepEqual(leaf.keyUsage, ['1.3.6.1.5.5.7.3.3']);
    assert.equal(leaf.subjectAltName, `URI:${WORKFLOW}`);
    assert.ok(extensionsOf(leaf).get('2.5.29.17')?.critical);
    assert.ok(extensionsOf(leaf).has('1.3.6.1.4.1.11129.2.4.2'));
    assert.equal(sigstore.pem.fulcioChain, intermediate.toString() + root.toString());
    assert.equal(leaf.subject, undefined);
    assert.equal(leaf.issuer, 'O=countersign test bed\nCN=fulcio intermediate');
    assert.equal(intermediate.issuer, 'O=countersign test bed\nCN=fulcio root');
  });

  it('writes every claim into its extension', async () => {
    const token = sigstore.token({ environment: 'production' });
    const [leaf] = await chainFrom(await ask({ token }));
    assert.ok(leaf);
    const found = [...extensionsOf(leaf)].flatMap(([oid, { extnValue }]) => {
      const arc = /^1\.3\.6\.1\.4\.1\.57264\.1\.(\d+)$/.exec(oid)?.[1];
      const value = Buffer.from(extnValue.valueBlock.valueHexView);
      if (arc === undefined) return [];
      if (Number(arc) < 8) return [[Number(arc), value.toString()]];
      assert.deepEqual([...value.subarray(0, 2)], [0x0c, value.length - 2], 'a DER UTF8String');
      return [[Number(arc), value.subarray(2).toString()]];
    });
    assert.deepEqual(found, [
      [1, ISSUER],
      [2, 'push'],
      [3, COMMIT],
      [4, 'release'],
      [5, 'acme/app'],
      [6, 'refs/tags/v1.0.0'],
      [8, ISSUER],
      [9, WORKFLOW],
      [10, COMMIT],
      [11, 'github-hosted'],
      [12, 'https://github.com/acme/app'],
      [13, COMMIT],
      [14, 'refs/tags/v1.0.0'],
      [15, '700000001'],
      [16, 'https://github.com/acme'],
      [17, '70000001'],
      [18, WORKFLOW],
      [19, COMMIT],
      [20, 'push'],
      [21, 'https://github.com/acme/app/actions/runs/9000000001/attempts/1'],
      [22, 'public'],
      [23, 'production'],
      [24, 'repo:acme/app:ref:refs/tags/v1.0.0'],
    ]);
  });

  const keys: readonly (readonly [name: string, asked: () => Asked])[] = [
    ['P-384', () => ({ key: generateKeyPairSync('ec', { namedCurve: 'P-384' }), hash: 'sha384' })],
    ['RSA', () => ({ key: generateKeyPairSync('rsa', { modulusLength: 2048 }) })],
    ['Ed25519', () => ({ key: generateKeyPairSync('ed25519'), hash: null })],
  ];
  for (const [name, asked] of keys) {
    it(`certifies a key of ${name}`, async () => {
      assert.equal((await ask(asked())).status, 200);
    });
  }

  it('certifies through its first API, which answers the chain in PEM', async () => {
    const token = sigstore.token();
    const { privateKey, publicKey } = p256();
    const request = {
      publicKey: {
        algorithm: 'ecdsa',
        content: publicKey.export({ type: 'spki', format: 'der' }).toString('base64'),
      },
      signedEmailAddress: sign('sha256', Buffer.from(subjectOf(token)), privateKey).toString('base64'),
      certificateSigningRequest: null,
    };
    const url = `${sigstore.fulcioUrl}/api/v1/signingCert`;
    const answer = await post(url, request, { authorization: `Bearer ${token}` });
    assert.equal(answer.status, 201);
    assert.equal((await answer.text()).match(/BEGIN CERTIFICATE/g)?.length, 3);
    assert.equal((await post(url, request)).status, 401);
    const pem = Buffer.from(publicKey.export({ type: 'spki', format: 'pem' })).toString('base64');
    const asCosign2 = { ...request, publicKey: { content: pem } };
    assert.equal((await post(url, asCosign2, { authorization: `Bearer ${token}` })).status, 201);
  });

  it('certifies a signed request, and not one whose signature is broken', async () => {
    const pair = await webcrypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, [
      'sign',
      'verify',
    ]);
    const csr = new pkijs.CertificationRequest();
    await csr.subjectPublicKeyInfo.importKey(pair.publicKey);
    await csr.sign(pair.privateKey, 'SHA-256');
    const der = Buffer.from(csr.toSchema().toBER());
    const askWith = (bytes: Buffer) =>
      post(`${sigstore.fulcioUrl}/api/v2/signingCert`, {
        credentials: { oidcIdentityToken: sigstore.token() },
        certificateSigningRequest: Buffer.from(pemOf('CERTIFICATE REQUEST', bytes)).toString('base64'),
      });
    assert.equal((await askWith(der)).status, 200);
    der.writeUInt8(der.readUInt8(der.length - 1) ^ 1, der.length - 1);
    assert.equal((await askWith(der)).status, 400);
  });

  const claimed = (claims: TokenClaims) => () => ({ token: sigstore.token(claims) });
  const refused: readonly (readonly [what: string, status: number, asked: () => Asked])[] = [
    ['a token of another issuer', 401, () => ({ token: other.token() })],
    ['a token that is none', 401, () => ({ token: 'a.b.c', signs: '' })],
    ['an expired token', 401, claimed({ exp: Math.floor(Date.now() / 1000) - 1 })],
    ['a token that is not valid yet', 401, claimed({ nbf: Math.floor(Date.now() / 1000) + 3600 })],
    ['a token for someone else', 401, claimed({ aud: 'https://github.com/acme' })],
    ['a token with another issuer named', 401, claimed({ iss: 'https://issuer.example' })],
    ['a token without a claim that the certificate needs', 400, claimed({ run_attempt: null })],
    ['a proof over another subject', 400, () => ({ signs: 'repo:acme/other:ref:refs/heads/main' })],
    ['a weak key', 400, () => ({ key: generateKeyPairSync('rsa', { modulusLength: 1024 }) })],
  ];
  for (const [what, status, asked] of refused) {
    it(`refuses ${what} with ${status}, in the gateway's form`, async () => {
      const answer = await ask(asked());
      assert.equal(answer.status, status);
      const { code, message } = (await answer.json()) as { code: unknown; message: unknown };
      assert.equal(code, status === 401 ? 16 : 3);
      assert.equal(typeof message, 'string');
    });
  }

  it('refuses a body that is not a request', async () => {
    for (const body of [
      null,
      [],
      'text',
      {},
      { publicKeyRequest: [] },
      { credentials: { oidcIdentityToken: 1 } },
    ]) {
      assert.equal((await post(`${sigstore.fulcioUrl}/api/v2/signingCert`, body)).status, 400);
    }
  });

  it('shows its certificates', async () => {
    const bundle = (await (await fetch(`${sigstore.fulcioUrl}/api/v2/trustBundle`)).json()) as {
      chains: readonly { certificates: readonly string[] }[];
    };
    assert.equal(bundle.chains[0]?.certificates.join(''), sigstore.pem.fulcioChain);
    const root = await fetch(`${sigstore.fulcioUrl}/api/v1/rootCert`);
    assert.equal(await root.text(), sigstore.pem.fulcioChain);
  });
});
