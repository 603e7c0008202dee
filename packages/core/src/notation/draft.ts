import type { NotationAlgorithm } from './algorithm.js';

/** What an envelope is made of, whatever its format. Times count in whole seconds. */
export interface EnvelopeDraft {
  readonly algorithm: NotationAlgorithm;
  readonly payload: Uint8Array;
  readonly signingTime: Date;
  readonly expiry: Date | undefined;
  /** What made the signature, as `name/version`. */
  readonly agent: string;
  /** DER, leaf first. */
  readonly chain: readonly Uint8Array[];
}

/** An envelope before its signature is there. */
export interface Unsigned {
  readonly signedBytes: Uint8Array;
  /** `signature`: in the raw form (r and s side by side); `timestamp`: a DER TimeStampToken over it. */
  readonly seal: (signature: Uint8Array, timestamp: Uint8Array | undefined) => Buffer;
}
