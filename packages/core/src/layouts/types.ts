import type { Digest } from '../oci/index.js';

/**
 * How a claim is stored beside an image. `signature-referrer` is cosign's experimental OCI 1.1 form of a signature: read
 * from everyone, written only where the signature tag may not be changed. `notation-referrer` holds a signature of the Notary
 * Project, which is no claim of Sigstore's and is read by collectNotation alone.
 */
export type LayoutName =
  'signature-tag' | 'attestation-tag' | 'bundle-referrer' | 'signature-referrer' | 'notation-referrer';

/** A claim as found on a registry: hostile bytes, not looked into beyond what is needed to hand them on. */
export type ClaimMaterial =
  | { readonly kind: 'bundle'; readonly bytes: Uint8Array }
  | {
      readonly kind: 'simple-signing' | 'dsse-layer';
      /** The layer's blob: the simple-signing document, or the envelope JSON. */
      readonly payload: Uint8Array;
      readonly annotations: Readonly<Record<string, string>>;
    };

export interface StoredClaim {
  readonly layout: LayoutName;
  /** The digest beside which it was found; whether it speaks of that digest is for verification to say. */
  readonly subject: Digest;
  /** Digest of the referrer manifest, or of the layer in a tag's manifest. */
  readonly digest: Digest;
  readonly material: ClaimMaterial;
}

/** Something that stands where a claim should and could not be read (reason says why); never counted, always reported. */
export interface UnreadableClaim {
  readonly layout: LayoutName;
  readonly subject: Digest;
  readonly digest: Digest;
  readonly reason: string;
}
