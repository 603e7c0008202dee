import type { Digest } from '../oci/index.js';
import { SIMPLE_SIGNING } from '../oci/index.js';
import { layerOf, SIGNATURE, type Layer, type LayerWitness } from './layer.js';

/** `sha256-<hex>.sig` (sigstore/cosign specs/SIGNATURE_SPEC.md). */
export const signatureTag = (subject: Digest): string => `${subject.replace(':', '-')}.sig`;

/** The layer of one signature: the simple-signing document as it was signed. */
export const signatureLayer = (payload: Uint8Array, signature: Uint8Array, witness: LayerWitness): Layer =>
  layerOf(SIMPLE_SIGNING, payload, { [SIGNATURE]: Buffer.from(signature).toString('base64') }, witness);
