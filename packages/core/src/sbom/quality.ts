import type { Sbom, SbomPackage } from './types.js';

/** Shares are from 0 to 1, of all packages; 0 where there is none. */
export interface Quality {
  readonly packages: number;
  readonly version: number;
  readonly purl: number;
  readonly license: number;
  readonly supplier: number;
  readonly hash: number;
  /** The minimum elements of NTIA 2021: what is about packages holds for every one of them. */
  readonly ntia: {
    readonly supplier: boolean;
    readonly name: boolean;
    readonly version: boolean;
    readonly identifiers: boolean;
    readonly relationships: boolean;
    readonly author: boolean;
    readonly timestamp: boolean;
  };
}

export const QUALITY_MEASURES = ['version', 'purl', 'license', 'supplier', 'hash'] as const;
export type QualityMeasure = (typeof QUALITY_MEASURES)[number];

/** How much a document says about its packages. */
export function qualityOf(sbom: Sbom): Quality {
  const { packages } = sbom;
  const share = (says: (part: SbomPackage) => boolean): number =>
    packages.length === 0 ? 0 : packages.filter(says).length / packages.length;
  const shares = {
    version: share(({ version }) => version !== undefined),
    purl: share(({ purl }) => purl !== undefined),
    license: share(({ licenses }) => licenses.length > 0),
    supplier: share(({ supplier }) => supplier !== undefined),
    hash: share(({ hasHash }) => hasHash),
  };
  return {
    packages: packages.length,
    ...shares,
    ntia: {
      supplier: shares.supplier === 1,
      name: share(({ name }) => name !== '') === 1,
      version: shares.version === 1,
      identifiers: shares.purl === 1,
      relationships: sbom.hasRelationships,
      author: sbom.hasAuthor,
      timestamp: sbom.created !== undefined,
    },
  };
}

/** The least that is asked for; what is absent is not asked for. */
export type QualityThresholds = Readonly<Partial<Record<QualityMeasure, number>>> & {
  /** Every minimum element of NTIA 2021. */
  readonly ntia?: boolean;
};

export interface FailedThreshold {
  readonly measure: QualityMeasure | 'ntia';
  /** A sentence of ours: `62.5 % of the packages have a license; at least 80 % are asked for`. */
  readonly text: string;
}

/** The thresholds that a document does not reach, in the order of QUALITY_MEASURES. */
export function failedThresholds(
  quality: Quality,
  thresholds: QualityThresholds,
): readonly FailedThreshold[] {
  const failed: FailedThreshold[] = [];
  for (const measure of QUALITY_MEASURES) {
    const wanted = thresholds[measure];
    // Written so that a share or threshold that is no number fails.
    if (wanted === undefined || quality[measure] >= wanted) continue;
    failed.push({
      measure,
      text: `${percent(quality[measure])} of the packages have a ${measure}; at least ${percent(wanted)} are asked for`,
    });
  }
  const absent = Object.entries(quality.ntia).filter(([, there]) => !there);
  if (thresholds.ntia === true && absent.length > 0) {
    failed.push({
      measure: 'ntia',
      text: `minimum elements of NTIA are missing: ${absent.map(([element]) => element).join(', ')}`,
    });
  }
  return failed;
}

/** Rounded down, so that 99.99 % does not read as all. */
const percent = (share: number): string => `${Math.floor(share * 1000) / 10} %`;
