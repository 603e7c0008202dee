import { MAX_CERTIFICATES_IN_TIMESTAMP } from '../limits.js';
import { readCertificate, type Certificate } from './certificate.js';
import {
  context,
  expect,
  inside,
  INTEGER,
  OCTET_STRING,
  oidOf,
  readDer,
  SEQUENCE,
  SET,
  smallInteger,
  timeOf,
  type Der,
} from './der.js';

/** A TimeStampToken as it says of itself: nothing of it is verified. */
export interface SignedToken {
  /** DER of the TSTInfo. */
  readonly content: Buffer;
  readonly certificates: readonly Certificate[];
  readonly signedAttributes: ReadonlyMap<string, Der>;
  /** What the signature is over. */
  readonly signedBytes: Buffer;
  readonly digestAlgorithm: string;
  readonly signatureAlgorithm: string;
  readonly signature: Buffer;
  readonly signerIssuer: Buffer;
  readonly signerSerial: Buffer;
}

/** What a TSTInfo says. */
export interface TimestampInfo {
  /** `algorithm`: an object identifier in dotted form. */
  readonly imprint: { readonly algorithm: string; readonly digest: Buffer };
  readonly time: Date;
  readonly accuracyMs: number;
}

const SIGNED_DATA = '1.2.840.113549.1.7.2';
export const TST_INFO = '1.2.840.113549.1.9.16.1.4';
/** ETSI's baseline policy: it promises one second where the token tells no accuracy (trust policy specification). */
const BASELINE_POLICY = '0.4.0.2023.1.1';

/** CMS SignedData (RFC 5652 5.1) with one signer, as RFC 3161 2.4.2 demands. Throws an error that says what is wrong, without a code. */
export function readToken(bytes: Uint8Array): SignedToken {
  const [type, wrapped] = inside(readDer(bytes, SEQUENCE));
  if (oidOf(type) !== SIGNED_DATA) throw new Error('it holds no signed data');
  const [, , encapsulated, ...rest] = inside(expect(inside(expect(wrapped, context(0)))[0], SEQUENCE));
  const [contentType, content] = inside(expect(encapsulated, SEQUENCE));
  if (oidOf(contentType) !== TST_INFO) throw new Error('it holds no TSTInfo');
  const certificates = rest.find(({ tag }) => tag === context(0));
  const [signer, ...others] = inside(expect(rest.at(-1), SET));
  if (others.length > 0) throw new Error('it has several signers');
  const [version, identifier, digestAlgorithm, ...tail] = inside(expect(signer, SEQUENCE));
  if (smallInteger(version) !== 1) throw new Error('its signer is not named by issuer and serial number');
  const [attributes, signatureAlgorithm, signature] = tail;
  const [issuer, serial] = inside(expect(identifier, SEQUENCE));
  const signedAttributes = expect(attributes, context(0));
  const all = inside(expect(certificates, context(0)));
  if (all.length > MAX_CERTIFICATES_IN_TIMESTAMP) throw new Error('it holds too many certificates');
  return {
    content: expect(inside(expect(content, context(0)))[0], OCTET_STRING).contents,
    certificates: all.map(({ raw }) => readCertificate(raw)),
    signedAttributes: readAttributes(signedAttributes),
    // RFC 5652 5.4: the attributes are signed as a SET, not under the tag that they stand under.
    signedBytes: Buffer.concat([Buffer.of(SET), signedAttributes.raw.subarray(1)]),
    digestAlgorithm: oidOf(inside(expect(digestAlgorithm, SEQUENCE))[0]),
    signatureAlgorithm: oidOf(inside(expect(signatureAlgorithm, SEQUENCE))[0]),
    signature: expect(signature, OCTET_STRING).contents,
    signerIssuer: expect(issuer, SEQUENCE).raw,
    signerSerial: expect(serial, INTEGER).contents,
  };
}

/** DER of a TSTInfo (RFC 3161 2.4.2). Throws an error that says what is wrong, without a code. */
export function readInfo(der: Buffer): TimestampInfo {
  const [version, policy, imprint, , time, ...rest] = inside(readDer(der, SEQUENCE));
  if (smallInteger(version) !== 1) throw new Error('TSTInfo is not of version 1');
  const [algorithm, digest] = inside(expect(imprint, SEQUENCE));
  const accuracy = rest.find(({ tag }) => tag === SEQUENCE);
  return {
    imprint: {
      algorithm: oidOf(inside(expect(algorithm, SEQUENCE))[0]),
      digest: expect(digest, OCTET_STRING).contents,
    },
    time: timeOf(expect(time, 0x18)),
    accuracyMs: accuracyOf(accuracy) || (oidOf(policy) === BASELINE_POLICY ? 1000 : 0),
  };
}

function readAttributes(field: Der): ReadonlyMap<string, Der> {
  const attributes = new Map<string, Der>();
  for (const attribute of inside(field)) {
    const [type, values] = inside(expect(attribute, SEQUENCE));
    const [value, ...more] = inside(expect(values, SET));
    const oid = oidOf(type);
    if (value === undefined || more.length > 0 || attributes.has(oid)) {
      throw new Error(`the attribute ${oid} does not have one value`);
    }
    attributes.set(oid, value);
  }
  return attributes;
}

/** Rounded up to milliseconds: what cannot be told apart must not be narrower than it is. */
function accuracyOf(accuracy: Der | undefined): number {
  if (accuracy === undefined) return 0;
  const part = (tag: number): number => {
    const found = inside(accuracy).find((each) => each.tag === tag);
    return found === undefined ? 0 : smallInteger({ ...found, tag: INTEGER });
  };
  return 1000 * part(INTEGER) + part(0x80) + Math.ceil(part(0x81) / 1000);
}

/** The token in a TimeStampResp that a timestamp authority granted. Throws NotDer. */
export const tokenOf = (response: Uint8Array): Buffer =>
  expect(inside(readDer(response, SEQUENCE))[1], SEQUENCE).raw;
