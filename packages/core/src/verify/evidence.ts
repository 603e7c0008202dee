import type { TransparencyLogEntry } from '@sigstore/bundle';
import type { X509Certificate } from '@sigstore/core';

/** What was signed, in one of the three forms that claims come in. */
export type SignedContent =
  | {
      readonly kind: 'envelope';
      readonly payloadType: string;
      readonly payload: Buffer;
      readonly signature: Buffer;
      /** The envelope as stored, where its exact bytes were logged (the `.att` layer); undefined in a bundle. */
      readonly stored: Buffer | undefined;
    }
  | { readonly kind: 'document'; readonly payload: Buffer; readonly signature: Buffer }
  | {
      readonly kind: 'digest';
      readonly algorithm: 'sha256' | 'sha384' | 'sha512';
      readonly digest: Buffer;
      readonly signature: Buffer;
      /** The bytes behind the digest, where the caller has them. */
      readonly artifact: Buffer | undefined;
    };

/** Whom the material names as signer. A key hint is a hint: it selects no key. */
export type NamedSigner =
  | { readonly kind: 'certificate'; readonly certificate: X509Certificate }
  | { readonly kind: 'key'; readonly hint: string | undefined };

/** A claim of any layout taken apart: parsed and bounded, and not yet believed. */
export interface Evidence {
  readonly content: SignedContent;
  readonly signer: NamedSigner;
  readonly logEntries: readonly TransparencyLogEntry[];
  /** RFC 3161 responses, DER. */
  readonly timestamps: readonly Buffer[];
  /** What the timestamps' imprints cover: the raw signature, or the whole envelope of an `.att` layer. */
  readonly stamped: Buffer;
}
