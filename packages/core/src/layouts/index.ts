export type * from './types.js';
export { attestationLayer, attestationTag } from './attestation-tag.js';
export { bundleReferrer, EMPTY_CONFIG, type BundleReferrer } from './bundle-referrer.js';
export { chainAbove } from './certificate-chain.js';
export { collectClaims, type Collected, type CollectOptions } from './collect.js';
export type { Layer, LayerWitness, LoggedPromise } from './layer.js';
export {
  collectNotation,
  NOTATION_ARTIFACT,
  notationReferrer,
  type CollectedNotation,
  type FoundNotation,
  type NotationReferrer,
} from './notation-referrer.js';
export { attachedLayer, withWitness } from './mend-layer.js';
export { listedType, statedOlder, statedType } from './stated.js';
export { signatureReferrer } from './signature-referrer.js';
export { signatureLayer, signatureTag } from './signature-tag.js';
