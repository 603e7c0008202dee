import { COSIGN_BUNDLES, detectAndRead } from '../cosign-detection.js';
import type { VerifierProfile } from '../types.js';

/** cosign 2.6.3 and later of its line: bundles where there is any, else the tags. */
export const cosign26: VerifierProfile = {
  id: 'cosign-2.6',
  title: 'cosign 2.6.3 and later 2.6',
  versions: '2.6.3 to 2.6.x',
  reads: 'bundle referrers; .sig and .att tags where there is no bundle',
  counted: true,
  answer: (seen, question) => detectAndRead(seen, question, { ...COSIGN_BUNDLES, rekorV2: 'flag' }),
};
