import { constants, createHash, verify } from 'node:crypto';
import type { Certificate } from './certificate.js';
import { expect, inside, OCTET_STRING, oidOf, SEQUENCE } from './der.js';
import { invalidTimestamp } from './rejection.js';
import { TST_INFO, type SignedToken } from './timestamp-token.js';

/** The certificate that signed, once digest, attributes and signature hold together. Throws TIMESTAMP_INVALID. */
export function verifySigner(token: SignedToken): Certificate {
  const leaf = token.certificates.find(
    ({ issuer, serialNumber }) =>
      issuer.equals(token.signerIssuer) && serialNumber.equals(token.signerSerial),
  );
  if (leaf === undefined) throw invalidTimestamp('does not hold the certificate of its signer');
  try {
    checkAttributes(token, leaf);
  } catch (cause) {
    throw invalidTimestamp('has signed attributes that do not hold', cause);
  }
  const hash = HASHES.get(token.digestAlgorithm);
  const scheme = SIGNATURES.get(token.signatureAlgorithm);
  const key = leaf.publicKey;
  if (hash === undefined || scheme === undefined || key.asymmetricKeyType !== scheme.key) {
    throw invalidTimestamp('is signed by an algorithm that is not accepted');
  }
  if (!verify(scheme.hash ?? hash, token.signedBytes, { key, ...scheme.options }, token.signature)) {
    throw invalidTimestamp('has a signature that does not match');
  }
  return leaf;
}

/** The hashes of SHA-2, by their object identifiers. */
export const HASHES: ReadonlyMap<string, 'sha256' | 'sha384' | 'sha512'> = new Map([
  ['2.16.840.1.101.3.4.2.1', 'sha256'],
  ['2.16.840.1.101.3.4.2.2', 'sha384'],
  ['2.16.840.1.101.3.4.2.3', 'sha512'],
]);

const CONTENT_TYPE = '1.2.840.113549.1.9.3';
const MESSAGE_DIGEST = '1.2.840.113549.1.9.4';
const SIGNING_CERTIFICATE_V2 = '1.2.840.113549.1.9.16.2.47';

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
