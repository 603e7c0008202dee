import type { SignerRule } from '../policy/index.js';
import type { ImageReference } from '../reference/index.js';
import type { QualityThresholds, SbomFormat } from '../sbom/index.js';
import type { ArtifactTarget } from './artifact-upload.js';
import type { GitHubCommit } from './github-api.js';
import type { CommonOptions } from './types.js';

/** A document that is asked for, in a pinned version of its specification. */
export interface WantedFormat {
  readonly format: SbomFormat;
  /** undefined for syft-json, which has one. */
  readonly specVersion: string | undefined;
}

export interface GivenFile {
  /** `os/architecture[/variant]`; undefined: the digest that the document describes decides. */
  readonly platform: string | undefined;
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Where the documents come from. */
export type SbomSource =
  | { readonly kind: 'syft' }
  | { readonly kind: 'buildkit' }
  | { readonly kind: 'files'; readonly files: readonly GivenFile[] };

/** What the documents are compared with. */
export type SbomBaseline =
  | { readonly kind: 'files'; readonly files: readonly GivenFile[] }
  /** The SBOM attestations of that image that verify and that one of these made. */
  | { readonly kind: 'image'; readonly image: ImageReference; readonly signers: readonly SignerRule[] };

/** Where a dependency snapshot is sent (GitHub REST API, "Create a snapshot of dependencies for a repository"). */
export interface SnapshotTarget extends GitHubCommit {
  readonly workflow: string;
  readonly job: string;
  readonly runId: string;
  readonly serverUrl: string;
  /** `owner/name` of this action. */
  readonly detector: string;
}

export interface SbomOptions extends CommonOptions {
  /** undefined: the one image of the options. A folder or file, relative to the services' workDir. */
  readonly path: string | undefined;
  /** Platforms as `os/architecture[/variant]`; undefined: all that the image has. */
  readonly only: readonly string[] | undefined;
  readonly source: SbomSource;
  readonly formats: readonly WantedFormat[];
  readonly onIncomplete: 'fail' | 'warn';
  readonly allowEmpty: boolean;
  readonly baseline: SbomBaseline | undefined;
  readonly maxDropPercent: number;
  readonly thresholds: QualityThresholds;
  /** undefined: a folder of the runner's or the system's for temporary files. */
  readonly outputDir: string | undefined;
  readonly snapshot: SnapshotTarget | undefined;
  /** The workflow artifact that takes what was written; undefined: nothing is uploaded. */
  readonly artifact?: ArtifactTarget | undefined;
  readonly supplier: string | undefined;
  readonly syft: {
    readonly path: string | undefined;
    readonly version: string | undefined;
    readonly mirror: string | undefined;
    /** A syft on PATH is taken for its version alone. */
    readonly allowPath: boolean;
  };
  readonly timeoutMs: number;
  /** Seconds since 1970 for the documents of a folder (SOURCE_DATE_EPOCH); an image has a time of its own. */
  readonly sourceDate: Date | undefined;
  readonly dryRun: boolean;
}
