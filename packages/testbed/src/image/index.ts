export { buildDemoImage, DEMO_PLATFORMS } from './demo-image.js';
export type { BuiltImage, BuiltPlatform, DemoImageOptions } from './demo-image.js';
export { pushBlob, pushImage, pushManifest } from './push.js';
export type { PushedImage, PushTarget } from './push.js';
export type { ImageFile } from './tar.js';
export { writeLayout } from './write-layout.js';
export type { LayoutEntry } from './write-layout.js';
