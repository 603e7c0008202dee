import type { TrustedRoot } from '@sigstore/protobuf-specs';

/** A TUF repository of one's own. */
export interface TufMirror {
  /** http or https, without a slash at its end. */
  readonly mirrorUrl: string;
  /** The path of the root.json that is trusted from the start. */
  readonly rootPath: string;
}

/** Where trusted_root.json comes from. */
export type TrustSource =
  | { readonly kind: 'public-good' }
  | ({ readonly kind: 'tuf-mirror' } & TufMirror)
  | { readonly kind: 'file'; readonly path: string; readonly sha256?: string };

/** Where the list of signing services comes from. */
export type SigningConfigSource =
  | { readonly kind: 'public-good' }
  | ({ readonly kind: 'tuf-mirror' } & TufMirror)
  | { readonly kind: 'file'; readonly path: string }
  | {
      readonly kind: 'urls';
      readonly fulcioUrl?: string;
      readonly rekorUrl?: string;
      readonly tsaUrl?: string;
    };

/** Which log is written to: Rekor v2 only where it is named. */
export type TransparencyLog = 'rekor-v1' | 'rekor-v2' | 'none';

/** A trusted root that parsed and holds something usable now. */
export interface TrustMaterial {
  readonly trustedRoot: TrustedRoot;
  /** For people: `public good (TUF, 3 hours old)` or the file with its sha256. */
  readonly origin: string;
  readonly sha256: string;
  /** The document as it was read. */
  readonly bytes: Uint8Array;
}

/** The services chosen from a signing config by its rules (validity, API version, selectors). URLs as configured. */
export interface SigningServices {
  readonly fulcioUrl: string | undefined;
  /** Logs to write to, all of `rekorVersion`; empty: no log. */
  readonly rekorUrls: readonly string[];
  /** 2 only where that was asked for by name. */
  readonly rekorVersion: 1 | 2;
  /** Full URLs of RFC 3161 timestamp authorities. */
  readonly tsaUrls: readonly string[];
  /** Names of chosen services that publish to everyone (sigstore.dev, sigstage.dev). */
  readonly publicServices: readonly ('fulcio' | 'rekor')[];
}
