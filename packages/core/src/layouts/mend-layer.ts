import type { X509Certificate } from 'node:crypto';
import { digestOf, DSSE_ENVELOPE, SIMPLE_SIGNING } from '../oci/index.js';
import { pemOf } from './certificate-chain.js';
import { CHAIN, TIMESTAMP, type Layer } from './layer.js';
import type { ClaimMaterial } from './types.js';

/** A layer as it stands in a tag or in a signature referrer, with its annotations. */
export function attachedLayer({
  kind,
  payload: blob,
  annotations,
}: Extract<ClaimMaterial, { annotations: unknown }>): Layer {
  const mediaType = kind === 'simple-signing' ? SIMPLE_SIGNING : DSSE_ENVELOPE;
  return { descriptor: { mediaType, size: blob.length, digest: digestOf(blob), annotations }, blob };
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
