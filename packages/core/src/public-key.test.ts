import assert from 'node:assert/strict';
import { generateKeyPairSync, sign, verify } from 'node:crypto';
import { describe, it } from '@jest/globals';
import { parsePublicKey } from './public-key.js';

const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const spki = publicKey.export({ type: 'spki', format: 'der' });
const pemOf = (der: Buffer): string =>
  `-----BEGIN PUBLIC KEY-----\n${der.toString('base64')}\n-----END PUBLIC KEY-----\n`;

/** The same key, its point compressed (SEC 1, 2.3.3). */
function compressed(): Buffer {
  const parity = 2 + ((spki.at(-1) ?? 0) & 1);
  const algorithm = spki.subarray(2, spki.length - 68);
  const point = Buffer.concat([Buffer.from([0x03, 34, 0, parity]), spki.subarray(-64, -32)]);
  return Buffer.concat([Buffer.from([0x30, algorithm.length + point.length]), algorithm, point]);
}

describe('a public key whose point is compressed', () => {
  it('is the key that it is, with the hint that signatures of it have', () => {
    const whole = parsePublicKey(pemOf(spki));
    const short = parsePublicKey(pemOf(compressed()));
    assert.equal(short.hint, whole.hint);
    assert.deepEqual(short.key.export({ type: 'spki', format: 'der' }), spki);
    const signature = sign('sha256', Buffer.from('a'), privateKey);
    assert.ok(verify('sha256', Buffer.from('a'), short.key, signature));
  });

  it('is none where no point has that coordinate', () => {
    const der = compressed();
    der.fill(0xff, der.length - 32);
    assert.throws(() => parsePublicKey(pemOf(der), 'x.pub'), { code: 'KEY_INVALID', message: /x\.pub/ });
  });
});
