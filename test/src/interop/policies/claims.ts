/** A claim that policies ask about: its type, and one member of its predicate with the value that they want there. */
export interface PolicyClaim {
  /** The ask's id. */
  readonly id: string;
  readonly title: string;
  readonly predicateType: string;
  readonly member: readonly string[];
  readonly value: string | number | boolean;
}

/** The conditions that people write: which build, which SBOM format, no critical vulnerability, reviewed. */
export const POLICY_CLAIMS: readonly PolicyClaim[] = [
  {
    id: 'provenance',
    title: 'the SLSA provenance, with its build type',
    predicateType: 'https://slsa.dev/provenance/v1',
    member: ['buildDefinition', 'buildType'],
    value: 'https://actions.github.io/buildtypes/workflow/v1',
  },
  {
    id: 'spdx',
    title: 'the SPDX SBOM, with its version',
    predicateType: 'https://spdx.dev/Document',
    member: ['spdxVersion'],
    value: 'SPDX-2.3',
  },
  {
    id: 'cyclonedx',
    title: 'the CycloneDX SBOM, with its format',
    predicateType: 'https://cyclonedx.org/bom',
    member: ['bomFormat'],
    value: 'CycloneDX',
  },
  {
    id: 'vulnerabilities',
    title: 'the scan, without critical vulnerabilities',
    predicateType: 'https://cosign.sigstore.dev/attestation/vuln/v1',
    member: ['scanner', 'result', 'summary', 'criticalCount'],
    value: 0,
  },
  {
    id: 'review',
    title: 'a predicate of a type of its own, with a member of it',
    predicateType: 'https://example.com/review/v1',
    member: ['reviewed'],
    value: true,
  },
];
