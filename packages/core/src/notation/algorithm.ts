import { constants, verify, type KeyObject } from 'node:crypto';

/** A signature algorithm of the Notary Project: the key alone decides it (signature specification, "Algorithm Selection"). */
export interface NotationAlgorithm {
  /** RFC 7518's name. */
  readonly jws: 'ES256' | 'ES384' | 'ES512' | 'PS256' | 'PS384' | 'PS512';
  /** RFC 9053's number. */
  readonly cose: -7 | -35 | -36 | -37 | -38 | -39;
  readonly hash: 'sha256' | 'sha384' | 'sha512';
  readonly kind: 'ec' | 'rsa';
  /** The curve's name in OpenSSL, or the bits of the modulus. */
  readonly key: string;
}

const ALGORITHMS: readonly NotationAlgorithm[] = [
  { jws: 'ES256', cose: -7, hash: 'sha256', kind: 'ec', key: 'prime256v1' },
  { jws: 'ES384', cose: -35, hash: 'sha384', kind: 'ec', key: 'secp384r1' },
  { jws: 'ES512', cose: -36, hash: 'sha512', kind: 'ec', key: 'secp521r1' },
  { jws: 'PS256', cose: -37, hash: 'sha256', kind: 'rsa', key: '2048' },
  { jws: 'PS384', cose: -38, hash: 'sha384', kind: 'rsa', key: '3072' },
  { jws: 'PS512', cose: -39, hash: 'sha512', kind: 'rsa', key: '4096' },
];

/** The algorithm of a public key; undefined for kinds and lengths that the specification does not have. */
export function algorithmOf(key: KeyObject): NotationAlgorithm | undefined {
  const { namedCurve, modulusLength } = key.asymmetricKeyDetails ?? {};
  const found = namedCurve ?? String(modulusLength);
  return ALGORITHMS.find((each) => each.kind === key.asymmetricKeyType && each.key === found);
}

/** How node signs and verifies it: ECDSA as r and s side by side, PSS with a salt as long as the hash. */
export const signOptions = ({ kind }: NotationAlgorithm) =>
  kind === 'ec'
    ? ({ dsaEncoding: 'ieee-p1363' } as const)
    : ({ padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_DIGEST } as const);

/** Whether `signature` is over `data`, by the algorithm of this key and no other. */
export const isSignedBy = (
  key: KeyObject,
  algorithm: NotationAlgorithm,
  data: Uint8Array,
  signature: Uint8Array,
): boolean => {
  try {
    return verify(algorithm.hash, data, { key, ...signOptions(algorithm) }, signature);
  } catch {
    return false; // a signature of the wrong length
  }
};
