import { createHash, KeyObject, sign, webcrypto } from 'node:crypto';

/** A fresh ECDSA P-256 key of one service. */
export interface SigningKey {
  /** For the libraries that sign through WebCrypto. */
  readonly cryptoKey: webcrypto.CryptoKey;
  /** DER SubjectPublicKeyInfo. */
  readonly spki: Buffer;
  /** PEM `PUBLIC KEY`. */
  readonly pem: string;
  /** SHA-256 of the SPKI: what logs call their id. */
  readonly id: Buffer;
  /** An ECDSA signature (DER) over the SHA-256 of the data. */
  sign(data: Uint8Array): Buffer;
}

export async function newSigningKey(): Promise<SigningKey> {
  const pair = await webcrypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, [
    'sign',
    'verify',
  ]);
  const privateKey = KeyObject.from(pair.privateKey);
  const publicKey = KeyObject.from(pair.publicKey);
  const spki = publicKey.export({ type: 'spki', format: 'der' });
  return {
    cryptoKey: pair.privateKey,
    spki,
    pem: publicKey.export({ type: 'spki', format: 'pem' }) as string,
    id: createHash('sha256').update(spki).digest(),
    sign: (data) => sign('sha256', data, privateKey),
  };
}
