import { context, expect, inside, oidOf, SEQUENCE, type Der } from './der.js';

/**
 * Whether an AlgorithmIdentifier of a certificate is RSA (PKCS #1 v1.5, PSS) or ECDSA over SHA-2. SHA-1 and MD5 are refused;
 * so is PSS by its defaults, which are SHA-1 (RFC 4055 3.1). Throws NotDer.
 */
export function isSoundSignature(identifier: Der): boolean {
  const [name, parameters] = inside(identifier);
  const algorithm = oidOf(name);
  return algorithm === PSS ? isSoundPss(parameters) : OVER_SHA_2.has(algorithm);
}

const PSS = '1.2.840.113549.1.1.10';
const MGF_1 = '1.2.840.113549.1.1.8';
const SHA_2: ReadonlySet<string> = new Set([1, 2, 3].map((number) => `2.16.840.1.101.3.4.2.${number}`));
const OVER_SHA_2: ReadonlySet<string> = new Set([
  ...[11, 12, 13].map((number) => `1.2.840.113549.1.1.${number}`),
  ...[2, 3, 4].map((number) => `1.2.840.10045.4.3.${number}`),
]);

/** One hash of SHA-2 for the message and for the mask. */
function isSoundPss(parameters: Der | undefined): boolean {
  if (parameters === undefined) return false;
  const fields = inside(expect(parameters, SEQUENCE));
  const field = (number: number): Der | undefined => {
    const found = fields.find(({ tag }) => tag === context(number));
    return found && inside(found)[0];
  };
  const [hash, mask] = [field(0), field(1)];
  if (hash === undefined || mask === undefined) return false;
  const [maskName, maskHash] = inside(expect(mask, SEQUENCE));
  const used = oidOf(inside(expect(hash, SEQUENCE))[0]);
  return (
    SHA_2.has(used) && oidOf(maskName) === MGF_1 && oidOf(inside(expect(maskHash, SEQUENCE))[0]) === used
  );
}
