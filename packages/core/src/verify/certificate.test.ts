import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { describe, it } from '@jest/globals';
import { readCertificate } from './certificate.js';
import { parseCertificate } from './parse.js';
import { asVerdict } from './verdict.js';

// Certificates as no honest authority issues them, so their DER (RFC 5280, section 4.1) is put together by hand.
function der(tag: number, ...parts: readonly Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  const { length } = content;
  const head =
    length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...head]), content]);
}
const sequence = (...parts: readonly Buffer[]) => der(0x30, ...parts);
const ascii = (tag: number, text: string) => der(tag, Buffer.from(text, 'latin1'));
const oid = (hex: string) => der(0x06, Buffer.from(hex, 'hex'));
const extension = (id: Buffer, value: Buffer, critical = false) =>
  sequence(id, ...(critical ? [der(0x01, Buffer.from([0xff]))] : []), der(0x04, value));

const EMAIL = 0x81;
const URI = 0x86;
const IDENTITY = 'https://github.com/acme/app/.github/workflows/release.yml@refs/heads/main';
const san = (...names: readonly Buffer[]) => extension(oid('551d11'), sequence(...names), true);
const usage = (hex = '2b06010505070303') => extension(oid('551d25'), sequence(oid(hex)));
const fulcio = (number: number, value: Buffer) => {
  const arc = number < 0x80 ? number.toString(16).padStart(2, '0') : '';
  return extension(oid(`2b0601040183bf30 01${arc}`.replaceAll(' ', '')), value);
};
const issuer = (text = 'https://issuer.example') => fulcio(8, ascii(0x0c, text));

const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const SPKI = publicKey.export({ type: 'spki', format: 'der' });
function read(...extensions: readonly Buffer[]) {
  const algorithm = sequence(oid('2a8648ce3d040302'));
  const time = (text: string) => ascii(0x18, text);
  const body = sequence(
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, Buffer.from([1])),
    algorithm,
    sequence(),
    sequence(time('20260101000000Z'), time('20360101000000Z')),
    sequence(),
    SPKI,
    der(0xa3, sequence(...extensions)),
  );
  const bytes = sequence(body, algorithm, der(0x03, Buffer.from([0, 1])));
  return asVerdict(() => readCertificate(parseCertificate(bytes)));
}

describe('A signing certificate', () => {
  it('names who signed, in a URI or an e-mail address', () => {
    const { identity, facts } = read(usage(), san(ascii(URI, IDENTITY)), issuer());
    assert.deepEqual([identity, facts.issuer], [IDENTITY, 'https://issuer.example']);
    assert.equal(read(usage(), san(ascii(EMAIL, 'dev@acme.example'))).identity, 'dev@acme.example');
  });

  it('goes by the issuer in .8 where an old one beside it says something else', () => {
    const { facts } = read(usage(), san(ascii(URI, IDENTITY)), fulcio(1, Buffer.from('https://x')), issuer());
    assert.equal(facts.issuer, 'https://issuer.example');
    assert.equal(
      read(usage(), san(ascii(URI, IDENTITY)), fulcio(1, Buffer.from('https://x'))).facts.issuer,
      'https://x',
    );
  });

  const name = ascii(URI, IDENTITY);
  const refused: readonly (readonly [what: string, ...extensions: Buffer[]])[] = [
    ['no subject alternative name', usage()],
    ['two names', usage(), san(name, ascii(EMAIL, 'dev@acme.example'))],
    ['no name in its list', usage(), san()],
    ['a list of names twice', usage(), san(name), san(ascii(URI, 'https://evil.example'))],
    [
      'a second list of names behind the first',
      usage(),
      extension(oid('551d11'), Buffer.concat([sequence(name), sequence(ascii(EMAIL, 'a@b.c'))])),
    ],
    [
      'bytes behind the list of names',
      usage(),
      extension(oid('551d11'), Buffer.concat([sequence(name), Buffer.from([0])])),
    ],
    ['a name that is a host', usage(), san(ascii(0x82, 'acme.example'))],
    ['a name of another form', usage(), san(der(0xa0, oid('2b0601'), der(0xa0, ascii(0x0c, 'root'))))],
    ['a name inside a name', usage(), san(der(0xa6, ascii(0x16, IDENTITY)))],
    ['an empty name', usage(), san(ascii(URI, ''))],
    ['a name with a line end', usage(), san(ascii(URI, `${IDENTITY}\n`))],
    ['a name with a NUL', usage(), san(ascii(EMAIL, 'dev@acme.example\0.evil.example'))],
    ['a name with a space', usage(), san(ascii(EMAIL, 'dev @acme.example'))],
    ['a name beyond ASCII', usage(), san(ascii(EMAIL, 'd\u00e9v@acme.example'))],
    [
      'an issuer with bytes behind it',
      usage(),
      san(name),
      fulcio(8, Buffer.concat([ascii(0x0c, 'https://i'), Buffer.from('x')])),
    ],
    ['an issuer that is no UTF8String', usage(), san(name), fulcio(8, ascii(0x16, 'https://i'))],
    [
      'an issuer without an end',
      usage(),
      san(name),
      fulcio(8, Buffer.concat([Buffer.from([0x0c, 0x80]), Buffer.alloc(128, 0x61)])),
    ],
    [
      'an issuer whose length is longer than need be',
      usage(),
      san(name),
      fulcio(8, Buffer.from([0x0c, 0x81, 1, 0x61])),
    ],
    ['an issuer of no byte', usage(), san(name), fulcio(8, Buffer.alloc(0))],
    ['an issuer that is no UTF-8', usage(), san(name), fulcio(8, Buffer.from([0x0c, 1, 0xff]))],
    ['its issuer twice', usage(), san(name), issuer(), issuer('https://evil.example')],
    ['no purpose', san(name), issuer()],
    ['the purpose of a server', usage('2b06010505070301'), san(name), issuer()],
    [
      'a critical extension that nobody knows',
      usage(),
      san(name),
      extension(oid('2a0304'), Buffer.from([5, 0]), true),
    ],
    [
      'the rights of an authority',
      usage(),
      san(name),
      extension(oid('551d13'), sequence(der(0x01, Buffer.from([0xff]))), true),
    ],
  ];
  for (const [what, ...extensions] of refused) {
    it(`is refused with ${what}`, () => {
      assert.throws(() => read(...extensions), { fault: 'rejection' });
    });
  }
});
