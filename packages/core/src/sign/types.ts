import type { X509Certificate } from 'node:crypto';

interface ProvenEntry {
  readonly logIndex: number;
  /** Hexadecimal. */
  readonly logId: string;
  /** Base64 of the canonical body. */
  readonly body: string;
  readonly inclusionProof: {
    readonly logIndex: number;
    readonly treeSize: number;
    readonly rootHash: string;
    readonly hashes: readonly string[];
    readonly checkpoint: string;
  };
}

/** A Rekor v1 entry as the log answered it. */
export interface LogEntry extends ProvenEntry {
  readonly integratedTime: number;
  readonly signedEntryTimestamp: string;
}

/** A Rekor v2 entry: its log promises nothing and tells no time, so it is of use in a bundle alone. */
export interface TileLogEntry extends ProvenEntry {
  readonly signedEntryTimestamp?: undefined;
}

/** Who signs in this session. */
export type SignerIdentity =
  | {
      readonly kind: 'certificate';
      readonly identity: string;
      readonly issuer: string;
      readonly leaf: X509Certificate;
      /** Intermediates, then the root. */
      readonly chain: readonly X509Certificate[];
    }
  | {
      readonly kind: 'key';
      /** base64 SHA-256 of the DER SPKI */ readonly hint: string;
      readonly publicKeyPem: string;
    };

/** What a verifier needs besides the signed bytes, the same for both forms. */
interface Signed {
  readonly signer: SignerIdentity;
  /** Raw signature (ECDSA: DER). */
  readonly signature: Uint8Array;
}

/** A statement in its DSSE envelope and the v0.3 bundle made of it. */
export interface SignedEnvelope extends Signed {
  readonly payload: Uint8Array;
  readonly logEntries: readonly (LogEntry | TileLogEntry)[];
  /** The exact JSON that was logged: the `.att` layer must be these bytes (cosign compares their SHA-256). */
  readonly envelope: Buffer;
  /** The v0.3 bundle as JSON. */
  readonly bundle: Buffer;
}

/** A simple-signing document and its signature, for the `.sig` tag. */
export interface SignedSimple extends Signed {
  readonly payload: Uint8Array;
  readonly logEntries: readonly LogEntry[];
}

/** One key, one certificate, any number of claims. Log and timestamp calls run in parallel with a bound. */
export interface SigningSession {
  /** Resolves once the certificate is there (fetched at the first need). */
  signer(): Promise<SignerIdentity>;
  signStatement(payload: Uint8Array): Promise<SignedEnvelope>;
  signSimple(payload: Uint8Array): Promise<SignedSimple>;
}

/** The token that proves who runs this; `source` is printed, `token` never. */
export interface IdentityToken {
  readonly token: string;
  readonly source: 'input' | 'runner' | 'SIGSTORE_ID_TOKEN';
  readonly claims: Readonly<Record<string, unknown>>;
  readonly expiresAt: Date | undefined;
}

/** Where a token can come from, in this order. Values are handed in; the core reads no environment. */
export interface IdentityTokenSources {
  readonly input: string | undefined;
  readonly runner: { readonly requestUrl: string; readonly requestToken: string } | undefined;
  readonly sigstoreIdToken: string | undefined;
  /** What explains a missing token: GITHUB_ACTIONS, GITHUB_EVENT_NAME, GITHUB_ACTOR, head repository fork or not. */
  readonly situation: 'not-a-runner' | 'no-permission' | 'fork' | 'dependabot';
  /** Called with every token before its first use, so that logs hide it. */
  readonly mask: (secret: string) => void;
}
