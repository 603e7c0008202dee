import assert from 'node:assert/strict';
import { createPrivateKey, generateKeyPairSync, sign } from 'node:crypto';
import { describe, it } from '@jest/globals';
import { crc32c } from './crc32c.js';
import { ecdsaDer } from './ecdsa-der.js';
import { kmsSchemeOf, shownUri } from './uri.js';

describe('crc32c', () => {
  it('is that of RFC 3720, appendix B.4', () => {
    assert.equal(crc32c(Buffer.alloc(32)), 0x8a9136aa);
    assert.equal(crc32c(Buffer.alloc(32, 0xff)), 0x62a8ab43);
    assert.equal(crc32c(Buffer.from('123456789')), 0xe3069283);
    assert.equal(crc32c(Buffer.alloc(0)), 0);
  });
});

describe('r and s in DER', () => {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const key = createPrivateKey(privateKey.export({ type: 'pkcs8', format: 'pem' }));

  it('verify as the signature that they are', async () => {
    const { verify } = await import('node:crypto');
    for (let round = 0; round < 300; round += 1) {
      const message = Buffer.from(String(round));
      const der = ecdsaDer(sign('sha256', message, { key, dsaEncoding: 'ieee-p1363' }));
      assert.ok(verify('sha256', message, { key, dsaEncoding: 'der' }, der));
    }
  });

  it('are the shortest positive numbers', () => {
    const raw = Buffer.concat([Buffer.alloc(31), Buffer.from([0x80]), Buffer.alloc(31), Buffer.from([0x7f])]);
    assert.equal(ecdsaDer(raw).toString('hex'), '300702020080' + '02017f');
    assert.equal(ecdsaDer(Buffer.alloc(64)).toString('hex'), '3006020100020100');
  });

  it('are refused in another length', () => {
    for (const length of [0, 63, 65, 96]) assert.throws(() => ecdsaDer(Buffer.alloc(length)), /r and s/);
  });
});

describe('the scheme of a key', () => {
  for (const [text, scheme] of [
    ['awskms:///alias/a', 'awskms'],
    ['my-hsm://x', 'my-hsm'],
    ['env://KEY', undefined],
    ['key.pem', undefined],
    ['./a://b', undefined],
    ['C://keys/key.pem', undefined],
    ['/etc/keys/a', undefined],
  ] as const) {
    it(`of ${text} is ${String(scheme)}`, () => {
      assert.equal(kmsSchemeOf(text), scheme);
    });
  }

  it('is all that is shown of a URI with a password or a PIN', () => {
    assert.equal(shownUri('awskms://a:b@c/d'), 'awskms://...');
    assert.equal(shownUri('pkcs11tool://token=a?pin-value=1234'), 'pkcs11tool://...');
    assert.equal(shownUri('pkcs11tool://token=a;pin-value=1234'), 'pkcs11tool://...');
    for (const uri of ['pkcs11tool://slot-1/release', 'hashivault://shipping-secret'])
      assert.equal(shownUri(uri), uri);
    assert.equal(shownUri('openbao://a\u202eb'), 'openbao://...');
  });
});
