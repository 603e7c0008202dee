import { createPublicKey, type JsonWebKey, type KeyObject } from 'node:crypto';
import { UnreadableAnswer } from '../answers.js';

/** A public key in an answer. Throws UnreadableAnswer for what is none. */
export function readPublicKey(
  given: { readonly pem: unknown } | { readonly der: unknown } | { readonly jwk: JsonWebKey },
): KeyObject {
  try {
    if ('jwk' in given) return createPublicKey({ key: given.jwk, format: 'jwk' });
    if ('der' in given) return createPublicKey({ key: base64In(given.der), format: 'der', type: 'spki' });
    const { pem } = given;
    // createPublicKey would take a certificate or a private key as well.
    if (typeof pem === 'string' && /^\s*-----BEGIN PUBLIC KEY-----/.test(pem)) return createPublicKey(pem);
  } catch (error) {
    if (error instanceof UnreadableAnswer) throw error;
  }
  throw new UnreadableAnswer('its public key cannot be read');
}

/** The bytes of a base64 text (base64url as well) in an answer. Throws UnreadableAnswer. */
export function base64In(value: unknown): Buffer {
  if (typeof value === 'string' && /^[A-Za-z0-9+/_-]+={0,2}$/.test(value))
    return Buffer.from(value, 'base64');
  throw new UnreadableAnswer('it holds no base64 where some is expected');
}
