export type * from './types.js';
export { checkUsable, parseTrustedRoot } from './trusted-root.js';
