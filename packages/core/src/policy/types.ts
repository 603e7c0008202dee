import type { CountersignError } from '../errors.js';
import type { Digest } from '../oci/index.js';
import type { ImageSet } from '../digest-set/index.js';
import type { LayoutName } from '../layouts/index.js';
import type { VerifiedClaim } from '../verify/index.js';

/** A text that must match whole: exactly, or by an RE2 pattern anchored at both ends. */
export type TextMatch =
  { readonly kind: 'exact'; readonly text: string } | { readonly kind: 'pattern'; readonly pattern: string };

/** Whom we accept. One alternative suffices; within one, everything given must hold. Made by parseSignerRules alone. */
export interface CertificateRule {
  readonly kind: 'certificate';
  readonly identity: TextMatch | undefined;
  readonly issuer: string;
  readonly sourceRepository: string | undefined;
  readonly sourceOwner: string | undefined;
  readonly sourceRef: string | undefined;
  readonly sourceDigest: string | undefined;
  readonly signerWorkflow: string | undefined;
  readonly signerDigest: string | undefined;
  readonly buildTrigger: string | undefined;
  readonly denySelfHostedRunners: boolean;
}
export type SignerRule =
  CertificateRule | { readonly kind: 'key'; readonly hint: string; readonly publicKeyPem: string };

/** What must be there. `predicateType` is a URI; `everywhere`: on the root and on each platform. */
export interface Requirement {
  readonly name: string;
  readonly kind: 'signature' | 'attestation' | 'notation';
  /** Any of these types satisfies it (sbom: SPDX or CycloneDX). None for `notation`: no claim of Sigstore's meets that. */
  readonly predicateTypes: readonly string[];
  readonly everywhere: boolean;
}

/** A stored claim after verification and the identity rules. */
export type JudgedClaim = {
  readonly layout: LayoutName;
  readonly subject: Digest;
  readonly digest: Digest;
  /** What the stored object names as superseded: unsigned. */
  readonly names: readonly Digest[];
} & (
  | { readonly state: 'verified'; readonly claim: VerifiedClaim }
  /** Verified too, and `by` took its place: it counts for nothing. */
  | { readonly state: 'superseded'; readonly claim: VerifiedClaim; readonly by: Digest }
  | {
      readonly state: 'rejected';
      readonly predicateType: string | undefined;
      readonly claim: VerifiedClaim | undefined;
      readonly error: CountersignError;
    }
);

export interface Decision {
  readonly image: ImageSet;
  readonly verdict: 'accepted' | 'rejected';
  readonly claims: readonly JudgedClaim[];
  readonly requirements: readonly {
    readonly requirement: Requirement;
    readonly subject: Digest;
    readonly platform: string | undefined;
    readonly met: boolean;
    /** Why not: none found, or each claim's reason. */
    readonly reason: string | undefined;
    /** The error of the first claim that might have met it. */
    readonly cause: CountersignError | undefined;
  }[];
}
