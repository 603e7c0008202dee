import type { SigningConfigSource, TrustSource } from '../trust/index.js';
import { readTrust } from './common.js';
import type { OptionEdge } from './edge.js';
import { readerOf } from './read.js';
import type { RawValues } from './setting.js';
import { readSigningConfigFile } from './signing-config.js';

/** Where the trust of a command comes from that neither signs nor verifies. */
export interface TrustSources {
  readonly trust: TrustSource;
  /** What belongs to that trust: the one that was named, else that of the same repository. undefined: none is known. */
  readonly signingConfig: Exclude<SigningConfigSource, { kind: 'urls' }> | undefined;
}

/** Reads trusted-root, trusted-root-sha256, tuf-mirror, tuf-root and signing-config. Throws INPUTS_CONTRADICT, INPUT_INVALID. */
export function parseTrustSources(raw: RawValues, edge: OptionEdge): TrustSources {
  const reader = readerOf(raw);
  const trust = readTrust(reader, edge);
  const file = readSigningConfigFile(reader, edge);
  if (file !== undefined) return { trust, signingConfig: { kind: 'file', path: file } };
  return { trust, signingConfig: trust.kind === 'file' ? undefined : trust };
}
