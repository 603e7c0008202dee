import { createHash, createVerify, verify } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { p256, p384, p521 } from '@noble/curves/nist.js';
import type { SignedContent } from './evidence.js';

/** Whether this key made the signature over exactly this content. Never throws: what cannot be verified is not verified. */
export function isSignedBy(content: SignedContent, key: KeyObject): boolean {
  try {
    switch (content.kind) {
      case 'envelope':
        return verifyBytes(preAuthEncoding(content), content.signature, key);
      case 'document':
        return verifyBytes([content.payload], content.signature, key);
      case 'digest':
        return content.artifact === undefined
          ? verifyDigest(content.digest, content.signature, key)
          : verify(hashOption(key, content.algorithm), content.artifact, key, content.signature);
    }
  } catch {
    return false; // a key of another type or a signature that is no DER: node and noble throw on both
  }
}

/**
 * Whether a log entry states the digest of the bytes that this key's signature covers (for a digest: the digest itself):
 * SHA-256, or the hash that goes with the key, which is what Rekor v2 logs.
 */
export function isDigestOfSigned(digest: Uint8Array, content: SignedContent, key: KeyObject): boolean {
  if (content.kind === 'digest') return content.digest.equals(digest);
  const parts = content.kind === 'envelope' ? preAuthEncoding(content) : [content.payload];
  return hashesOf(key).some((hash) => digestOf(hash, parts).equals(digest));
}

/** SHA-256 of the payload alone (the payloadHash of dsse and intoto entries). */
export const payloadDigest = (content: SignedContent): Buffer =>
  content.kind === 'digest' ? content.digest : sha256(content.payload);

/** Of the concatenation of the parts. */
export const sha256 = (...parts: readonly Uint8Array[]): Buffer => digestOf('sha256', parts);

function digestOf(algorithm: string, parts: readonly Uint8Array[]): Buffer {
  const hash = createHash(algorithm);
  for (const part of parts) hash.update(part);
  return hash.digest();
}

/** DSSE protocol, "PAE"; in parts, so that a large payload is not copied. */
function preAuthEncoding({
  payloadType,
  payload,
}: Extract<SignedContent, { kind: 'envelope' }>): readonly Uint8Array[] {
  const head = `DSSEv1 ${String(Buffer.byteLength(payloadType))} ${payloadType} ${String(payload.length)} `;
  return [Buffer.from(head), payload];
}

/**
 * Sigstore's algorithm registry pairs P-384 and P-521 with SHA-384 and SHA-512; signers that only know SHA-256 (KMS
 * keys of cosign) exist, so it is tried second.
 */
function verifyBytes(parts: readonly Uint8Array[], signature: Uint8Array, key: KeyObject): boolean {
  if (key.asymmetricKeyType === 'ed25519') return verify(null, Buffer.concat(parts), key, signature);
  return hashesOf(key).some((hash) => {
    const verifying = createVerify(hash);
    for (const part of parts) verifying.update(part);
    return verifying.verify(key, signature);
  });
}

const hashesOf = (key: KeyObject): readonly string[] =>
  HASHES_OF_CURVE.get(key.asymmetricKeyDetails?.namedCurve ?? '') ?? ['sha256'];

const HASHES_OF_CURVE: ReadonlyMap<string, readonly string[]> = new Map([
  ['secp384r1', ['sha384', 'sha256']],
  ['secp521r1', ['sha512', 'sha256']],
]);

const hashOption = (key: KeyObject, hash: string): string | null =>
  key.asymmetricKeyType === 'ed25519' ? null : hash;

/** node:crypto signs and verifies messages only; over a bare digest the curves are computed here. */
function verifyDigest(digest: Uint8Array, signature: Uint8Array, key: KeyObject): boolean {
  const curve = CURVES.get(key.asymmetricKeyDetails?.namedCurve ?? '');
  if (curve === undefined) return false;
  const { x, y } = key.export({ format: 'jwk' });
  if (x === undefined || y === undefined) return false;
  const point = Buffer.concat([Buffer.of(4), Buffer.from(x, 'base64url'), Buffer.from(y, 'base64url')]);
  return curve.verify(signature, digest, point, { prehash: false, lowS: false, format: 'der' });
}

const CURVES: ReadonlyMap<string, typeof p256> = new Map([
  ['prime256v1', p256],
  ['secp384r1', p384],
  ['secp521r1', p521],
]);
