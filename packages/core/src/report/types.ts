import type { CountersignError } from '../errors.js';
import type { LayoutName } from '../layouts/index.js';
import type { Digest } from '../oci/index.js';
import type { DoctorReport } from './doctor.js';
import type { SbomReport } from './sbom.js';
import type { ScanPart } from './scan-part.js';
import type { ToolsReport } from './tools.js';

/**
 * stored: written in this run; present: was there already and verified; planned: dry run; unreached: could not be
 * written (reason); verified / rejected: by verify and tree; unchecked: whole, and nothing says whom to trust (tree, a Notation signature
 * without a trust policy); superseded: verified, and a newer
 * claim took its place.
 */
export type ClaimState =
  'stored' | 'present' | 'planned' | 'unreached' | 'verified' | 'rejected' | 'unchecked' | 'superseded';

export interface ClaimReport {
  readonly subject: Digest;
  readonly platform: string | undefined;
  readonly predicateType: string;
  readonly layout: LayoutName;
  /** Of the stored object; undefined before it is written. */
  readonly digest: Digest | undefined;
  readonly identity: string | undefined;
  readonly issuer: string | undefined;
  readonly logIndex: number | undefined;
  readonly state: ClaimState;
  readonly reason: string | undefined;
}

export interface ImageReport {
  /** `host/repository@digest`. */
  readonly reference: string;
  readonly digest: Digest;
  readonly platforms: readonly { readonly platform: string; readonly digest: Digest }[];
  readonly claims: readonly ClaimReport[];
  /** Only from verify: each requirement and whether it is met. */
  readonly requirements: readonly {
    readonly name: string;
    readonly subject: Digest;
    readonly platform: string | undefined;
    readonly met: boolean;
    readonly reason: string | undefined;
  }[];
  /** `host/repository`, where the claims live elsewhere than beside the image. */
  readonly signatureRepository?: string;
  /** This image's own failure, when others of the run went on. */
  readonly error: CountersignError | undefined;
}

/** A sentence for people. */
export interface Notice {
  readonly level: 'notice' | 'warning';
  readonly text: string;
  /** In place of `text` on a terminal and in a summary, where the whole of it is in the document. */
  readonly short?: string;
}

export interface FlowReport {
  readonly command: 'sign' | 'attest' | 'verify' | 'tree' | 'doctor' | 'get' | 'sbom' | 'scan' | 'tools';
  /**
   * rejected: a verdict about an image, which wins over the others; error: an input or the set-up; undecided: an
   * infrastructure fault, so nobody knows; skipped: no identity and `onMissingIdentity: skip`. `error` is set with each of
   * the first three, and each image has its own.
   */
  readonly status: 'ok' | 'rejected' | 'undecided' | 'error' | 'skipped';
  /** Only from get: the predicates that verified, the newest first. */
  readonly predicates?: readonly unknown[];
  /** Only from verify: the folder with the predicates of the claims that met a requirement. */
  readonly predicatesPath?: string;
  /** Only from verify: with `warn` a rejection stands as the status and does not fail the step. */
  readonly mode?: 'enforce' | 'warn';
  readonly images: readonly ImageReport[];
  /** New bundles of this run, for the bundle-path output. */
  readonly bundles: readonly {
    readonly subject: Digest;
    readonly predicateType: string;
    readonly json: string;
  }[];
  readonly signer:
    { readonly identity: string; readonly issuer: string } | { readonly key: string } | undefined;
  readonly figures: {
    readonly logEntries: number;
    readonly timestamps: number;
    readonly certificates: number;
    readonly storedObjects: number;
    readonly requests: Readonly<Record<string, number>>;
    /** Of a dry run: what the run would need, nothing of it was made. */
    readonly planned?: true;
  };
  /** Sentences for people: limits that only some verifiers have, the trust used, what was skipped. */
  readonly notices: readonly Notice[];
  /** Only from sbom, once there was something to describe. */
  readonly sbom?: SbomReport;
  /** Only from scan, once something was judged. */
  readonly scan?: ScanPart;
  /** Only from doctor, once an image was looked at. */
  readonly doctor?: DoctorReport;
  /** Only from tools. */
  readonly tools?: ToolsReport;
  readonly error: CountersignError | undefined;
}
