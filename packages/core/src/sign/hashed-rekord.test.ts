import assert from 'node:assert/strict';
import { createHash, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { describe, it } from '@jest/globals';
import { hashedRekord, requestOf } from './hashed-rekord.js';

const signed = (publicKey: KeyObject) => ({
  digest: createHash('sha256').update('x').digest(),
  signature: Buffer.from('signature'),
  verifier: { kind: 'key' as const, der: publicKey.export({ type: 'spki', format: 'der' }) },
});

describe('an entry of Rekor v2', () => {
  it('is canonical: members in order, nothing between them', () => {
    const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const one = signed(publicKey);
    const key = one.verifier.der.toString('base64');
    assert.equal(
      hashedRekord(one).toString(),
      '{"apiVersion":"0.0.2","kind":"hashedrekord","spec":{"hashedRekordV002":{"data":{"algorithm":"SHA2_256","digest":"' +
        `${one.digest.toString('base64')}"},"signature":{"content":"${one.signature.toString('base64')}","verifier":{` +
        `"keyDetails":"PKIX_ECDSA_P256_SHA_256","publicKey":{"rawBytes":"${key}"}}}}}}`,
    );
  });

  for (const bits of [2048, 3072]) {
    it(`names the algorithm of an RSA key of ${bits} bits`, () => {
      const { publicKey } = generateKeyPairSync('rsa', { modulusLength: bits });
      assert.ok(requestOf(signed(publicKey)).includes(`PKIX_RSA_PKCS1V15_${bits}_SHA256`));
    });
  }

  const refused: readonly (readonly [what: string, make: () => KeyObject])[] = [
    ['an RSA key of 2560 bits', () => generateKeyPairSync('rsa', { modulusLength: 2560 }).publicKey],
    ['an Ed25519 key', () => generateKeyPairSync('ed25519').publicKey],
    ['a key of another curve', () => generateKeyPairSync('ec', { namedCurve: 'secp256k1' }).publicKey],
  ];
  for (const [what, make] of refused) {
    it(`is not made for ${what}`, () => {
      assert.throws(() => requestOf(signed(make())), { code: 'KEY_INVALID', fault: 'user' });
    });
  }
});
