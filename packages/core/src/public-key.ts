import { createHash, createPublicKey } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { CountersignError } from './errors.js';
import { MAX_KEY_CHARS } from './limits.js';

/** A public key that the caller trusts, with the hint that cosign and Countersign write for it. */
export interface TrustedKey {
  readonly key: KeyObject;
  /** base64 SHA-256 of the DER SPKI */
  readonly hint: string;
}

/**
 * Reads a PEM public key (SPKI). A private key is refused: nobody should hand one to a verifier. `name` is for messages,
 * such as the path it was read from. Throws KEY_INVALID.
 */
export function parsePublicKey(pem: string, name?: string): TrustedKey {
  const invalid = (why: string, cause?: unknown) => notPublicKey(name, why, cause);
  if (pem.length > MAX_KEY_CHARS) throw invalid('it is too long to be one');
  if (/-----BEGIN [A-Z0-9 ]{0,60}PRIVATE KEY-----/.test(pem))
    throw invalid('it is a private key, which belongs to the signer alone');
  // createPublicKey takes a private key or a certificate as well, and would quietly use the public half of either.
  if (!/^\s*-----BEGIN (?:RSA )?PUBLIC KEY-----/.test(pem))
    throw invalid('it is not a PEM block of a public key');
  try {
    const key = withWholePoint(createPublicKey(pem));
    const spki = key.export({ type: 'spki', format: 'der' });
    return { key, hint: createHash('sha256').update(spki).digest('base64') };
  } catch (cause) {
    throw invalid('its PEM block does not hold a public key', cause);
  }
}

/**
 * The same key. One on P-256 may come with its point compressed, which Go does not read and whose hint no signature has: it
 * is made whole, by way of a JWK.
 */
export const withWholePoint = (key: KeyObject): KeyObject =>
  key.asymmetricKeyDetails?.namedCurve === 'prime256v1'
    ? createPublicKey({ key: key.export({ format: 'jwk' }), format: 'jwk' })
    : key;

const notPublicKey = (name: string | undefined, why: string, cause: unknown): CountersignError =>
  new CountersignError('KEY_INVALID', {
    what: `The public key ${name === undefined ? '' : `${name} `}cannot be used: ${why}`,
    remedy: 'Give the public key as PEM ("-----BEGIN PUBLIC KEY-----"), as cosign.pub holds it.',
    cause,
  });
