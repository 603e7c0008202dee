export { buildDemoImage, buildImage, DEMO_PLATFORMS } from './demo-image.js';
export type { BuiltImage, BuiltPlatform, DemoImageOptions, PlatformLayers } from './demo-image.js';
export { alpineFiles, debianFiles, npmFiles, pythonFiles } from './package-files.js';
export type { NamedVersion } from './package-files.js';
export { pushBlob, pushImage, pushManifest } from './push.js';
export type { PushedImage, PushTarget } from './push.js';
export type { ImageFile } from './tar.js';
export { writeLayout } from './write-layout.js';
export type { LayoutEntry } from './write-layout.js';
