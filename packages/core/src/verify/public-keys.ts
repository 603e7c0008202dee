import { createHash, createPublicKey } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { CountersignError } from '../errors.js';
import { MAX_KEY_CHARS } from '../limits.js';

/** A public key that the caller trusts, with the hint that cosign and Countersign write for it. */
export interface TrustedKey {
  readonly key: KeyObject;
  /** base64 SHA-256 of the DER SPKI */
  readonly hint: string;
}

/** Reads a PEM public key (SPKI). A private key is refused: nobody should hand one to a verifier. Throws KEY_INVALID. */
export function parsePublicKey(pem: string): TrustedKey {
  if (pem.length <= MAX_KEY_CHARS && /-----BEGIN (?:RSA )?PUBLIC KEY-----/.test(pem)) {
    try {
      const key = createPublicKey(pem);
      const spki = key.export({ type: 'spki', format: 'der' });
      return { key, hint: createHash('sha256').update(spki).digest('base64') };
    } catch (cause) {
      throw invalid(cause);
    }
  }
  throw invalid(undefined);
}

const invalid = (cause: unknown): CountersignError =>
  new CountersignError('KEY_INVALID', {
    what: 'The key to verify with is not a PEM public key',
    remedy: 'Give the public key as PEM, from "-----BEGIN PUBLIC KEY-----" on.',
    cause,
  });
