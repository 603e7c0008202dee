import { DSSE_ENVELOPE, type Digest } from '../oci/index.js';
import { supersedesAnnotation } from '../registry/index.js';
import { layerOf, PREDICATE_TYPE, SIGNATURE, type Layer, type LayerWitness } from './layer.js';

/** `sha256-<hex>.att` (sigstore/cosign specs/ATTESTATION_SPEC.md). */
export const attestationTag = (subject: Digest): string => `${subject.replace(':', '-')}.att`;

/**
 * The layer of one attestation. `envelope` is the exact JSON that was logged: cosign compares its SHA-256 with the log
 * entry's. The signature annotation is there and empty, as every reader expects it. `supersedes`: layers whose place it takes.
 */
export const attestationLayer = (
  envelope: Uint8Array,
  predicateType: string,
  witness: LayerWitness,
  supersedes: readonly Digest[] = [],
): Layer =>
  layerOf(
    DSSE_ENVELOPE,
    envelope,
    { [SIGNATURE]: '', [PREDICATE_TYPE]: predicateType, ...supersedesAnnotation(supersedes) },
    witness,
  );
