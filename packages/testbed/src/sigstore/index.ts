export { GITHUB_ISSUER, SIGSTORE_AUDIENCE } from './oidc/claims.js';
export type { TokenClaims } from './oidc/claims.js';
export { startSigstore } from './start.js';
export type { RunningSigstore, SigstoreOptions, SigstorePem, SigstoreService } from './start.js';
export type { RunningTuf, TufPublication } from './tuf/service.js';
