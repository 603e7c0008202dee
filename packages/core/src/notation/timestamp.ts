import { createHash, constants, verify } from 'node:crypto';
import { MAX_CERTIFICATES_IN_CHAIN, MAX_TIMESTAMP_BYTES, MAX_WITNESSES_PER_CLAIM } from '../limits.js';
import { CountersignError } from '../errors.js';
import { isSame, readCertificate, type Certificate } from './certificate.js';
import { checkChain, invalidAt, isIssuedBy, nameOf } from './chain.js';
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
import { rejection } from './rejection.js';

/** What a timestamp authority vouches for: the signature was there between these two times. */
export interface VerifiedTimestamp {
  readonly earliest: Date;
  readonly latest: Date;
  /** The authority's certificates, leaf first. */
  readonly chain: readonly Certificate[];
}

/**
 * Verifies an RFC 3161 TimeStampToken over `signature` against the roots of `tsa` trust stores: imprint, the authority's
 * signature, the one certificate that it names (RFC 5816), and its chain at the time that it tells. Throws TIMESTAMP_INVALID.
 */
export function verifyTimestamp(
  token: Uint8Array,
  signature: Uint8Array,
  roots: readonly Certificate[],
): VerifiedTimestamp {
  try {
    return verifyToken(token, signature, roots);
  } catch (thrown) {
    // Nobody has vouched for these bytes yet: whatever they make a parser do is a fact about them.
    throw thrown instanceof CountersignError ? thrown : invalid('cannot be verified', thrown);
  }
}

/** Whether a TimeStampToken says that it is over `signature`; who made it is not asked. */
export function isTimestampOf(token: Uint8Array, signature: Uint8Array): boolean {
  try {
    readOver(token, signature);
    return true;
  } catch {
    return false;
  }
}

function verifyToken(
  token: Uint8Array,
  signature: Uint8Array,
  roots: readonly Certificate[],
): VerifiedTimestamp {
  const { signed, info } = readOver(token, signature);
  const leaf = verifySigner(signed);
  const chain = chainTo(roots, leaf, signed.certificates);
  if (chain === undefined) {
    throw invalid(
      `was signed by ${nameOf(leaf)}, whose chain does not end in a tsa trust store of the policy`,
    );
  }
  checkAuthority(chain, info.time);
  return {
    earliest: new Date(info.time.getTime() - info.accuracyMs),
    latest: new Date(info.time.getTime() + info.accuracyMs),
    chain,
  };
}

/** The token once its imprint is that of `signature`. Throws TIMESTAMP_INVALID. */
function readOver(
  token: Uint8Array,
  signature: Uint8Array,
): { readonly signed: SignedToken; readonly info: TimestampInfo } {
  if (token.length > MAX_TIMESTAMP_BYTES) throw invalid('is too large');
  let signed: SignedToken;
  let info: TimestampInfo;
  try {
    signed = readToken(token);
    info = readInfo(signed.content);
  } catch (cause) {
    throw invalid('is no RFC 3161 token in DER', cause);
  }
  const { imprint } = info;
  const hash = HASHES.get(imprint.algorithm);
  if (hash === undefined) throw invalid('is over a hash that is not accepted');
  if (!createHash(hash).update(signature).digest().equals(imprint.digest)) {
    throw invalid('is over another signature');
  }
  return { signed, info };
}

/** The token in a TimeStampResp that a timestamp authority granted. Throws NotDer. */
export const tokenOf = (response: Uint8Array): Buffer =>
  expect(inside(readDer(response, SEQUENCE))[1], SEQUENCE).raw;

interface SignedToken {
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

interface TimestampInfo {
  readonly imprint: { readonly algorithm: string; readonly digest: Buffer };
  readonly time: Date;
  readonly accuracyMs: number;
}

const SIGNED_DATA = '1.2.840.113549.1.7.2';
const TST_INFO = '1.2.840.113549.1.9.16.1.4';
const CONTENT_TYPE = '1.2.840.113549.1.9.3';
const MESSAGE_DIGEST = '1.2.840.113549.1.9.4';
const SIGNING_CERTIFICATE_V2 = '1.2.840.113549.1.9.16.2.47';
/** ETSI's baseline policy: it promises one second where the token tells no accuracy (trust policy specification). */
const BASELINE_POLICY = '0.4.0.2023.1.1';

const HASHES: ReadonlyMap<string, 'sha256' | 'sha384' | 'sha512'> = new Map([
  ['2.16.840.1.101.3.4.2.1', 'sha256'],
  ['2.16.840.1.101.3.4.2.2', 'sha384'],
  ['2.16.840.1.101.3.4.2.3', 'sha512'],
]);

/** CMS SignedData (RFC 5652 5.1) with one signer, as RFC 3161 2.4.2 demands. */
function readToken(bytes: Uint8Array): SignedToken {
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
  if (all.length > MAX_WITNESSES_PER_CLAIM) throw new Error('it holds too many certificates');
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

function readInfo(der: Buffer): TimestampInfo {
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

/** Rounded up to milliseconds: what cannot be told apart must not be narrower than it is. */
function accuracyOf(accuracy: Der | undefined): number {
  if (accuracy === undefined) return 0;
  const part = (tag: number): number => {
    const found = inside(accuracy).find((each) => each.tag === tag);
    return found === undefined ? 0 : smallInteger({ ...found, tag: INTEGER });
  };
  return 1000 * part(INTEGER) + part(0x80) + Math.ceil(part(0x81) / 1000);
}

/** The certificate that signed, once digest, attributes and signature hold together. */
function verifySigner(token: SignedToken): Certificate {
  const leaf = token.certificates.find(
    ({ issuer, serialNumber }) =>
      issuer.equals(token.signerIssuer) && serialNumber.equals(token.signerSerial),
  );
  if (leaf === undefined) throw invalid('does not hold the certificate of its signer');
  try {
    checkAttributes(token, leaf);
  } catch (cause) {
    throw invalid('has signed attributes that do not hold', cause);
  }
  const hash = HASHES.get(token.digestAlgorithm);
  const scheme = SIGNATURES.get(token.signatureAlgorithm);
  const key = leaf.publicKey;
  if (hash === undefined || scheme === undefined || key.asymmetricKeyType !== scheme.key) {
    throw invalid('is signed by an algorithm that is not accepted');
  }
  if (!verify(scheme.hash ?? hash, token.signedBytes, { key, ...scheme.options }, token.signature)) {
    throw invalid('has a signature that does not match');
  }
  return leaf;
}

function checkAttributes(
  { signedAttributes, content, digestAlgorithm }: SignedToken,
  leaf: Certificate,
): void {
  if (oidOf(signedAttributes.get(CONTENT_TYPE)) !== TST_INFO) throw new Error('another content type');
  const hash = HASHES.get(digestAlgorithm);
  if (hash === undefined) throw new Error('a digest that is not accepted');
  const digest = expect(signedAttributes.get(MESSAGE_DIGEST), OCTET_STRING).contents;
  if (!createHash(hash).update(content).digest().equals(digest)) throw new Error('another digest');
  // ESSCertIDv2 (RFC 5816): the first names the signer's certificate by its hash, SHA-256 unless it says otherwise.
  const named = inside(expect(signedAttributes.get(SIGNING_CERTIFICATE_V2), SEQUENCE))[0];
  const [id] = inside(expect(named, SEQUENCE));
  const parts = inside(expect(id, SEQUENCE));
  const [algorithm, certificateHash] = parts[0]?.tag === SEQUENCE ? parts : [undefined, parts[0]];
  const by = algorithm === undefined ? 'sha256' : HASHES.get(oidOf(inside(algorithm)[0]));
  if (by === undefined) throw new Error('a certificate hash that is not accepted');
  const expected = createHash(by).update(leaf.raw).digest();
  if (!expected.equals(expect(certificateHash, OCTET_STRING).contents))
    throw new Error('another certificate');
}

interface SignatureScheme {
  readonly key: 'rsa' | 'ec';
  /** undefined: the digest algorithm of the signer. */
  readonly hash?: 'sha256' | 'sha384' | 'sha512';
  readonly options: { readonly padding?: number; readonly saltLength?: number };
}

const PKCS1 = { padding: constants.RSA_PKCS1_PADDING };
const SIGNATURES: ReadonlyMap<string, SignatureScheme> = new Map<string, SignatureScheme>([
  ['1.2.840.113549.1.1.1', { key: 'rsa', options: PKCS1 }],
  ['1.2.840.113549.1.1.11', { key: 'rsa', hash: 'sha256', options: PKCS1 }],
  ['1.2.840.113549.1.1.12', { key: 'rsa', hash: 'sha384', options: PKCS1 }],
  ['1.2.840.113549.1.1.13', { key: 'rsa', hash: 'sha512', options: PKCS1 }],
  ['1.2.840.10045.4.3.2', { key: 'ec', hash: 'sha256', options: {} }],
  ['1.2.840.10045.4.3.3', { key: 'ec', hash: 'sha384', options: {} }],
  ['1.2.840.10045.4.3.4', { key: 'ec', hash: 'sha512', options: {} }],
]);

/** From the leaf up to one of the roots, over certificates that the token brings. */
function chainTo(
  roots: readonly Certificate[],
  leaf: Certificate,
  others: readonly Certificate[],
): readonly Certificate[] | undefined {
  const chain = [leaf];
  for (let last = leaf; chain.length <= MAX_CERTIFICATES_IN_CHAIN;) {
    if (roots.some((root) => isSame(root, last))) return chain;
    const top = last;
    const above =
      roots.find((root) => isIssuedBy(top, root)) ??
      others.find((other) => !chain.some((known) => isSame(known, other)) && isIssuedBy(top, other));
    if (above === undefined) return undefined;
    chain.push(above);
    last = above;
  }
  return undefined;
}

function checkAuthority(chain: readonly Certificate[], time: Date): void {
  try {
    checkChain(chain, 'timestamping');
  } catch (cause) {
    throw invalid(
      `was signed by a chain that may not: ${cause instanceof Error ? cause.message : ''}`,
      cause,
    );
  }
  const late = invalidAt(chain, time);
  if (late !== undefined) throw invalid(`was made when ${nameOf(late)} was not valid`);
}

const invalid = (what: string, cause?: unknown) =>
  rejection('TIMESTAMP_INVALID', `The timestamp ${what}`, cause);
