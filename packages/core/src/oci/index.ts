export * from './digest.js';
export * from './descriptor.js';
export * from './manifest.js';
export * from './media-types.js';
