import assert from 'node:assert/strict';
import { createHash, generateKeyPairSync, verify } from 'node:crypto';
import { describe, it } from '@jest/globals';
import { CountersignError } from '../errors.js';
import { ephemeralKey, parseSigningKey } from './keys.js';

const pkcs8 = { type: 'pkcs8', format: 'pem' } as const;
const ec = (namedCurve: string) => generateKeyPairSync('ec', { namedCurve });
const rsa = (modulusLength: number) => generateKeyPairSync('rsa', { modulusLength });
const p256 = ec('P-256');
const pem = p256.privateKey.export(pkcs8).toString();
/** The same key, its point in the form that few verifiers read (SEC 1, 2.3.3). */
const compressed = (): string => {
  const { d = '', x = '', y = '' } = p256.privateKey.export({ format: 'jwk' });
  const hex = (text: string): string => Buffer.from(text, 'base64url').toString('hex');
  const point = `0${2 + (Number.parseInt(hex(y).slice(-1), 16) & 1)}${hex(x)}`;
  const algorithm = '301306072a8648ce3d020106082a8648ce3d030107';
  const der = `3067020100${algorithm}044d304b0201010420${hex(d)}a124032200${point}`;
  return `-----BEGIN PRIVATE KEY-----\n${Buffer.from(der, 'hex').toString('base64')}\n-----END PRIVATE KEY-----\n`;
};
const cosignKey = (label: string): string =>
  `-----BEGIN ${label}-----\n${Buffer.from('{"kdf":{"name":"scrypt"}}').toString('base64')}\n-----END ${label}-----\n`;

describe('parseSigningKey', () => {
  const accepted: readonly (readonly [why: string, pem: string])[] = [
    ['a P-256 key', pem],
    ['a P-256 key with Windows line ends and text around it', `note\r\n${pem.replaceAll('\n', '\r\n')}\r\n`],
    ['an RSA key of 2048 bits', rsa(2048).privateKey.export(pkcs8).toString()],
  ];
  for (const [why, text] of accepted) {
    it(`takes ${why} and signs what its public half verifies`, async () => {
      const key = parseSigningKey(text, 'key.pem');
      const signature = await key.sign([Buffer.from('ab'), Buffer.from('c')]);
      assert.ok(verify('sha256', Buffer.from('abc'), key.publicKeyPem, signature));
      assert.ok(!verify('sha256', Buffer.from('abd'), key.publicKeyPem, signature));
      assert.equal(key.hint, createHash('sha256').update(key.spki).digest('base64'));
      assert.match(key.publicKeyPem, /^-----BEGIN PUBLIC KEY-----\n[^-]+\n-----END PUBLIC KEY-----\n$/);
    });
  }

  it('tells the public half of a key in the one form that every verifier reads, however the key has it', () => {
    const key = parseSigningKey(compressed(), 'key.pem');
    assert.equal(key.publicKeyPem, parseSigningKey(pem, 'key.pem').publicKeyPem);
    assert.equal(key.spki.length, 91);
  });

  const refused: readonly (readonly [why: string, pem: string, message: RegExp])[] = [
    ['nothing', '', /no PEM block/],
    ['a path instead of a key', '/home/me/key.pem', /no PEM block/],
    ["cosign's encrypted key", cosignKey('ENCRYPTED SIGSTORE PRIVATE KEY'), /cosign's own/],
    ["cosign's older encrypted key", cosignKey('ENCRYPTED COSIGN PRIVATE KEY'), /cosign's own/],
    [
      'an encrypted key',
      p256.privateKey.export({ ...pkcs8, cipher: 'aes-256-cbc', passphrase: 'x' }).toString(),
      /encrypted/,
    ],
    ['a SEC 1 key', p256.privateKey.export({ type: 'sec1', format: 'pem' }).toString(), /SEC 1/],
    ['a PKCS #1 key', rsa(2048).privateKey.export({ type: 'pkcs1', format: 'pem' }).toString(), /PKCS #1/],
    ['a public key', p256.publicKey.export({ type: 'spki', format: 'pem' }).toString(), /public key/],
    ['two keys', pem + pem, /several/],
    ['a key cut off', `${pem.slice(0, 80)}\n-----END PRIVATE KEY-----\n`, /does not parse/],
    ['a P-384 key', ec('P-384').privateKey.export(pkcs8).toString(), /secp384r1/],
    ['an RSA key of 1024 bits', rsa(1024).privateKey.export(pkcs8).toString(), /1024 bits/],
    ['an Ed25519 key', generateKeyPairSync('ed25519').privateKey.export(pkcs8).toString(), /ed25519/],
    ['a text too long', `${pem}${' '.repeat(100_000)}`, /no PEM block/],
  ];
  for (const [why, text, message] of refused) {
    it(`refuses ${why}, naming the key and nothing in it`, () => {
      assert.throws(
        () => parseSigningKey(text, '"COSIGN_KEY"'),
        (error) => {
          assert.ok(error instanceof CountersignError);
          assert.equal(error.code, 'KEY_INVALID');
          assert.match(error.message, message);
          assert.match(error.message, /"COSIGN_KEY"/);
          assert.equal(error.cause, undefined);
          const body = text.split('\n')[1] ?? '';
          assert.ok(body === '' || !`${error.message}${error.remedy}`.includes(body));
          return true;
        },
      );
    });
  }
});

describe('ephemeralKey', () => {
  it('is a P-256 key, another each time', async () => {
    const [one, two] = await Promise.all([ephemeralKey(), ephemeralKey()]);
    assert.equal(one.privateKey.asymmetricKeyDetails?.namedCurve, 'prime256v1');
    assert.notEqual(one.hint, two.hint);
  });
});
