import { detectAndRead } from '../cosign-detection.js';
import type { VerifierProfile } from '../types.js';

/** cosign 3.0.5 and 3.0.6; before 3.0.5 signed timestamps have to be asked for with a Rekor v2 log. */
export const cosign30: VerifierProfile = {
  id: 'cosign-3.0',
  title: 'cosign 3.0',
  versions: '3.0.x',
  reads: 'bundle referrers; .sig and .att tags where there is no bundle',
  counted: true,
  answer: (seen, question) => detectAndRead(seen, question),
};
