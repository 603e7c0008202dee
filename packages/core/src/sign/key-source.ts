import type { Context } from '../context.js';
import { CountersignError } from '../errors.js';
import { parsePublicKey } from '../public-key.js';
import { decryptKey, isEncryptedKey } from './encrypted-key.js';
import { localKey, parseSigningKey, type SigningKey } from './keys.js';

/** Where a key comes from: a text that was read, or a URI of a key management service. */
export type KeySource =
  | {
      /** For messages: the path, or `env://NAME`. */
      readonly name: string;
      readonly pem: string;
      /** Opens an encrypted key; may be empty. */
      readonly password?: string;
    }
  | { readonly name: string; readonly uri: string };

/** What the keys of key management services are reached with. */
export interface KeyServices {
  readonly context: Context;
  /** Credentials, as each service's own tools read them; PATH for programs that stand for a service. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Where such a program runs. */
  readonly tempDir: string;
}

/**
 * The key to sign with: PKCS#8, cosign's encrypted form, or a key management service, of which nothing is loaded unless a
 * URI names it. Throws KEY_INVALID, INPUT_MISSING (no password), INPUT_INVALID (a URI), KMS_REFUSED, KMS_UNAVAILABLE.
 */
export async function openSigningKey(source: KeySource, services: KeyServices): Promise<SigningKey> {
  if ('uri' in source) {
    const { openKmsKey } = await import('./kms/open.js');
    return openKmsKey(source.uri, services);
  }
  const { name, pem, password } = source;
  if (!isEncryptedKey(pem)) return parseSigningKey(pem, name);
  if (password === undefined) throw passwordMissing(name);
  return localKey(await decryptKey(pem, password, name), name);
}

/**
 * The public half of a key, whichever half is given: one PEM block and one newline. Throws as openSigningKey does.
 */
export async function publicKeyPem(source: KeySource, services: KeyServices): Promise<string> {
  if (!('uri' in source) && /-----BEGIN (?:RSA )?PUBLIC KEY-----/.test(source.pem)) {
    const { key } = parsePublicKey(source.pem, source.name);
    return key.export({ type: 'spki', format: 'pem' }).toString();
  }
  return (await openSigningKey(source, services)).publicKeyPem;
}

/** An encrypted key came without its password. */
export const passwordMissing = (name: string): CountersignError =>
  new CountersignError('INPUT_MISSING', {
    what: `The key ${name} is encrypted, and COSIGN_PASSWORD is not set`,
    remedy:
      'Set the environment variable COSIGN_PASSWORD to its password; where it has none, set it to the empty text.',
  });
