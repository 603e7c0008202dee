import type { CountersignError } from '../errors.js';
import type { LayoutName } from '../layouts/index.js';
import type { Descriptor, Digest } from '../oci/index.js';
import type { VerifiedClaim } from '../verify/index.js';
import type { Traits } from './traits.js';

/** A claim as it stands on the registry: what cryptography says of it, and what readers of its layout look at. */
export interface ObservedClaim {
  readonly layout: LayoutName;
  /** Of the referrer manifest, or of the layer in a tag's manifest. */
  readonly digest: Digest;
  /** Of a verified claim the signed one, else the one that it says it is of. */
  readonly predicateType: string | undefined;
  /** What verified against the trusted root; a claim without a log entry is verified by its other witnesses. */
  readonly verified: VerifiedClaim | undefined;
  /** Why it did not verify. */
  readonly error: CountersignError | undefined;
  /** undefined: its bytes could not be read at all. */
  readonly traits: Traits | undefined;
}

/** The list of referrers as it is served, with whatever is wrong in it. */
export interface ObservedReferrers {
  readonly source: 'api' | 'fallback' | 'folder';
  readonly entries: readonly Descriptor[];
  /** What stands under the tag of the fallback index: an index of referrers, the image itself (`cosign copy`), nothing. */
  readonly tag: 'index' | 'image' | 'absent';
  /** Entries of that index which the API does not list: readers of the API never see them. */
  readonly unlisted: readonly Descriptor[];
}

export interface TrustFacts {
  /** Issuer organisations of the lowest certificates of its authorities: gh chooses its trust by them. */
  readonly organizations: readonly string[];
  readonly logs: boolean;
}

/** All that verifiers can see beside one digest. */
export interface Observation {
  readonly subject: Digest;
  /** `os/architecture` of a platform; undefined for the digest that was named. */
  readonly platform: string | undefined;
  /** Whether this is a repository of claims, and not the image's own. */
  readonly elsewhere: boolean;
  readonly claims: readonly ObservedClaim[];
  readonly referrers: ObservedReferrers;
  /** Whether the tags are there. */
  readonly tags: Readonly<Record<'signature-tag' | 'attestation-tag', boolean>>;
  /** What of the trusted root some programs derive their demands from. */
  readonly trust: TrustFacts;
  /** What a trust policy says of the Notation signatures; undefined: none is given, or it does not judge here. */
  readonly notation?: {
    readonly accepted: readonly Digest[];
    readonly reasons: readonly string[];
  };
}

/** What a verifier is told, and what it is asked. */
export interface Question {
  /** undefined: is the image signed? Else: is there an attestation of this type? */
  readonly predicateType: string | undefined;
  readonly by: 'certificate' | 'key';
  /**
   * What has to witness the signature: `log` as programs demand it unless told otherwise; `log-and-timestamp`: also a signed
   * timestamp (`--use-signed-timestamps`); `timestamp`: that alone; `none`: nothing (`--insecure-ignore-tlog` with a key).
   */
  readonly witness: 'log' | 'log-and-timestamp' | 'timestamp' | 'none';
  /** Whether the verifier knows the intermediate certificates and not the root alone; undefined: as its users mostly have it. */
  readonly intermediates: boolean | undefined;
  /** How trust is given to it: programs of cosign's line take some layouts by one of them alone. */
  readonly trust: 'trusted-root' | 'pem' | 'either';
  /** Who is accepted, as the verifier would match it. */
  readonly accepts: (claim: VerifiedClaim) => boolean;
}

/**
 * `verifies`; `sees-nothing`: it looks, and there is nothing for it; `refuses`: it sees claims, and takes none;
 * `there`: there is something for it, and what it takes is for a policy of its own to say, which nobody gave;
 * `cannot`: it is not made to answer this, whatever is there.
 */
export type Verdict = 'verifies' | 'sees-nothing' | 'refuses' | 'there' | 'cannot';

/** What a verifier would say. */
export interface Answer {
  readonly verdict: Verdict;
  /** Why not; empty where it verifies. */
  readonly why: string;
  /** What would change that; empty where nothing has to. */
  readonly remedy: string;
  /** The stored objects that it accepts. */
  readonly accepted: readonly Digest[];
}

export type VerifierId =
  | 'cosign-2.4'
  | 'cosign-2.6.2'
  | 'cosign-2.6'
  | 'cosign-3.0'
  | 'cosign-3'
  | 'kyverno-cosign'
  | 'kyverno-bundle'
  | 'kyverno-ivpol'
  | 'policy-controller'
  | 'policy-controller-bundle'
  | 'gh'
  | 'slsa-verifier'
  | 'ratify'
  | 'notation';

/** A program of the field as the doctor knows it. */
export interface VerifierProfile {
  readonly id: VerifierId;
  /** For people: `Kyverno ClusterPolicy Cosign`. */
  readonly title: string;
  readonly versions: string;
  /** What it reads, in a few words. */
  readonly reads: string;
  /** false: its silence is no fault of an image, unless someone asks for it by name. */
  readonly counted: boolean;
  readonly answer: (seen: Observation, question: Question) => Answer;
}
