import { createPrivateKey, createPublicKey, sign, type KeyObject } from 'node:crypto';
import { CountersignError } from '../errors.js';
import { MAX_CERTIFICATES_IN_CHAIN, MAX_KEY_CHARS } from '../limits.js';
import type { SigningKey } from '../sign/index.js';
import { algorithmOf, signOptions, type NotationAlgorithm } from './algorithm.js';
import type { Certificate } from './certificate.js';
import { readCertificates } from './certificate-file.js';
import { checkChain, invalidAt, nameOf } from './chain.js';
import { expect, inside, INTEGER, readDer, SEQUENCE } from './der.js';
import type { NotationSigner } from './sign.js';

/** What signs by the algorithm that its key has; ECDSA gives r and s side by side. */
export interface NotationKey {
  readonly algorithm: NotationAlgorithm;
  /** DER SubjectPublicKeyInfo. */
  readonly spki: Buffer;
  readonly sign: (data: Uint8Array) => Promise<Buffer>;
}

/**
 * Reads an unencrypted PKCS#8 key of any kind that the Notary Project has. `name` is for messages. Throws KEY_INVALID;
 * nothing of the key is in the error.
 */
export function parseNotationKey(pem: string, name: string): NotationKey {
  const labels = pem.length > MAX_KEY_CHARS ? [] : [...pem.matchAll(/-----BEGIN ([A-Z0-9 ]{1,60})-----/g)];
  const [, label = 'nothing in PEM'] = labels[0] ?? [];
  if (labels.length !== 1 || !['PRIVATE KEY', 'EC PRIVATE KEY', 'RSA PRIVATE KEY'].includes(label)) {
    throw invalidKey(
      name,
      `it holds ${labels.length > 1 ? 'several PEM blocks' : label}, not one private key`,
    );
  }
  let key: KeyObject;
  try {
    key = createPrivateKey({ key: pem, format: 'pem' });
  } catch {
    throw invalidKey(name, 'it does not parse'); // without the cause: nothing near a key is printed
  }
  const algorithm = algorithmOf(key);
  if (algorithm === undefined) {
    throw invalidKey(name, 'it is neither ECDSA P-256, P-384, P-521 nor RSA of 2048, 3072 or 4096 bits');
  }
  return {
    algorithm,
    spki: createPublicKey(key).export({ type: 'spki', format: 'der' }),
    sign: (data) => Promise.resolve(sign(algorithm.hash, data, { key, ...signOptions(algorithm) })),
  };
}

/** A key that signs claims elsewhere (a KMS): ECDSA P-256 alone, since RSA signs by another padding there. Throws KEY_INVALID. */
export function notationKeyOf(key: SigningKey, name: string): NotationKey {
  const algorithm = algorithmOf(createPublicKey({ key: key.spki, type: 'spki', format: 'der' }));
  if (algorithm?.jws !== 'ES256')
    throw invalidKey(name, 'a key that is not in a PEM file has to be ECDSA P-256');
  return { algorithm, spki: key.spki, sign: async (data) => rawSignature(await key.sign([data])) };
}

/**
 * Puts a key and the certificates of its chain together (PEM, leaf first), as the specification demands them. A root that
 * is missing at the end is not made up. Throws CERTIFICATE_INVALID for a chain that no verifier would take now.
 */
export function notationSigner(key: NotationKey, pem: Uint8Array, path: string, now: Date): NotationSigner {
  const invalid = (why: string, cause?: unknown): CountersignError =>
    new CountersignError('CERTIFICATE_INVALID', {
      what: `The certificates ${JSON.stringify(path)} cannot be signed with: ${why}`,
      remedy:
        'Give PEM certificates in this order: the one of the key, those that issued it, the root at the end. The first has to have the critical key usage digitalSignature alone, and may have the extended use codeSigning.',
      cause,
    });
  let chain: readonly Certificate[];
  try {
    chain = readCertificates(pem);
    if (chain.length > MAX_CERTIFICATES_IN_CHAIN) throw new Error('there are too many');
    checkChain(chain, 'code signing');
  } catch (cause) {
    throw invalid(cause instanceof Error ? cause.message : String(cause), cause);
  }
  const own = chain[0]?.publicKey.export({ type: 'spki', format: 'der' });
  if (own?.equals(key.spki) !== true) throw invalid('the first of them is not of the key that was given');
  const ended = invalidAt(chain, now);
  if (ended !== undefined) {
    const { notBefore, notAfter } = ended;
    throw invalid(
      `${nameOf(ended)} is valid from ${notBefore.toISOString()} to ${notAfter.toISOString()}, and not now`,
    );
  }
  return { key, chain };
}

const P256_BYTES = 32;

/** From the DER form that others give to r and s side by side. */
function rawSignature(der: Uint8Array): Buffer {
  const parts = inside(readDer(der, SEQUENCE)).map((part) => {
    const { contents } = expect(part, INTEGER);
    const digits = contents.subarray(Math.max(0, contents.length - P256_BYTES));
    return Buffer.concat([Buffer.alloc(P256_BYTES - digits.length), digits]);
  });
  return Buffer.concat(parts);
}

const invalidKey = (name: string, why: string): CountersignError =>
  new CountersignError('KEY_INVALID', {
    what: `The key ${name} cannot sign for Notation: ${why}`,
    remedy:
      'Give an unencrypted private key in PEM, such as openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 writes.',
  });
