export type * from './types.js';
export { checkDescribes } from './check-describes.js';
export { cycloneDxDescribes } from './cyclonedx-describes.js';
export { readJsonDocument } from './json-text.js';
export type { JsonDocument, Refusal } from './json-text.js';
export { readSbom } from './read.js';
export { Shape } from './shape.js';
export { spdxDescribes } from './spdx-describes.js';
