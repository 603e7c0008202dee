export type * from './types.js';
export { decide, judgeClaim, type CheckedClaim } from './decide.js';
export { GITHUB_ISSUER } from './github-names.js';
export { requireAllowedSigner } from './match-signer.js';
export { claimsThatMet } from './met.js';
export { refusalOf } from './refusal.js';
export { parseRequirements } from './requirements.js';
export { isBefore, withSuperseded } from './superseded.js';
export { parseSignerRules, type RawSignerRules } from './signer-rules.js';
