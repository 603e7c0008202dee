export type * from './types.js';
export { cycloneDxDescribes } from './cyclonedx-describes.js';
export { readJsonDocument } from './json-text.js';
export type { JsonDocument, Refusal } from './json-text.js';
export { Shape } from './shape.js';
export { spdxDescribes } from './spdx-describes.js';
