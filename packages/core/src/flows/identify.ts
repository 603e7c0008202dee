import type { Context } from '../context.js';
import { CountersignError } from '../errors.js';
import {
  obtainIdentityToken,
  openSigningKey,
  renewingToken,
  type IdentityToken,
  type SessionOptions,
  type SigningKey,
} from '../sign/index.js';
import { signerOfToken, type ExpectedSigner } from './signer.js';
import type { Services, SigningOptions } from './types.js';

/** Who signs in this run. */
export type RunIdentity =
  | { readonly kind: 'key'; readonly key: SigningKey; readonly name: string }
  | { readonly kind: 'token'; readonly token: IdentityToken }
  /** A dry run asks for no token. */
  | { readonly kind: 'unknown' };

/** Of a key in a key management service the public half is read. Throws what openSigningKey and obtainIdentityToken throw. */
export async function identify(options: SigningOptions, services: Services): Promise<RunIdentity> {
  const { key } = options;
  if (key !== undefined) {
    return { kind: 'key', key: await openSigningKey(key, services), name: key.name };
  }
  if (options.dryRun) return { kind: 'unknown' };
  return { kind: 'token', token: await obtainIdentityToken(options.identity, services.context) };
}

/** Whose claims count as this run's own before a certificate was asked for; undefined: only the certificate tells. */
export function expectedSigner(identity: RunIdentity): ExpectedSigner | undefined {
  switch (identity.kind) {
    case 'key':
      return { kind: 'key', hint: identity.key.hint };
    case 'token':
      return signerOfToken(identity.token.claims);
    case 'unknown':
      return undefined;
  }
}

/** One sentence for people. */
export function describeIdentity(identity: RunIdentity): string {
  switch (identity.kind) {
    case 'key':
      return `Signing with the key ${identity.name}.`;
    case 'token':
      return `Signing with the identity token from ${SOURCES[identity.token.source]}.`;
    case 'unknown':
      return 'Dry run: no identity token was asked for, nothing is signed and nothing is stored.';
  }
}

const SOURCES = {
  input: 'the input identity-token',
  runner: 'the runner',
  SIGSTORE_ID_TOKEN: 'SIGSTORE_ID_TOKEN',
} as const;

/** What a session signs with. Throws INTERNAL for a dry run, which opens no session. */
export function sessionIdentity(
  identity: RunIdentity,
  options: SigningOptions,
  context: Context,
): SessionOptions['identity'] {
  switch (identity.kind) {
    case 'key':
      return { kind: 'key', key: identity.key };
    case 'token':
      return { kind: 'token', token: renewingToken(options.identity, context, identity.token) };
    case 'unknown':
      throw new CountersignError('INTERNAL', {
        what: 'A dry run came to sign',
        remedy: 'This is a defect in Countersign: please report it.',
      });
  }
}
