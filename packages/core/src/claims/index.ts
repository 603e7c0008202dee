export type * from './types.js';
export { documentClaim, predicateClaim } from './attestation.js';
export { checkDocument } from './document.js';
export { checkPredicate } from './predicate.js';
export { COSIGN_SIGNATURE, CYCLONEDX_BOM, SLSA_PROVENANCE_V1, SPDX_DOCUMENT } from './predicate-types.js';
export { provenanceClaim } from './provenance.js';
export { routeDocument } from './route.js';
export { signatureClaim } from './signature.js';
export { STATEMENT_TYPE } from './statement.js';
