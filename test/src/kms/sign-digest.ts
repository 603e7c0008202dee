import type { KeyObject } from 'node:crypto';
import { p256 } from '@noble/curves/nist.js';

/** ECDSA on P-256 over a digest as it is, which node's own crypto does not do. `compact`: r and s. */
export function signDigest(key: KeyObject, digest: Uint8Array, format: 'der' | 'compact'): Buffer {
  const { d = '' } = key.export({ format: 'jwk' });
  return Buffer.from(p256.sign(digest, Buffer.from(d, 'base64url'), { prehash: false, lowS: false, format }));
}
