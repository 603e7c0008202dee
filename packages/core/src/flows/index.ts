export type * from './types.js';
export { verifyBundleFile } from './verify-bundle.js';
export type { VerifyBundleOptions } from './verify-bundle.js';
export { attestImages } from './attest.js';
export { signImages } from './sign.js';
export { describeTree } from './tree.js';
export { verifyImages } from './verify.js';
