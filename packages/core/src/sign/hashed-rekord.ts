import { createPublicKey, X509Certificate } from 'node:crypto';
import { CountersignError } from '../errors.js';
import { base64 } from './envelope.js';

/** A signature over a digest, as Rekor v2 logs it. */
export interface HashedSignature {
  /** SHA-256 of the bytes that are signed: of an envelope, its pre-authentication encoding. */
  readonly digest: Buffer;
  readonly signature: Uint8Array;
  /** DER: the leaf certificate, or the SubjectPublicKeyInfo. */
  readonly verifier: { readonly kind: 'certificate' | 'key'; readonly der: Buffer };
}

/** The request that asks for the entry. Throws KEY_INVALID as hashedRekord. */
export function requestOf(signed: HashedSignature): Buffer {
  const digest = base64(signed.digest);
  return Buffer.from(JSON.stringify({ hashedRekordRequestV002: { digest, signature: signatureOf(signed) } }));
}

/**
 * The canonical body of the entry (RFC 8785: members in order), which the log hashes. Verifiers in Go make it anew of the
 * bundle, so that no other body will do. Throws KEY_INVALID for a key whose signatures no Rekor v2 takes.
 */
export const hashedRekord = (signed: HashedSignature): Buffer =>
  Buffer.from(
    JSON.stringify({
      apiVersion: '0.0.2',
      kind: 'hashedrekord',
      spec: {
        hashedRekordV002: {
          data: { algorithm: 'SHA2_256', digest: base64(signed.digest) },
          signature: signatureOf(signed),
        },
      },
    }),
  );

const signatureOf = ({ signature, verifier }: HashedSignature) => ({
  content: base64(signature),
  verifier: {
    keyDetails: keyDetails(verifier),
    [verifier.kind === 'certificate' ? 'x509Certificate' : 'publicKey']: { rawBytes: base64(verifier.der) },
  },
});

/** The name of the key's algorithm (sigstore_common.proto, PublicKeyDetails). Throws KEY_INVALID. */
function keyDetails({ kind, der }: HashedSignature['verifier']): string {
  const key =
    kind === 'certificate'
      ? new X509Certificate(der).publicKey
      : createPublicKey({ key: der, format: 'der', type: 'spki' });
  const { namedCurve, modulusLength } = key.asymmetricKeyDetails ?? {};
  const details =
    key.asymmetricKeyType === 'ec'
      ? CURVES.get(namedCurve ?? '')
      : key.asymmetricKeyType === 'rsa'
        ? RSA_BITS.get(modulusLength ?? 0)
        : undefined;
  if (details !== undefined) return details;
  throw new CountersignError('KEY_INVALID', {
    what: 'The key cannot be used with Rekor v2: the log takes ECDSA P-256, and RSA of 2048, 3072 or 4096 bits',
    remedy: 'Sign with a key of one of these kinds, or set transparency-log: rekor-v1.',
  });
}

const CURVES: ReadonlyMap<string, string> = new Map([['prime256v1', 'PKIX_ECDSA_P256_SHA_256']]);
const RSA_BITS: ReadonlyMap<number, string> = new Map(
  [2048, 3072, 4096].map((bits) => [bits, `PKIX_RSA_PKCS1V15_${bits}_SHA256`]),
);
