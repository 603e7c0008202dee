export { onRunner } from './on-runner.js';
export type { Runner } from './on-runner.js';
export { OUTPUTS } from './outputs.js';
export type { Output } from './outputs.js';
