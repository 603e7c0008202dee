import type { X509Certificate } from 'node:crypto';
import { digestOf, DSSE_ENVELOPE, SIMPLE_SIGNING } from '../oci/index.js';
import { pemOf } from './certificate-chain.js';
import { CHAIN, LAYER_ANNOTATIONS, TIMESTAMP, type Layer } from './layer.js';
import type { ClaimMaterial } from './types.js';

/**
 * A layer as it stands in a tag or in a signature referrer, with the annotations that its layout knows: whatever else
 * anyone noted there is not theirs who signed, and is not stored again.
 */
export function attachedLayer({
  kind,
  payload: blob,
  annotations,
}: Extract<ClaimMaterial, { annotations: unknown }>): Layer {
  const mediaType = kind === 'simple-signing' ? SIMPLE_SIGNING : DSSE_ENVELOPE;
  const known = Object.fromEntries(
    LAYER_ANNOTATIONS.flatMap((name) => {
      const value = annotations[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );
  return { descriptor: { mediaType, size: blob.length, digest: digestOf(blob), annotations: known }, blob };
}

/** The layer with a chain beside its certificate, or without its timestamp; `chain` undefined: as it was. */
export function withWitness(
  { descriptor, blob }: Layer,
  change: { readonly chain: readonly X509Certificate[] | undefined; readonly withoutTimestamp: boolean },
): Layer {
  const kept = Object.entries(descriptor.annotations ?? {}).filter(
    ([name]) => !(change.withoutTimestamp && name === TIMESTAMP),
  );
  const annotations = {
    ...Object.fromEntries(kept),
    ...(change.chain === undefined ? {} : { [CHAIN]: pemOf(change.chain) }),
  };
  return { descriptor: { ...descriptor, annotations }, blob };
}
