import type { KeyObject } from 'node:crypto';
import { p256 } from '@noble/curves/nist.js';
import type { Twist } from './service.js';

/** ECDSA on P-256 over a digest as it is, which node's own crypto does not do. `compact`: r and s. */
export function signDigest(key: KeyObject, digest: Uint8Array, format: 'der' | 'compact'): Buffer {
  const { d = '' } = key.export({ format: 'jwk' });
  return Buffer.from(p256.sign(digest, Buffer.from(d, 'base64url'), { prehash: false, lowS: false, format }));
}

/** A signature as a service answers it, or what is none where it is told to. */
export const answeredSignature = (
  twist: Twist | undefined,
  ...[key, digest, format]: Parameters<typeof signDigest>
): Buffer => (twist === 'no-der' ? Buffer.from('garbage') : signDigest(key, digest, format));
