import { createPrivateKey, randomBytes, scrypt, type KeyObject, type ScryptOptions } from 'node:crypto';
import { promisify } from 'node:util';
import { CountersignError } from '../errors.js';
import { memberAt, parseJson } from '../json.js';
import { MAX_KEY_CHARS, MAX_SCRYPT_BYTES } from '../limits.js';

/** Whether a text is a private key as cosign keeps it: a JSON of scrypt and NaCl secretbox in one PEM block. */
export const isEncryptedKey = (text: string): boolean =>
  text.length <= MAX_KEY_CHARS && /-----BEGIN ENCRYPTED (?:SIGSTORE|COSIGN) PRIVATE KEY-----/.test(text);

/**
 * The private key in cosign's file, both labels (go-securesystemslib, `encrypted`). The file says how dear its password
 * is to try; only what cosign itself takes is computed. Throws KEY_INVALID, with nothing of the key or the password in it.
 */
export async function decryptKey(text: string, password: string, name: string): Promise<KeyObject> {
  const { params, salt, nonce, ciphertext } = readBox(text, name);
  const secret = await derive(password, salt, params);
  const { xsalsa20poly1305 } = await import('@noble/ciphers/salsa.js');
  let der: Uint8Array;
  try {
    der = xsalsa20poly1305(secret, nonce).decrypt(ciphertext);
  } catch {
    throw invalid(
      name,
      'the password does not open it, or the file is damaged',
      'Set COSIGN_PASSWORD to the password that it was made with (an empty one counts as well).',
    );
  }
  try {
    return createPrivateKey({ key: Buffer.from(der), format: 'der', type: 'pkcs8' });
  } catch {
    throw invalid(
      name,
      'what is encrypted in it is not a PKCS#8 key',
      'Make a new one: countersign key generate.',
    );
  }
}

/** A private key as `cosign generate-key-pair` writes it (3.1: N 2^16), so that cosign signs with it as well. */
export async function encryptKey(key: KeyObject, password: string): Promise<string> {
  const params = { N: 65_536, r: 8, p: 1 };
  const [salt, nonce] = [randomBytes(SALT_BYTES), randomBytes(NONCE_BYTES)];
  const { xsalsa20poly1305 } = await import('@noble/ciphers/salsa.js');
  const secret = await derive(password, salt, params);
  const der = key.export({ type: 'pkcs8', format: 'der' });
  const box = {
    kdf: { name: 'scrypt', params, salt: salt.toString('base64') },
    cipher: { name: 'nacl/secretbox', nonce: nonce.toString('base64') },
    ciphertext: Buffer.from(xsalsa20poly1305(secret, nonce).encrypt(der)).toString('base64'),
  };
  const body = Buffer.from(JSON.stringify(box)).toString('base64');
  const lines = body.match(/.{1,64}/g) ?? [];
  return [`-----BEGIN ${LABEL}-----`, ...lines, `-----END ${LABEL}-----`, ''].join('\n');
}

const LABEL = 'ENCRYPTED SIGSTORE PRIVATE KEY';
const SALT_BYTES = 32;
const NONCE_BYTES = 24;
const MAX_SALT_BYTES = 64;

type Params = Required<Pick<ScryptOptions, 'N' | 'r' | 'p'>>;

/** cosign's three strengths, and no other: a file could ask for all the memory there is. */
const STRENGTHS: readonly number[] = [2 ** 15, 2 ** 16, 2 ** 17];

interface Box {
  readonly params: Params;
  readonly salt: Uint8Array;
  readonly nonce: Uint8Array;
  readonly ciphertext: Uint8Array;
}

function readBox(text: string, name: string): Box {
  const blocks = [...text.matchAll(/-----BEGIN ([A-Z0-9 ]{1,60})-----([^-]*)-----END \1-----/g)];
  const [block] = blocks;
  if (block === undefined || blocks.length > 1) {
    throw invalid(
      name,
      blocks.length > 1 ? 'it holds several PEM blocks' : 'its PEM block does not end',
      'Give the file as cosign wrote it.',
    );
  }
  const value = parseJson(Buffer.from(block[2] ?? '', 'base64').toString('utf8'));
  const at = (...path: readonly string[]): unknown => memberAt(value, ...path);
  const bytes = (...path: readonly string[]): Buffer => {
    const member = at(...path);
    return Buffer.from(typeof member === 'string' ? member : '', 'base64');
  };
  const [N, r, p] = [at('kdf', 'params', 'N'), at('kdf', 'params', 'r'), at('kdf', 'params', 'p')];
  const box = {
    salt: bytes('kdf', 'salt'),
    nonce: bytes('cipher', 'nonce'),
    ciphertext: bytes('ciphertext'),
  };
  if (at('kdf', 'name') !== 'scrypt' || at('cipher', 'name') !== 'nacl/secretbox') {
    throw invalid(name, 'it is not encrypted in the way of cosign (scrypt, nacl/secretbox)', REMAKE);
  }
  if (typeof N !== 'number' || !STRENGTHS.includes(N) || r !== 8 || p !== 1) {
    throw invalid(name, 'it names scrypt parameters that cosign does not use either', REMAKE);
  }
  if (box.salt.length === 0 || box.salt.length > MAX_SALT_BYTES || box.nonce.length !== NONCE_BYTES) {
    throw invalid(name, 'its salt or nonce is missing or of a wrong length', REMAKE);
  }
  return { params: { N, r, p }, ...box };
}

const REMAKE = 'Give the file as cosign wrote it, or make a new key: countersign key generate.';

const derive = (password: string, salt: Uint8Array, params: Params): Promise<Buffer> =>
  promisify<string, Uint8Array, number, ScryptOptions, Buffer>(scrypt)(password, salt, 32, {
    ...params,
    maxmem: MAX_SCRYPT_BYTES,
  });

const invalid = (name: string, why: string, remedy: string): CountersignError =>
  new CountersignError('KEY_INVALID', { what: `The key ${name} cannot be used: ${why}`, remedy });
