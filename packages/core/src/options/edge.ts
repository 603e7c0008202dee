import type { IdentityTokenSources } from '../sign/index.js';

/** What the options need from outside: files, the environment and where an identity token may come from. */
export interface OptionEdge {
  /** Rejects with the file system's error; with INPUT_INVALID where the file is larger. */
  readFile(path: string, maxBytes: number): Promise<Uint8Array>;
  /** COUNTERSIGN_TRUSTED_ROOT, COUNTERSIGN_SIGNING_CONFIG, COUNTERSIGN_TUF_MIRROR and _ROOT, and what `env://NAME` names. */
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly identity: Omit<IdentityTokenSources, 'input'>;
  /** The PEM public half of a key that a URI of a key management service names; `retryWindowMs` bounds all retries. */
  readonly kmsPublicKey?: (uri: string, retryWindowMs: number | undefined) => Promise<string>;
}
