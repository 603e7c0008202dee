import { SigningConfig } from '@sigstore/protobuf-specs';
import { CountersignError } from '../errors.js';
import { MAX_TRUSTED_ROOT_BYTES } from '../limits.js';
import { faultInLists } from './list-members.js';
import type { SigningConfigSource } from './types.js';

/** A signing config as read, or the URLs given in its place. */
export type LoadedSigningConfig =
  | {
      readonly kind: 'config';
      readonly config: SigningConfig;
      readonly origin: string;
      /** The document as it was read. */
      readonly bytes: Uint8Array;
    }
  | Extract<SigningConfigSource, { kind: 'urls' }>;

const MEDIA_TYPE = 'application/vnd.dev.sigstore.signingconfig.v0.2+json';

const LISTS = ['caUrls', 'oidcUrls', 'rekorTlogUrls', 'tsaUrls'] as const;

/**
 * Reads a signing_config.json v0.2 (sigstore/protobuf-specs, sigstore_trustroot.proto). `origin` names it in errors.
 * Throws SIGNING_CONFIG_INVALID.
 */
export function parseSigningConfig(bytes: Uint8Array, origin: string): LoadedSigningConfig {
  if (bytes.length > MAX_TRUSTED_ROOT_BYTES) throw signingConfigInvalid(`${origin} is too large`);
  let config: SigningConfig;
  let fault: string | undefined;
  try {
    const json: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    config = SigningConfig.fromJSON(json);
    fault = faultInLists(json, LISTS);
  } catch (cause) {
    throw signingConfigInvalid(`${origin} is not a signing config in JSON`, cause);
  }
  if (config.mediaType !== MEDIA_TYPE) {
    throw signingConfigInvalid(`${origin} is not of the media type ${MEDIA_TYPE}`);
  }
  if (fault !== undefined) throw signingConfigInvalid(`${origin} ${fault}`);
  return { kind: 'config', config, origin, bytes };
}

export const signingConfigInvalid = (what: string, cause?: unknown): CountersignError =>
  new CountersignError('SIGNING_CONFIG_INVALID', {
    what: `The signing config ${what}`,
    remedy:
      'Give the signing_config.v0.2.json of your Sigstore instance (input signing-config), or the URLs of its services.',
    cause,
  });
