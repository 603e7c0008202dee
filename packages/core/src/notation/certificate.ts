import { X509Certificate, type KeyObject } from 'node:crypto';
import { MAX_CERTIFICATE_BYTES } from '../limits.js';
import {
  BIT_STRING,
  BOOLEAN,
  context,
  expect,
  inside,
  INTEGER,
  oidOf,
  readDer,
  SEQUENCE,
  smallInteger,
  timeOf,
  type Der,
} from './der.js';
import { isSoundSignature } from './certificate-signature.js';
import { readName, type NameAttribute } from './distinguished-name.js';

/** What the rules of the Notary Project look at in an X.509 certificate. */
export interface Certificate {
  readonly raw: Buffer;
  /** For its signature. */
  readonly x509: X509Certificate;
  readonly publicKey: KeyObject;
  /** DER of the names, as they are compared. */
  readonly subject: Buffer;
  readonly issuer: Buffer;
  readonly subjectAttributes: readonly NameAttribute[];
  readonly serialNumber: Buffer;
  readonly notBefore: Date;
  readonly notAfter: Date;
  /** Whether the certificate itself is signed by an algorithm that is trusted ({@link isSoundSignature}). */
  readonly hasSoundSignature: boolean;
  /** By object identifier; each stands once. */
  readonly extensions: ReadonlyMap<string, Extension>;
  readonly basicConstraints: { readonly ca: boolean; readonly pathLength: number | undefined } | undefined;
  /** Bit numbers (RFC 5280 4.2.1.3). */
  readonly keyUsage: ReadonlySet<number> | undefined;
  readonly extendedKeyUsage: readonly string[] | undefined;
}

interface Extension {
  readonly critical: boolean;
  readonly value: Buffer;
}

export const NAME_CONSTRAINTS = '2.5.29.30';
export const BASIC_CONSTRAINTS = '2.5.29.19';
export const KEY_USAGE = '2.5.29.15';
export const EXTENDED_KEY_USAGE = '2.5.29.37';

/** Reads one certificate in DER with nothing behind it. Throws an error that says what is wrong, without a code. */
export function readCertificate(der: Uint8Array): Certificate {
  if (der.length > MAX_CERTIFICATE_BYTES) throw new Error(`it has more than ${MAX_CERTIFICATE_BYTES} bytes`);
  const raw = Buffer.from(der);
  const whole = readDer(raw, SEQUENCE);
  const x509 = new X509Certificate(raw);
  const [signedPart, algorithm] = inside(whole);
  const [version, ...members] = inside(expect(signedPart, SEQUENCE));
  // RFC 5280 4.1.2.1: extensions need version 3, and all that is demanded here stands in extensions.
  if (version?.tag !== context(0) || smallInteger(inside(version)[0]) !== 2) {
    throw new Error('it is not of version 3');
  }
  const [serialNumber, , issuer, validity, subject, , ...optional] = members;
  const [notBefore, notAfter] = inside(expect(validity, SEQUENCE));
  const extensions = readExtensions(optional.find(({ tag }) => tag === context(3)));
  return {
    raw,
    x509,
    publicKey: keyOf(x509),
    subject: expect(subject, SEQUENCE).raw,
    issuer: expect(issuer, SEQUENCE).raw,
    subjectAttributes: readName(expect(subject, SEQUENCE)),
    serialNumber: expect(serialNumber, INTEGER).contents,
    notBefore: timeOf(notBefore),
    notAfter: timeOf(notAfter),
    hasSoundSignature: isSoundSignature(expect(algorithm, SEQUENCE)),
    extensions,
    basicConstraints: basicConstraintsOf(extensions.get(BASIC_CONSTRAINTS)),
    keyUsage: keyUsageOf(extensions.get(KEY_USAGE)),
    extendedKeyUsage: extendedKeyUsageOf(extensions.get(EXTENDED_KEY_USAGE)),
  };
}

/** As programs in Go have it; a longer exponent makes each look at a signature of this key cost as much as signing. */
const MAX_RSA_EXPONENT = 2n ** 31n - 1n;

function keyOf(x509: X509Certificate): KeyObject {
  let key: KeyObject;
  try {
    key = x509.publicKey;
  } catch (cause) {
    throw new Error('its public key is of a kind that is not known', { cause });
  }
  if ((key.asymmetricKeyDetails?.publicExponent ?? 0n) > MAX_RSA_EXPONENT) {
    throw new Error('its RSA key has an exponent that is too large');
  }
  return key;
}

/** Whether two certificates are the same bytes. */
export const isSame = (one: Certificate, other: Certificate): boolean => one.raw.equals(other.raw);

function readExtensions(field: Der | undefined): ReadonlyMap<string, Extension> {
  const found = new Map<string, Extension>();
  if (field === undefined) return found;
  for (const extension of inside(expect(inside(field)[0], SEQUENCE))) {
    const [name, ...rest] = inside(expect(extension, SEQUENCE));
    const flag = rest[0]?.tag === BOOLEAN ? rest.shift() : undefined;
    const [value, ...more] = rest;
    const oid = oidOf(name);
    if (more.length > 0) throw new Error(`its extension ${oid} has too many parts`);
    if (found.has(oid)) throw new Error(`it holds the extension ${oid} twice`);
    found.set(oid, { critical: flag !== undefined && isTrue(flag), value: expect(value, 0x04).contents });
  }
  return found;
}

function basicConstraintsOf(extension: Extension | undefined): Certificate['basicConstraints'] {
  if (extension === undefined) return undefined;
  const parts = [...inside(readDer(extension.value, SEQUENCE))];
  const flag = parts[0]?.tag === BOOLEAN ? parts.shift() : undefined;
  const ca = flag !== undefined && isTrue(flag);
  const [length, ...more] = parts;
  if (more.length > 0) throw new Error('its basic constraints have too many parts');
  return { ca, pathLength: length === undefined ? undefined : smallInteger(length) };
}

/** DER writes true as one byte, and never writes false where it is the default. */
function isTrue({ contents }: Der): boolean {
  if (contents.length === 1 && contents[0] === 0xff) return true;
  throw new Error('a boolean of it is not true in DER');
}

function keyUsageOf(extension: Extension | undefined): ReadonlySet<number> | undefined {
  if (extension === undefined) return undefined;
  const { contents } = readDer(extension.value, BIT_STRING);
  const bits = new Set<number>();
  for (const [at, byte] of contents.subarray(1).entries()) {
    for (let bit = 0; bit < 8; bit += 1) if ((byte & (0x80 >> bit)) !== 0) bits.add(8 * at + bit);
  }
  return bits;
}

const extendedKeyUsageOf = (extension: Extension | undefined): readonly string[] | undefined =>
  extension && inside(readDer(extension.value, SEQUENCE)).map(oidOf);
