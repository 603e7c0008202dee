import { createHash, createVerify, type KeyObject } from 'node:crypto';
import { unavailable } from '../../http/index.js';
import { FIRST_RETRY_DELAY_MS, MAX_WRONG_KMS_SIGNATURES } from '../../limits.js';
import { CountersignError } from '../../errors.js';
import type { KeyServices } from '../key-source.js';
import { publicHalf, type SigningKey } from '../keys.js';
import { wrongKind } from './failure.js';
import type { OpenKey } from './types.js';
import { kmsSchemeOf, shownUri } from './uri.js';

/**
 * The key that a URI names: AWS KMS, Google Cloud KMS, Azure Key Vault, Vault or OpenBao, each loaded only where its scheme
 * is named; any other scheme runs the program `sigstore-kms-SCHEME`. The key has to be ECDSA P-256, and each signature is
 * verified here before it is used. Throws INPUT_INVALID, INPUT_MISSING (what the environment lacks), KEY_INVALID (kind),
 * KMS_REFUSED, KMS_UNAVAILABLE, PROGRAM_FAILED.
 */
export async function openKmsKey(uri: string, services: KeyServices): Promise<SigningKey> {
  const open = await providerOf(uri);
  const key = await open(uri, services);
  const { publicKey } = key;
  if (publicKey.asymmetricKeyDetails?.namedCurve !== 'prime256v1') throw wrongKind(uri, kindOf(publicKey));
  return {
    ...publicHalf(publicKey),
    sign: async (parts) => {
      const hash = createHash('sha256');
      for (const part of parts) hash.update(part);
      const sha256 = hash.digest();
      for (let attempt = 1; attempt <= MAX_WRONG_KMS_SIGNATURES; attempt += 1) {
        if (attempt > 1) await services.context.clock.sleep(FIRST_RETRY_DELAY_MS, services.context.signal);
        const signature = await key.sign(sha256, parts);
        if (isSignature(publicKey, parts, signature)) return signature;
      }
      throw wrongSignature(uri);
    },
  };
}

async function providerOf(uri: string): Promise<OpenKey> {
  switch (kmsSchemeOf(uri)) {
    case 'awskms':
      return (await import('./aws.js')).openAwsKey;
    case 'gcpkms':
      return (await import('./google.js')).openGoogleKey;
    case 'azurekms':
      return (await import('./azure.js')).openAzureKey;
    case 'hashivault':
    case 'openbao':
      return (await import('./vault.js')).openVaultKey;
    default:
      return (await import('./program.js')).openProgramKey;
  }
}

function isSignature(publicKey: KeyObject, parts: readonly Uint8Array[], signature: Buffer): boolean {
  const verifier = createVerify('sha256');
  for (const part of parts) verifier.update(part);
  return verifier.verify({ key: publicKey, dsaEncoding: 'der' }, signature);
}

const kindOf = ({ asymmetricKeyType: type, asymmetricKeyDetails }: KeyObject): string =>
  `of the kind ${[type ?? 'unknown', asymmetricKeyDetails?.namedCurve ?? ''].join(' ').trim()}`;

function wrongSignature(uri: string): CountersignError {
  const { code, remedy } = unavailable('kms', '', '');
  return new CountersignError(code, {
    what: `The key ${shownUri(uri)} cannot be used: the service answered ${MAX_WRONG_KMS_SIGNATURES} times with a signature that its own public key does not verify`,
    remedy: `Nothing was signed with it. If the key was changed a moment ago, run again. ${remedy}`,
  });
}
