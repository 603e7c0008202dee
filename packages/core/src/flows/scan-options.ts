import type { SignerRule } from '../policy/index.js';
import type { ImageReference } from '../reference/index.js';
import type { Gate } from '../scan/types.js';
import type { GitHubCommit } from './github-api.js';
import type { CommonOptions } from './types.js';

/** What is scanned or judged; exactly one kind. Relative paths start at the services' workDir. */
export type ScanTarget =
  /** The one image of the options: an SBOM of each platform is made and scanned. */
  | { readonly kind: 'image' }
  | { readonly kind: 'path'; readonly path: string }
  /** Documents to scan, or reports of a scanner to judge; with an image these are about its platforms. */
  | { readonly kind: 'sbom' | 'report'; readonly files: readonly ScanFile[] };

export interface ScanFile {
  /** `os/architecture[/variant]`; undefined: the digest that it says it describes decides. */
  readonly platform: string | undefined;
  readonly path: string;
}

/** What `max-new` compares with. */
export type BaselineSource =
  | { readonly kind: 'file'; readonly path: string }
  /** The last scan attestation that verifies and that one of these made; of the image scanned, or of another one. */
  | {
      readonly kind: 'attested';
      readonly image: ImageReference | undefined;
      readonly signers: readonly SignerRule[];
    };

export type FurtherFormat = 'vdr' | 'junit' | 'in-toto-vulns';

export interface ScanOptions extends CommonOptions {
  readonly target: ScanTarget;
  readonly gate: Gate;
  readonly baseline: BaselineSource | undefined;
  /** undefined: `.countersign/waivers.yaml`, where there is one. */
  readonly waivers: string | undefined;
  readonly maxWaiverDays: number;
  readonly vexFiles: readonly string[];
  /** Whose OpenVEX attestations on the image count; empty: none is looked for. */
  readonly vexSigners: readonly SignerRule[];
  readonly formats: readonly FurtherFormat[];
  readonly outputDir: string | undefined;
  /** Where SARIF is sent; undefined: nowhere. */
  readonly upload: GitHubCommit | undefined;
  readonly grype: { readonly version: string | undefined; readonly path: string | undefined };
  /** A grype or syft on PATH will do, its version checked. */
  readonly allowPath: boolean;
  readonly syft: { readonly version: string | undefined; readonly path: string | undefined };
  /** Where both are downloaded from first. */
  readonly toolMirror: string | undefined;
  /** An image or folder without any package is scanned too. */
  readonly allowEmpty: boolean;
  readonly database: {
    readonly update: 'auto' | 'never';
    readonly mirror: string | undefined;
    readonly file: string | undefined;
    readonly folder: string | undefined;
    readonly maxAgeMs: number;
    readonly timeoutMs: number;
  };
  readonly scanTimeoutMs: number;
  readonly dryRun: boolean;
}
