export type { Descriptor } from './descriptor.js';
export { digestOf, hexOf, isDigest, parseDigest } from './digest.js';
export type { Digest } from './digest.js';
export type { ImageIndex, ImageManifest } from './manifest.js';
export {
  BUNDLE_V03,
  DOCKER_INDEX,
  DOCKER_MANIFEST,
  DSSE_ENVELOPE,
  IMAGE_MEDIA_TYPES,
  IN_TOTO,
  isIndexMediaType,
  OCI_CONFIG,
  OCI_EMPTY,
  OCI_INDEX,
  OCI_LAYER_GZIP,
  OCI_MANIFEST,
  SIMPLE_SIGNING,
} from './media-types.js';
export { formatPlatform, isPlainPlatform, splitPlatformPath, type Platform } from './platform.js';
