import { createPublicKey, X509Certificate, type KeyObject } from 'node:crypto';
import { isObject } from '@countersign/core/json';
import { canonicalJson } from '../rekor/canonical-json.js';
import { readVerifierKey } from '../rekor/verifier-key.js';
import { pemOf } from '../x509/certificate.js';
import { badRequest } from './refusal.js';

/**
 * The canonical body of a proposed entry, hashedrekord 0.0.2: what the log stores and hashes. The signature has to verify
 * over the digest. Throws a 400 refusal, with the words of rekor-tiles 2.3: DSSE envelopes are taken no more.
 */
export function canonicalEntry(request: unknown): Buffer {
  const { hashedRekordRequestV002: proposed, ...others } = objectOf(request);
  if (Object.keys(others).length > 0 || !isObject(proposed)) {
    throw badRequest('invalid type, must be hashedrekord');
  }
  const signature = objectOf(proposed.signature);
  const verifier = objectOf(signature.verifier);
  const digest = bytesOf(proposed.digest);
  const content = bytesOf(signature.content);
  const { name: keyDetails, kind } = algorithmOf(verifier.keyDetails);
  const { label, member, der } = keyIn(verifier);

  const key = keyObject(label, der);
  if (!kind.fits(key) || digest.length !== kind.digestBytes) throw invalid();
  if (!readVerifierKey(pemOf(label, der)).verifiesDigest(digest, content)) throw invalid();
  return Buffer.from(
    canonicalJson({
      apiVersion: '0.0.2',
      kind: 'hashedrekord',
      spec: {
        hashedRekordV002: {
          data: { algorithm: kind.hash, digest: digest.toString('base64') },
          signature: {
            content: content.toString('base64'),
            verifier: { keyDetails, [member]: { rawBytes: der.toString('base64') } },
          },
        },
      },
    }),
  );
}

const invalid = () => badRequest('invalid hashedrekord request');

interface Algorithm {
  readonly hash: string;
  readonly digestBytes: number;
  readonly fits: (key: KeyObject) => boolean;
}

const rsa = (bits: number): Algorithm => ({
  hash: 'SHA2_256',
  digestBytes: 32,
  fits: (key) => key.asymmetricKeyType === 'rsa' && key.asymmetricKeyDetails?.modulusLength === bits,
});

const ecdsa = (curve: string, hash: string, digestBytes: number): Algorithm => ({
  hash,
  digestBytes,
  fits: (key) => key.asymmetricKeyType === 'ec' && key.asymmetricKeyDetails?.namedCurve === curve,
});

/** By name and number of sigstore_common.proto's PublicKeyDetails: what this log takes. */
const ALGORITHMS: readonly (readonly [name: string, number: number, kind: Algorithm])[] = [
  ['PKIX_RSA_PKCS1V15_2048_SHA256', 9, rsa(2048)],
  ['PKIX_RSA_PKCS1V15_3072_SHA256', 10, rsa(3072)],
  ['PKIX_RSA_PKCS1V15_4096_SHA256', 11, rsa(4096)],
  ['PKIX_ECDSA_P256_SHA_256', 5, ecdsa('prime256v1', 'SHA2_256', 32)],
  ['PKIX_ECDSA_P384_SHA_384', 12, ecdsa('secp384r1', 'SHA2_384', 48)],
  ['PKIX_ECDSA_P521_SHA_512', 13, ecdsa('secp521r1', 'SHA2_512', 64)],
];

function algorithmOf(value: unknown): { readonly name: string; readonly kind: Algorithm } {
  const found = ALGORITHMS.find(([name, number]) => value === name || value === number);
  if (found === undefined) throw invalid();
  return { name: found[0], kind: found[2] };
}

interface KeyBytes {
  readonly label: 'CERTIFICATE' | 'PUBLIC KEY';
  readonly member: 'x509Certificate' | 'publicKey';
  readonly der: Buffer;
}

function keyIn(verifier: JsonObject): KeyBytes {
  const { x509Certificate, publicKey } = verifier;
  if ((x509Certificate === undefined) === (publicKey === undefined)) throw invalid();
  return x509Certificate === undefined
    ? { label: 'PUBLIC KEY', member: 'publicKey', der: bytesOf(objectOf(publicKey).rawBytes) }
    : { label: 'CERTIFICATE', member: 'x509Certificate', der: bytesOf(objectOf(x509Certificate).rawBytes) };
}

function keyObject(label: KeyBytes['label'], der: Buffer): KeyObject {
  try {
    return label === 'CERTIFICATE'
      ? new X509Certificate(der).publicKey
      : createPublicKey({ key: der, format: 'der', type: 'spki' });
  } catch {
    throw invalid();
  }
}

type JsonObject = Readonly<Record<string, unknown>>;

function objectOf(value: unknown): JsonObject {
  if (isObject(value)) return value;
  throw invalid();
}

/** Protobuf JSON takes both alphabets of base64, padded or not. */
function bytesOf(value: unknown): Buffer {
  if (typeof value === 'string' && /^[A-Za-z0-9+/_-]+={0,2}$/.test(value))
    return Buffer.from(value, 'base64');
  throw invalid();
}
