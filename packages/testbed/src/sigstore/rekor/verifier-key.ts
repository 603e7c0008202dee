import {
  constants,
  createPublicKey,
  publicDecrypt,
  verify,
  X509Certificate,
  type KeyObject,
} from 'node:crypto';
import { p256, p384, p521 } from '@noble/curves/nist.js';
import { pemOf } from '../x509/certificate.js';
import { badEntry } from './refusal.js';

/** What an entry's signature is checked with: a public key, or a certificate's. */
export interface VerifierKey {
  /** The PEM as the log stores it. */
  readonly pem: string;
  verifiesData(data: Uint8Array, signature: Uint8Array): boolean;
  /** Over a digest alone, as hashedrekord has it. */
  verifiesDigest(digest: Uint8Array, signature: Uint8Array): boolean;
}

/** Reads one PEM block, `CERTIFICATE` or `PUBLIC KEY`. Throws a 400 refusal. */
export function readVerifierKey(pem: string): VerifierKey {
  const [, label, content, ...more] = PEM.exec(pem.trim()) ?? [];
  if (label === undefined || content === undefined || more.length > 0) {
    throw badEntry('the verifier is not one PEM block with a certificate or a public key');
  }
  const der = Buffer.from(content, 'base64');
  const key = keyOf(label, der);
  return {
    pem: pemOf(label, der),
    verifiesData: (data, signature) =>
      tolerant(() => verify(key.asymmetricKeyType === 'ed25519' ? null : 'sha256', data, key, signature)),
    verifiesDigest: (digest, signature) => tolerant(() => verifyDigest(key, digest, signature)),
  };
}

const PEM = /^-----BEGIN (CERTIFICATE|PUBLIC KEY)-----\s([A-Za-z0-9+/=\s]+)-----END \1-----$/;

function keyOf(label: string, der: Buffer): KeyObject {
  try {
    return label === 'CERTIFICATE'
      ? new X509Certificate(der).publicKey
      : createPublicKey({ key: der, format: 'der', type: 'spki' });
  } catch {
    throw badEntry('the verifier does not parse');
  }
}

/** node:crypto hashes what it is given, so a bare digest needs the curve itself. */
function verifyDigest(key: KeyObject, digest: Uint8Array, signature: Uint8Array): boolean {
  if (key.asymmetricKeyType === 'rsa') {
    const opened = publicDecrypt({ key, padding: constants.RSA_PKCS1_PADDING }, signature);
    return digest.length === 32 && opened.equals(Buffer.concat([SHA256_DIGEST_INFO, digest]));
  }
  const curve = CURVES[key.asymmetricKeyDetails?.namedCurve ?? ''];
  if (key.asymmetricKeyType !== 'ec' || curve === undefined) return false;
  const jwk = key.export({ format: 'jwk' });
  const point = [jwk.x ?? '', jwk.y ?? ''].map((coordinate) => Buffer.from(coordinate, 'base64url'));
  return curve.verify(signature, digest, Buffer.concat([UNCOMPRESSED_POINT, ...point]), {
    prehash: false,
    format: 'der',
    lowS: false,
  });
}

const UNCOMPRESSED_POINT = Buffer.of(4);
const SHA256_DIGEST_INFO = Buffer.from('3031300d060960864801650304020105000420', 'hex');
const CURVES: Readonly<Record<string, typeof p256 | undefined>> = {
  prime256v1: p256,
  secp384r1: p384,
  secp521r1: p521,
};

/** A signature that does not even parse is one that does not verify. */
function tolerant(check: () => boolean): boolean {
  try {
    return check();
  } catch {
    return false;
  }
}
