import { X509Certificate } from 'node:crypto';
import { attachedLayer, chainAbove, withWitness, type Layer } from '../layouts/index.js';
import { asCountersignError } from '../errors.js';
import type { TrustMaterial } from '../trust/index.js';
import type { Verifier } from '../verify/index.js';
import type { SoundClaim } from './doctor-claims.js';

/**
 * The layer as every reader of the tags takes it, where this one lacks the chain, or brings a timestamp beside its log
 * entry that old readers fail on; undefined where nothing is amiss or nothing can be done. Nothing that was signed changes.
 */
export function mendedLayer(
  { observed, stored }: SoundClaim,
  trust: TrustMaterial | undefined,
  strict: Verifier,
): Layer | undefined {
  const { traits } = observed;
  const { material } = stored;
  if (traits?.form !== 'layer' || material.kind === 'bundle' || trust === undefined) return undefined;
  const lacksChain = traits.certificate && traits.chain === 0;
  const hasSpareTime = traits.promise && traits.timestamp;
  if (!lacksChain && !hasSpareTime) return undefined;
  const layer = attachedLayer(material);
  const pem = material.annotations['dev.sigstore.cosign/certificate'];
  const chain = lacksChain && pem !== undefined ? chainAbove(new X509Certificate(pem), trust) : undefined;
  if (chain?.length === 0) return undefined;
  const mended = withWitness(layer, { chain, withoutTimestamp: hasSpareTime });
  try {
    const annotations = mended.descriptor.annotations ?? {};
    strict.verify({ kind: material.kind, payload: mended.blob, annotations }, stored.subject);
    return mended;
  } catch (thrown) {
    if (asCountersignError(thrown).fault !== 'rejection') throw thrown;
    return undefined;
  }
}
