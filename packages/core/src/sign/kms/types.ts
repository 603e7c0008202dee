import type { KeyObject } from 'node:crypto';
import type { KeyServices } from '../key-source.js';

export type Env = KeyServices['env'];

/** One key of one service, as a provider reaches it. What it answers is not believed: openKmsKey checks it. */
interface KmsKey {
  /** Asked for once. */
  readonly publicKey: KeyObject;
  /** The signature over the message of `parts`, whose SHA-256 is `sha256`: ECDSA, in DER. */
  sign(sha256: Buffer, parts: readonly Uint8Array[]): Promise<Buffer>;
}

/** Opens the key of a URI: reads its public half, and holds on to the version it found. */
export type OpenKey = (uri: string, services: KeyServices) => Promise<KmsKey>;
