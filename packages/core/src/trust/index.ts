export type * from './types.js';
export { loadSigningConfig, loadTrust } from './load.js';
export type { TrustLoading } from './load.js';
export { isPublicGood } from './public-good.js';
export { selectServices } from './select-services.js';
export { parseSigningConfig } from './signing-config.js';
export type { LoadedSigningConfig } from './signing-config.js';
export { checkUsable, parseTrustedRoot } from './trusted-root.js';
export type { TufRepository } from './tuf-repository.js';
