export type * from './types.js';
export { verifyBundleFile } from './verify-bundle.js';
export type { VerifyBundleOptions } from './verify-bundle.js';
