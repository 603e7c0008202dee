/** Predicate types in the spelling that verifiers compare byte by byte (cosign, Kyverno). */
export const COSIGN_SIGNATURE = 'https://sigstore.dev/cosign/sign/v1';
export const SPDX_DOCUMENT = 'https://spdx.dev/Document';
export const CYCLONEDX_BOM = 'https://cyclonedx.org/bom';
export const SLSA_PROVENANCE_V1 = 'https://slsa.dev/provenance/v1';
/** What slsa-github-generator writes, and what cosign's `slsaprovenance` means. Read here, never written. */
export const SLSA_PROVENANCE_V02 = 'https://slsa.dev/provenance/v0.2';
export const COSIGN_VULN = 'https://cosign.sigstore.dev/attestation/vuln/v1';
export const IN_TOTO_VULNS = 'https://in-toto.io/attestation/vulns/v0.2';
/** As cosign's `--type openvex` writes it, without a version. */
export const OPENVEX = 'https://openvex.dev/ns';

/** actions/attest writes the version into the type; it is an SPDX document all the same. */
const SPDX_TYPES = [SPDX_DOCUMENT, `${SPDX_DOCUMENT}/v2.3`, `${SPDX_DOCUMENT}/v2.2`];

/** The types that each short name stands for; any of them is meant. */
export const TYPES_OF_NAME = {
  spdx: SPDX_TYPES,
  cyclonedx: [CYCLONEDX_BOM],
  sbom: [...SPDX_TYPES, CYCLONEDX_BOM],
  slsaprovenance1: [SLSA_PROVENANCE_V1],
  slsaprovenance02: [SLSA_PROVENANCE_V02],
  provenance: [SLSA_PROVENANCE_V1, SLSA_PROVENANCE_V02],
  vuln: [COSIGN_VULN],
  scan: [COSIGN_VULN, IN_TOTO_VULNS],
  openvex: [OPENVEX, `${OPENVEX}/v0.2.0`],
} as const satisfies Record<string, readonly string[]>;

/** A name for files: one of a few words of ours, whatever the type is. */
export function shortNameOf(predicateType: string): string {
  if (predicateType === SLSA_PROVENANCE_V1) return 'slsaprovenance';
  for (const name of ['spdx', 'cyclonedx', 'slsaprovenance02', 'vuln', 'openvex'] as const) {
    const types: readonly string[] = TYPES_OF_NAME[name];
    if (types.includes(predicateType)) return name;
  }
  return predicateType === IN_TOTO_VULNS ? 'vulns' : 'predicate';
}
