export type * from './types.js';
export { resolveImage } from './resolve.js';
