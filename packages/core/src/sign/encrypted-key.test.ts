import assert from 'node:assert/strict';
import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { beforeAll, describe, it } from '@jest/globals';
import { CountersignError } from '../errors.js';
import { decryptKey, encryptKey, isEncryptedKey } from './encrypted-key.js';

const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const PASSWORD = 'open sesame';
let pem: string;
beforeAll(async () => {
  pem = await encryptKey(privateKey, PASSWORD);
});

interface Box {
  kdf: { name: string; params: Record<string, unknown>; salt: string };
  cipher: { name: string; nonce: string };
  ciphertext: string;
}
const boxOf = (text: string): Box =>
  JSON.parse(Buffer.from(text.split('\n').slice(1, -2).join(''), 'base64').toString()) as Box;
const blockOf = (value: unknown, label = 'ENCRYPTED SIGSTORE PRIVATE KEY'): string =>
  `-----BEGIN ${label}-----\n${Buffer.from(JSON.stringify(value)).toString('base64')}\n-----END ${label}-----\n`;
const changed = (change: (box: Box) => void): string => {
  const box = boxOf(pem);
  change(box);
  return blockOf(box);
};

describe('an encrypted key', () => {
  it('is opened by its password, and signs for the same public key', async () => {
    const opened = await decryptKey(pem, PASSWORD, 'k');
    assert.ok(createPublicKey(opened).equals(publicKey));
  });

  it('is opened by the empty password where it was made with that', async () => {
    const open = await encryptKey(privateKey, '');
    assert.ok(createPublicKey(await decryptKey(open, '', 'k')).equals(publicKey));
    await assert.rejects(decryptKey(open, 'x', 'k'), { code: 'KEY_INVALID' });
  });

  it("is read under cosign's older label, and with line ends of Windows", async () => {
    const older = blockOf(boxOf(pem), 'ENCRYPTED COSIGN PRIVATE KEY');
    for (const text of [older, pem.replaceAll('\n', '\r\n')]) {
      assert.ok(isEncryptedKey(text));
      assert.ok(createPublicKey(await decryptKey(text, PASSWORD, 'k')).equals(publicKey));
    }
  });

  it('is read where its line ends became spaces, and behind the mark that Windows puts before a text', async () => {
    for (const text of [pem.replaceAll('\n', ' '), `\ufeff${pem}`, `  ${pem}`]) {
      assert.ok(isEncryptedKey(text), text);
      const key = await decryptKey(text, PASSWORD, 'key');
      assert.ok(createPublicKey(key).equals(publicKey));
    }
  });

  it('has a salt and a nonce of its own each time', async () => {
    const other = boxOf(await encryptKey(privateKey, PASSWORD));
    assert.notEqual(other.kdf.salt, boxOf(pem).kdf.salt);
    assert.notEqual(other.cipher.nonce, boxOf(pem).cipher.nonce);
  });

  const flipped = (text: string): string => {
    const bytes = Buffer.from(text, 'base64');
    bytes[20] = (bytes[20] ?? 0) ^ 1;
    return bytes.toString('base64');
  };
  const refused: readonly (readonly [why: string, text: () => string, password: string])[] = [
    ['another password', () => pem, 'open sesam'],
    ['the empty password', () => pem, ''],
    [
      'a byte of the ciphertext changed',
      () => changed((box) => (box.ciphertext = flipped(box.ciphertext))),
      PASSWORD,
    ],
    ['another nonce', () => changed((box) => (box.cipher.nonce = flipped(box.cipher.nonce))), PASSWORD],
    ['a nonce too short', () => changed((box) => (box.cipher.nonce = 'AAAA')), PASSWORD],
    ['no salt', () => changed((box) => (box.kdf.salt = '')), PASSWORD],
    ['scrypt that takes 8 GiB', () => changed((box) => (box.kdf.params.N = 2 ** 23)), PASSWORD],
    ['scrypt with a large r', () => changed((box) => (box.kdf.params.r = 1024)), PASSWORD],
    ['scrypt that never ends', () => changed((box) => (box.kdf.params.p = 1_000_000)), PASSWORD],
    ['scrypt that is no work', () => changed((box) => (box.kdf.params.N = 2)), PASSWORD],
    ['parameters that are texts', () => changed((box) => (box.kdf.params.N = '65536')), PASSWORD],
    ['another derivation', () => changed((box) => (box.kdf.name = 'pbkdf2')), PASSWORD],
    ['another cipher', () => changed((box) => (box.cipher.name = 'aes')), PASSWORD],
    [
      'no JSON',
      () =>
        '-----BEGIN ENCRYPTED SIGSTORE PRIVATE KEY-----\nAAAA\n-----END ENCRYPTED SIGSTORE PRIVATE KEY-----\n',
      PASSWORD,
    ],
    ['an end that is missing', () => pem.slice(0, 200), PASSWORD],
    ['two keys', () => pem + pem, PASSWORD],
  ];
  for (const [why, text, password] of refused) {
    it(`is refused with ${why}, at once, and neither the key nor the password is told`, async () => {
      const began = Date.now();
      await assert.rejects(decryptKey(text(), password, 'my.key'), (error) => {
        assert.ok(error instanceof CountersignError);
        assert.equal(error.code, 'KEY_INVALID');
        assert.match(error.message, /my\.key/);
        const told = `${error.message}${error.remedy}${String(error.cause)}`;
        assert.ok(!told.includes(PASSWORD) && !told.includes('open sesam'));
        assert.ok(!told.includes(pem.split('\n')[1] ?? '?'));
        return true;
      });
      assert.ok(Date.now() - began < 3000);
    });
  }
});
