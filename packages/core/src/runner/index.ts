// The runner's protocol is a handful of lines, written here: @actions/core loads an HTTP client of its own with it, which
// takes longer than all the rest of a start.
export { onRunner } from './on-runner.js';
export type { Runner } from './on-runner.js';
export { COMMAND_OF, OUTPUTS } from './outputs.js';
export type { Output } from './outputs.js';
