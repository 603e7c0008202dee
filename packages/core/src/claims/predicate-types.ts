/** Predicate types in the spelling that verifiers compare byte by byte (cosign, Kyverno). */
export const COSIGN_SIGNATURE = 'https://sigstore.dev/cosign/sign/v1';
export const SPDX_DOCUMENT = 'https://spdx.dev/Document';
export const CYCLONEDX_BOM = 'https://cyclonedx.org/bom';
export const SLSA_PROVENANCE_V1 = 'https://slsa.dev/provenance/v1';
