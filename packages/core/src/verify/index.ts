export type * from './types.js';
export { createVerifier } from './verifier.js';
export type { Verifier, VerifyClaimOptions } from './verifier.js';
export { deriveRequirements } from './requirements.js';
export type { TrustRequirements } from './requirements.js';
