import {
  createHash,
  createPrivateKey,
  createPublicKey,
  createSign,
  generateKeyPair,
  type KeyObject,
} from 'node:crypto';
import { promisify } from 'node:util';
import { CountersignError } from '../errors.js';
import { MAX_KEY_CHARS } from '../limits.js';
import { withWholePoint } from '../public-key.js';

/** What signs over SHA-256, here or in a KMS; its public half, in the forms others want, is known beforehand. */
export interface SigningKey {
  /** Signs the concatenation of `parts`; ECDSA gives DER. Parts save a copy of a large payload. */
  readonly sign: (parts: readonly Uint8Array[]) => Promise<Buffer>;
  /** DER SubjectPublicKeyInfo. */
  readonly spki: Buffer;
  /** One block and one newline: Rekor's readers refuse more. */
  readonly publicKeyPem: string;
  /** base64 SHA-256 of the SPKI, as cosign writes it. */
  readonly hint: string;
}

/** A key that is held in this process. */
export interface LocalKey extends SigningKey {
  readonly privateKey: KeyObject;
}

/** A fresh P-256 key: for one session, or to be kept. */
export async function ephemeralKey(): Promise<LocalKey> {
  const { privateKey } = await promisify(generateKeyPair)('ec', { namedCurve: 'P-256' });
  return sealed(privateKey);
}

/**
 * Reads an unencrypted PKCS#8 key: ECDSA P-256, or RSA of 2048 to 4096 bits (PKCS #1 v1.5). For other kinds verifiers
 * disagree about the hash or the variant, so what they sign would not verify everywhere. `name` is for messages.
 * Throws KEY_INVALID; nothing of the key is in the error.
 */
export function parseSigningKey(pem: string, name: string): LocalKey {
  const blocks = pem.length > MAX_KEY_CHARS ? [] : [...pem.matchAll(/-----BEGIN ([A-Z0-9 ]{1,60})-----/g)];
  const [, label] = blocks[0] ?? [];
  if (label === undefined) throw invalid(name, 'it holds no PEM block', MAKE_ONE);
  const refused = LABELS_REFUSED.get(label);
  if (refused !== undefined) throw invalid(name, refused.why, refused.remedy);
  if (label !== 'PRIVATE KEY' || blocks.length > 1) {
    throw invalid(name, `it holds ${blocks.length > 1 ? 'several PEM blocks' : `a "${label}"`}`, MAKE_ONE);
  }
  return localKey(readKey(pem, name), name);
}

/** A private key of one of the kinds that parseSigningKey takes. Throws KEY_INVALID. */
export function localKey(privateKey: KeyObject, name: string): LocalKey {
  checkKind(privateKey, name);
  return sealed(privateKey);
}

/** The public half of a key in the forms that others want. */
export function publicHalf(given: KeyObject): Pick<SigningKey, 'spki' | 'publicKeyPem' | 'hint'> {
  const publicKey = withWholePoint(given);
  const spki = publicKey.export({ type: 'spki', format: 'der' });
  return {
    spki,
    publicKeyPem: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    hint: createHash('sha256').update(spki).digest('base64'),
  };
}

const MAKE_ONE =
  'Make one with: openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out key.pem (cosign takes it by: cosign import-key-pair --key key.pem).';

const TO_PKCS8 = 'Convert it with: openssl pkcs8 -topk8 -nocrypt -in key.pem -out pkcs8.pem';
const COSIGN_KEY = {
  why: "it is a key in cosign's own encrypted form, and one that is not encrypted is expected here",
  remedy: `Give an unencrypted PKCS#8 key. ${MAKE_ONE}`,
};
const LABELS_REFUSED: ReadonlyMap<string, { why: string; remedy: string }> = new Map([
  ['ENCRYPTED SIGSTORE PRIVATE KEY', COSIGN_KEY],
  ['ENCRYPTED COSIGN PRIVATE KEY', COSIGN_KEY],
  [
    'ENCRYPTED PRIVATE KEY',
    {
      why: "it is encrypted in another way than cosign's, which no password here opens",
      remedy:
        "Bring it into cosign's form: openssl pkey -in key.pem -out plain.pem, then cosign import-key-pair --key plain.pem.",
    },
  ],
  ['EC PRIVATE KEY', { why: 'it is a SEC 1 key, not PKCS#8', remedy: TO_PKCS8 }],
  ['EC PARAMETERS', { why: 'it is a SEC 1 key, not PKCS#8', remedy: TO_PKCS8 }],
  ['RSA PRIVATE KEY', { why: 'it is a PKCS #1 key, not PKCS#8', remedy: TO_PKCS8 }],
  [
    'PUBLIC KEY',
    { why: 'it is a public key', remedy: 'Give the private key; verifiers get the public one.' },
  ],
]);

function readKey(pem: string, name: string): KeyObject {
  try {
    return createPrivateKey({ key: pem, format: 'pem' });
  } catch {
    throw invalid(name, 'it does not parse as PKCS#8', MAKE_ONE); // without the cause: nothing near a key is printed
  }
}

function checkKind(key: KeyObject, name: string): void {
  const { namedCurve, modulusLength = 0 } = key.asymmetricKeyDetails ?? {};
  if (key.asymmetricKeyType === 'ec' && namedCurve === 'prime256v1') return;
  if (key.asymmetricKeyType === 'rsa' && modulusLength >= 2048 && modulusLength <= 4096) return;
  const kind = [
    key.asymmetricKeyType,
    namedCurve ?? (modulusLength > 0 ? `${modulusLength} bits` : undefined),
  ];
  throw invalid(
    name,
    `it is of the kind ${kind.filter((part) => part !== undefined).join(' ')}, whose signatures not every verifier accepts`,
    `Use ECDSA P-256 (or RSA of 2048 to 4096 bits). ${MAKE_ONE}`,
  );
}

const invalid = (name: string, why: string, remedy: string): CountersignError =>
  new CountersignError('KEY_INVALID', { what: `The key ${name} cannot be used: ${why}`, remedy });

function sealed(privateKey: KeyObject): LocalKey {
  const sign = (parts: readonly Uint8Array[]): Buffer => {
    const signer = createSign('sha256');
    for (const part of parts) signer.update(part);
    return signer.sign({ key: privateKey, dsaEncoding: 'der' });
  };
  return {
    privateKey,
    ...publicHalf(createPublicKey(privateKey)),
    sign: (parts) => Promise.resolve(sign(parts)),
  };
}
