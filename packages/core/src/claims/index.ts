export type * from './types.js';
export { documentClaim, predicateClaim } from './attestation.js';
export { checkDocument, validateDocument } from './document.js';
export { validateOpenVex } from './openvex.js';
export { checkPredicate, validatePredicate } from './predicate.js';
export {
  COSIGN_SIGNATURE,
  COSIGN_VULN,
  CYCLONEDX_BOM,
  IN_TOTO_VULNS,
  OPENVEX,
  shortNameOf,
  SLSA_PROVENANCE_V02,
  SLSA_PROVENANCE_V1,
  SPDX_DOCUMENT,
  TYPES_OF_NAME,
} from './predicate-types.js';
export { provenanceClaim } from './provenance.js';
export { findPlatform, routeDocument } from './route.js';
export { signatureClaim } from './signature.js';
export { STATEMENT_TYPE } from './statement.js';
export { validateVulnerabilityReport } from './vulnerability-report.js';
export { Schemas } from './schema-check.js';
