import { hasBundle, readBundles, type BundleReader } from './bundle-reader.js';
import { readLayers } from './layer-reader.js';
import type { Answer, Observation, Question } from './types.js';

/** cosign's own reader of bundles. */
export const COSIGN_BUNDLES: BundleReader = {
  listing: 'all',
  minVersion: 0.3,
  messages: false,
  anyTypeSigns: true,
  breaksOnUnparsable: false,
  rekorV2: 'reads',
  anyTime: false,
};

/**
 * cosign from 2.6.3 on: one bundle of any kind among the referrers, and it reads bundles alone; else it falls back to the
 * tags without a word (sigstore/cosign pkg/cosign/verify.go, GetBundles).
 */
export function detectAndRead(seen: Observation, question: Question, reader = COSIGN_BUNDLES): Answer {
  if (!hasBundle(seen)) return readLayers(seen, question, { chain: 'own', timestamps: 'asked' });
  const answer = readBundles(seen, question, reader);
  if (answer.verdict === 'verifies') return answer;
  const legacy = readLayers(seen, question, { chain: 'own', timestamps: 'asked' });
  if (legacy.verdict !== 'verifies') return answer;
  return {
    ...answer,
    why: `${answer.why}; a bundle stands beside the image, so the tag that it would take is not looked at`,
  };
}
