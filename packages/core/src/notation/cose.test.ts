import assert from 'node:assert/strict';
import { describe, it } from '@jest/globals';
import { made, verified, codeOf, forged } from './envelope-fixture.js';

describe('a COSE envelope', () => {
  const head = Buffer.from('d284', 'hex');
  const hostile: readonly (readonly [what: string, change: (bytes: Buffer) => Buffer])[] = [
    ['without its tag', (bytes) => bytes.subarray(1)],
    ['under another tag', (bytes) => Buffer.concat([Buffer.from('d1', 'hex'), bytes.subarray(1)])],
    [
      'of indefinite length',
      (bytes) => Buffer.concat([Buffer.from('d29f', 'hex'), bytes.subarray(2), Buffer.from('ff', 'hex')]),
    ],
    [
      'whose length is not the shortest',
      (bytes) => Buffer.concat([Buffer.from('d29804', 'hex'), bytes.subarray(2)]),
    ],
    [
      'with a fifth part',
      (bytes) => Buffer.concat([Buffer.from('d285', 'hex'), bytes.subarray(2), Buffer.of(0xf6)]),
    ],
    ['nested without end', () => Buffer.concat([head, Buffer.alloc(1_000_000, 0x81)])],
  ];
  for (const [what, change] of hostile) {
    it(`${what} is refused`, async () => {
      const bytes = await made('cose');
      assert.ok(bytes.subarray(0, 2).equals(head));
      assert.equal(await codeOf(verified('cose', change(bytes))), 'NOTATION_MALFORMED');
    });
  }

  it('with a key twice in its protected header is refused', async () => {
    // A map of six whose last key is the first again; the signature is of no matter, the form comes first.
    const bytes = forged('cose');
    const text = bytes.toString('latin1');
    const at = text.indexOf('\u00a5\u0001');
    assert.ok(at > 0);
    const length = bytes.readUInt8(at - 1);
    const longer = Buffer.concat([
      bytes.subarray(0, at - 1),
      Buffer.of(length + 2, 0xa6),
      bytes.subarray(at + 1, at + length),
      Buffer.of(0x01, 0x26),
      bytes.subarray(at + length),
    ]);
    assert.equal(await codeOf(verified('cose', longer)), 'NOTATION_MALFORMED');
  });
});

describe('the signed header of a COSE envelope', () => {
  // In it [label 1, -7] stands as 01 26; what is put in its place is signed.
  const replaced = (by: string) => (header: Buffer) =>
    Buffer.from(header.toString('hex').replace(/^a50126/, by), 'hex');
  it('is accepted with a label of nobody, so that the following are refused for what they are', async () => {
    const bytes = forged('cose', { rewrite: replaced('a60126617801') });
    assert.equal(await codeOf(verified('cose', bytes)), 'accepted');
  });
  for (const [what, by] of [
    ['a float for a label', 'a5f93c0026'],
    ['a float for the algorithm', 'a501f9c700'],
    ['a label that is a byte string', 'a60126414101'],
    ['a label that is a list', 'a60126818001'],
    ['a label that is not UTF-8', 'a6012661ff01'],
    ['not a number', 'a601266178f97e00'],
    ['undefined', 'a601266178f7'],
    ['a tag', 'a601266178c24101'],
    ['a number that is too large', 'a6012661781bffffffffffffffff'],
    ['a label that is longer than needed', 'a6012678017801'],
  ] as const) {
    it(`is refused with ${what}`, async () => {
      const bytes = forged('cose', { rewrite: replaced(by) });
      assert.equal(await codeOf(verified('cose', bytes)), 'NOTATION_MALFORMED');
    });
  }
});
