import type { Context } from '../context.js';
import { CountersignError } from '../errors.js';
import { RENEW_BEFORE_EXPIRY_MS } from '../limits.js';
import { requestCertificate, type CertificateSigner } from './fulcio.js';
import { ephemeralKey, type SigningKey } from './keys.js';
import type { IdentityToken, SignerIdentity } from './types.js';

/** What a claim is signed with, and what the log is told to verify it with. */
export interface Credential {
  readonly key: SigningKey;
  readonly signer: SignerIdentity;
  /** Leaf certificate or public key: one PEM block, one newline. */
  readonly verifierPem: string;
  /** When the certificate ends; undefined for a key. */
  readonly expiresAt: Date | undefined;
}

/** A key of the user's own: always the same, valid without end. */
export function keyCredential(key: SigningKey): () => Promise<Credential> {
  const { hint, publicKeyPem } = key;
  const signer = { kind: 'key', hint, publicKeyPem } as const;
  return () => Promise.resolve({ key, signer, verifierPem: publicKeyPem, expiresAt: undefined });
}

/**
 * One ephemeral key and one certificate for all claims, made at the first call and shared by calls in parallel. A
 * certificate that is about to end is renewed, on the same key. A failure stays: every later call fails with it.
 */
export function certificateCredential(
  context: Context,
  fulcioUrl: string,
  token: () => Promise<IdentityToken>,
  issued: () => void,
): () => Promise<Credential> {
  let key: SigningKey | undefined;
  let held: Promise<Credential> | undefined;

  const issue = async (): Promise<Credential> => {
    key ??= await ephemeralKey();
    const signer = await withCurrentToken(context, fulcioUrl, token, key);
    issued();
    return {
      key,
      signer,
      verifierPem: `${signer.leaf.toString().trim()}\n`,
      expiresAt: signer.leaf.validToDate,
    };
  };
  const endsSoon = ({ expiresAt }: Credential): boolean =>
    expiresAt !== undefined && expiresAt.getTime() - RENEW_BEFORE_EXPIRY_MS <= context.clock.now().getTime();

  return async () => {
    const before = (held ??= issue());
    if (!endsSoon(await before)) return before;
    // Whoever comes here first renews; the others find another promise held and wait for that.
    if (held === before) held = issue();
    return held;
  };
}

/**
 * Retries of an outage may outlast the token, and Fulcio then refuses it: a refusal of a token that has expired since
 * is no answer yet, and one more is asked for with a new token.
 */
async function withCurrentToken(
  context: Context,
  fulcioUrl: string,
  token: () => Promise<IdentityToken>,
  key: SigningKey,
): Promise<CertificateSigner> {
  const first = await token();
  try {
    return await requestCertificate(context, fulcioUrl, first, key);
  } catch (error) {
    const refused = error instanceof CountersignError && error.code === 'FULCIO_REFUSED';
    const expired = first.expiresAt !== undefined && first.expiresAt <= context.clock.now();
    if (!refused || !expired) throw error;
    return requestCertificate(context, fulcioUrl, await token(), key);
  }
}
