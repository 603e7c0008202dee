import assert from 'node:assert/strict';
import { describe, it } from '@jest/globals';
import { DAY_MS } from '../runtime.js';
import { parseSigningKey } from '../sign/index.js';
import { isSignedBy } from './algorithm.js';
import type { Certificate } from './certificate.js';
import { ecKey, issueChain, NOW, pemOf, rsaKey } from './fixture.js';
import { notationKeyOf, notationSigner, parseNotationKey } from './key.js';

const chain = issueChain();
const [leaf, intermediate, root] = chain;

describe('a signer for Notation', () => {
  const key = parseNotationKey(
    leaf.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    'key.pem',
  );
  const refused: readonly (readonly [what: string, of: readonly Certificate[], now?: Date])[] = [
    ['without the root', [leaf, intermediate]],
    ['in another order', [leaf, root, intermediate]],
    ['of another key', issueChain()],
    ['that has ended', chain, new Date(+NOW + 11 * DAY_MS)],
    ['that has not begun', chain, new Date(+NOW - 11 * DAY_MS)],
    ['whose leaf is an authority', [intermediate, root]],
  ];
  for (const [what, of, now = NOW] of refused) {
    it(`refuses a chain ${what}`, () => {
      assert.throws(() => notationSigner(key, pemOf(of), 'chain.pem', now), {
        code: 'CERTIFICATE_INVALID',
        fault: 'user',
      });
    });
  }

  it('takes a key that signs in DER elsewhere, whatever zeros its numbers begin with', async () => {
    const { privateKey, publicKey } = ecKey();
    const own = issueChain({ privateKey, publicKey });
    const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
    const elsewhere = notationKeyOf(parseSigningKey(pem, 'kms'), 'kms');
    const data = Buffer.from('signed');
    for (let round = 0; round < 600; round += 1) {
      const signature = await elsewhere.sign(data);
      assert.equal(signature.length, 64);
      assert.ok(isSignedBy(publicKey, elsewhere.algorithm, data, signature));
    }
    assert.equal(notationSigner(elsewhere, pemOf(own), 'chain.pem', NOW).chain.length, 3);
    const rsa = rsaKey(2048).privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
    assert.throws(() => notationKeyOf(parseSigningKey(rsa, 'kms'), 'kms'), { code: 'KEY_INVALID' });
  });

  it('refuses a key of a kind that the specification does not have, and shows nothing of it', () => {
    for (const pem of [
      ecKey('secp256k1').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
      pemOf([leaf]).toString(),
      'nothing',
    ]) {
      assert.throws(
        () => parseNotationKey(pem, 'key.pem'),
        (error: Error & { code?: string }) =>
          error.code === 'KEY_INVALID' && !error.message.includes(pem.split('\n')[1] ?? 'none'),
      );
    }
  });
});
