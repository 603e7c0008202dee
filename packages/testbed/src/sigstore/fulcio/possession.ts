import { createPublicKey, verify, type KeyObject } from 'node:crypto';
import * as pkijs from 'pkijs';
import { copied } from '../x509/extensions.js';
import { badRequest } from './refusal.js';

/** A public key and the proof that the one who asks holds its private half. */
export type KeyProof =
  | { readonly kind: 'signed-subject'; readonly key: KeyObject; readonly signature: Buffer }
  | { readonly kind: 'csr'; readonly der: Buffer };

/** The key's SPKI, once the proof holds: a signature over the token's subject, or a signed PKCS#10 request. */
export async function provenKey(proof: KeyProof, subject: string): Promise<Buffer> {
  const key = proof.kind === 'csr' ? await keyOfRequest(proof.der) : proof.key;
  const hash = hashFor(key);
  if (proof.kind === 'signed-subject' && !verify(hash, Buffer.from(subject), key, proof.signature)) {
    throw badRequest('The signature supplied in the request could not be verified');
  }
  return key.export({ type: 'spki', format: 'der' });
}

/** A public key from PEM or from DER SPKI. Throws a 400 refusal. */
export function publicKeyFrom(encoded: string | Buffer): KeyObject {
  try {
    return createPublicKey(
      typeof encoded === 'string' ? encoded : { key: encoded, format: 'der', type: 'spki' },
    );
  } catch {
    throw badRequest('The public key supplied in the request could not be parsed');
  }
}

/** The hash that goes with a key; null where the algorithm brings its own. Throws a 400 refusal for keys that Fulcio has not. */
function hashFor(key: KeyObject): string | null {
  const { namedCurve, modulusLength } = key.asymmetricKeyDetails ?? {};
  switch (key.asymmetricKeyType) {
    case 'ed25519':
      return null;
    case 'rsa':
      if ((modulusLength ?? 0) >= MIN_RSA_BITS) return 'sha256';
      break;
    case 'ec': {
      const hash = CURVE_HASHES.get(namedCurve ?? '');
      if (hash !== undefined) return hash;
      break;
    }
    default:
  }
  throw badRequest('The public key supplied in the request is insecure');
}

const MIN_RSA_BITS = 2048;
const CURVE_HASHES: ReadonlyMap<string, string> = new Map([
  ['prime256v1', 'sha256'],
  ['secp384r1', 'sha384'],
  ['secp521r1', 'sha512'],
]);

async function keyOfRequest(der: Buffer): Promise<KeyObject> {
  try {
    const request = pkijs.CertificationRequest.fromBER(copied(der));
    if (await request.verify()) {
      return publicKeyFrom(Buffer.from(request.subjectPublicKeyInfo.toSchema().toBER()));
    }
  } catch {
    throw badRequest('The certificate signing request could not be parsed');
  }
  throw badRequest('The signature of the certificate signing request could not be verified');
}
