import { constants, createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';
import { DAY_MS } from '../runtime.js';
import { readCertificate, type Certificate } from './certificate.js';

/* Certificates and timestamps of tests, written byte by byte, so that each rule can be broken alone. */

export const NOW = new Date('2026-05-01T12:00:00Z');

/** An element of DER. */
export function der(tag: number, ...parts: readonly Uint8Array[]): Buffer {
  const contents = Buffer.concat(parts);
  const { length } = contents;
  const head =
    length < 0x80
      ? [length]
      : length < 0x100
        ? [0x81, length]
        : length < 0x10000
          ? [0x82, length >> 8, length & 0xff]
          : [0x83, length >> 16, (length >> 8) & 0xff, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...head]), contents]);
}

function oid(text: string): Buffer {
  const [first = 0, second = 0, ...rest] = text.split('.').map(Number);
  const bytes = [40 * first + second, ...rest].flatMap((arc) => {
    const digits = [arc & 0x7f];
    for (let left = arc >>> 7; left > 0; left >>>= 7) digits.unshift(0x80 | (left & 0x7f));
    return digits;
  });
  return der(0x06, Buffer.from(bytes));
}

const sequence = (...parts: readonly Uint8Array[]): Buffer => der(0x30, ...parts);
const integer = (bytes: Uint8Array): Buffer => der(0x02, bytes);
const TRUE = der(0x01, Buffer.of(0xff));

export interface Extension {
  readonly oid: string;
  readonly critical?: boolean;
  readonly value: Uint8Array;
}

/** `bits`: their numbers in RFC 5280 4.2.1.3; 0 is digitalSignature, 5 keyCertSign. */
export function keyUsage(bits: readonly number[], critical = true): Extension {
  const bytes = [0, 0];
  for (const bit of bits) bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) | (0x80 >> (bit & 7));
  return { oid: '2.5.29.15', critical, value: der(0x03, Buffer.from([0, ...bytes])) };
}

export const basicConstraints = (ca: boolean, pathLength?: number, critical = true): Extension => ({
  oid: '2.5.29.19',
  critical,
  value: sequence(
    ...(ca ? [TRUE] : []),
    ...(pathLength === undefined ? [] : [integer(Buffer.of(pathLength))]),
  ),
});

export const extendedKeyUsage = (uses: readonly string[], critical = false): Extension => ({
  oid: '2.5.29.37',
  critical,
  value: sequence(...uses.map(oid)),
});

export const CODE_SIGNING = '1.3.6.1.5.5.7.3.3';
const TIME_STAMPING = '1.3.6.1.5.5.7.3.8';
export const LEAF: readonly Extension[] = [keyUsage([0]), extendedKeyUsage([CODE_SIGNING])];
export const AUTHORITY: readonly Extension[] = [keyUsage([5]), basicConstraints(true)];
export const TSA_LEAF: readonly Extension[] = [keyUsage([0]), extendedKeyUsage([TIME_STAMPING], true)];

export interface Issued extends Certificate {
  readonly privateKey: KeyObject;
}

export interface Request {
  readonly name: string;
  /** undefined: it issues itself. */
  readonly issuer?: Issued;
  readonly extensions: readonly Extension[];
  readonly key?: KeyPair;
  readonly notBefore?: Date;
  readonly notAfter?: Date;
  /** The hash of a signature by RSA-PSS; its parameters name it as the mask's too, but for SHA-1, which is their default. */
  readonly pss?: 'sha1' | 'sha256';
  /** The names that go before the common name. */
  readonly subject?: readonly (readonly [oid: string, value: string])[];
}

type KeyPair = ReturnType<typeof ecKey>;
export const ecKey = (namedCurve = 'P-256') => generateKeyPairSync('ec', { namedCurve });
export const rsaKey = (modulusLength: number) => generateKeyPairSync('rsa', { modulusLength });

const ACME = [
  ['2.5.4.6', 'US'],
  ['2.5.4.8', 'WA'],
  ['2.5.4.10', 'Acme, Inc'],
] as const;

export function issue(request: Request): Issued {
  const { name, issuer, extensions, key = ecKey(), subject = ACME, pss } = request;
  const { notBefore = new Date(+NOW - 10 * DAY_MS), notAfter = new Date(+NOW + 10 * DAY_MS) } = request;
  const by = issuer?.privateKey ?? key.privateKey;
  const own = nameOf([...subject, ['2.5.4.3', name]]);
  const algorithm =
    pss !== undefined
      ? sequence(oid('1.2.840.113549.1.1.10'), pssParameters(pss))
      : by.asymmetricKeyType === 'rsa'
        ? sequence(oid('1.2.840.113549.1.1.11'), der(0x05))
        : sequence(oid('1.2.840.10045.4.3.2'));
  const signedPart = sequence(
    der(0xa0, integer(Buffer.of(2))),
    integer(Buffer.concat([Buffer.of(0x41), randomBytes(15)])),
    algorithm,
    issuer?.subject ?? own,
    sequence(utcTime(notBefore), utcTime(notAfter)),
    own,
    key.publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, sequence(...extensions.map(extensionDer))),
  );
  const signature = sign(
    pss ?? 'sha256',
    signedPart,
    pss === undefined
      ? by
      : { key: by, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_DIGEST },
  );
  const whole = sequence(signedPart, algorithm, der(0x03, Buffer.of(0), signature));
  return { ...readCertificate(whole), privateKey: key.privateKey };
}

function pssParameters(hash: 'sha1' | 'sha256'): Buffer {
  if (hash === 'sha1') return sequence();
  const sha256 = sequence(oid('2.16.840.1.101.3.4.2.1'));
  return sequence(
    der(0xa0, sha256),
    der(0xa1, sequence(oid('1.2.840.113549.1.1.8'), sha256)),
    der(0xa2, integer(Buffer.of(32))),
  );
}

const nameOf = (attributes: readonly (readonly [string, string])[]): Buffer =>
  sequence(
    ...attributes.map(([type, value]) =>
      der(0x31, sequence(oid(type), der(type === '2.5.4.6' ? 0x13 : 0x0c, Buffer.from(value)))),
    ),
  );

const extensionDer = ({ oid: name, critical = false, value }: Extension): Buffer =>
  sequence(oid(name), ...(critical ? [TRUE] : []), der(0x04, value));

const digits = (time: Date): string => time.toISOString().replaceAll(/[-:T]|\.\d{3}/g, '');
const utcTime = (time: Date): Buffer => der(0x17, Buffer.from(digits(time).slice(2)));

/** Name constraints that permit what lies below one name of this kind: 4 is a directory name, 2 a DNS name. */
export const nameConstraints = (kind: 2 | 4, name: Uint8Array): Extension => ({
  oid: '2.5.29.30',
  critical: true,
  value: sequence(der(0xa0, sequence(der(kind === 4 ? 0xa4 : 0x82, name)))),
});

/** A root, an intermediate and a leaf, leaf first. */
export function issueChain(key = ecKey()): readonly [leaf: Issued, intermediate: Issued, root: Issued] {
  const root = issue({ name: 'root', extensions: [keyUsage([5]), basicConstraints(true, 1)] });
  const intermediate = issue({
    name: 'intermediate',
    issuer: root,
    extensions: [keyUsage([5]), basicConstraints(true, 0)],
  });
  return [issue({ name: 'leaf', issuer: intermediate, extensions: LEAF, key }), intermediate, root];
}

export const pemOf = (chain: readonly Certificate[]): Buffer =>
  Buffer.from(chain.map(({ x509 }) => x509.toString()).join(''));

export interface TokenRequest {
  readonly signature: Uint8Array;
  readonly signer: Issued;
  /** What comes along, beside the signer's. */
  readonly certificates?: readonly Certificate[];
  readonly time?: Date;
  readonly hash?: 'sha256' | 'sha384';
  /** Whose hash the signed attribute tells: the signer's, unless said. */
  readonly named?: Certificate;
}

/** A TimeStampToken (RFC 3161) as an authority makes it. */
export function timestampToken(request: TokenRequest): Buffer {
  const { signature, signer, certificates = [], time = NOW, hash = 'sha256', named = signer } = request;
  const algorithm = sequence(oid(hash === 'sha256' ? '2.16.840.1.101.3.4.2.1' : '2.16.840.1.101.3.4.2.2'));
  const sha256 = sequence(oid('2.16.840.1.101.3.4.2.1'));
  const info = sequence(
    integer(Buffer.of(1)),
    oid('1.2.3.4'),
    sequence(algorithm, der(0x04, createHash(hash).update(signature).digest())),
    integer(Buffer.of(7)),
    der(0x18, Buffer.from(digits(time))),
    sequence(integer(Buffer.of(1))),
  );
  const attribute = (type: string, value: Uint8Array): Buffer => sequence(oid(type), der(0x31, value));
  const attributes = Buffer.concat([
    attribute('1.2.840.113549.1.9.3', oid('1.2.840.113549.1.9.16.1.4')),
    attribute('1.2.840.113549.1.9.4', der(0x04, createHash('sha256').update(info).digest())),
    attribute(
      '1.2.840.113549.1.9.16.2.47',
      sequence(sequence(sequence(der(0x04, createHash('sha256').update(named.raw).digest())))),
    ),
  ]);
  const signed = sign('sha256', der(0x31, attributes), signer.privateKey);
  const signerInfo = sequence(
    integer(Buffer.of(1)),
    sequence(signer.issuer, integer(signer.serialNumber)),
    sha256,
    der(0xa0, attributes),
    sequence(oid('1.2.840.10045.4.3.2')),
    der(0x04, signed),
  );
  const signedData = sequence(
    integer(Buffer.of(3)),
    der(0x31, sha256),
    sequence(oid('1.2.840.113549.1.9.16.1.4'), der(0xa0, der(0x04, info))),
    der(0xa0, signer.raw, ...certificates.map(({ raw }) => raw)),
    der(0x31, signerInfo),
  );
  return sequence(oid('1.2.840.113549.1.7.2'), der(0xa0, signedData));
}
