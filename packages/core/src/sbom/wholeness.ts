import type { Evidence, Sbom } from './types.js';

/** One way in which a document does not hold what the image or folder does. */
export interface Incompleteness {
  readonly kind:
    | 'empty'
    | 'package-database'
    | 'distribution'
    | 'lock-file'
    | 'manifest'
    | 'binary'
    | 'unknown-version'
    | 'no-purl'
    | 'unknowns'
    | 'fewer-packages'
    | 'ecosystem-gone';
  /** A sentence; paths and names in it are text of others. */
  readonly text: string;
  /** The file that is the evidence, the first of several; undefined where there is none. */
  readonly path?: string;
  /** Packages are missing for certain; otherwise it tells how good the document is. */
  readonly fatal: boolean;
}

/** What a document is held against. */
export interface Wholeness {
  readonly sbom: Sbom;
  readonly evidence: readonly Evidence[];
  /** The document of an earlier release. */
  readonly baseline?: Sbom | undefined;
  /** A document without packages is right: a static binary on an empty base. A package database still needs its packages. */
  readonly allowEmpty: boolean;
  /** By how much less than the baseline's the number of packages may be, in percent of the baseline's. */
  readonly maxDropPercent: number;
}
