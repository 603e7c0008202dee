import { detectAndRead } from '../cosign-detection.js';
import type { VerifierProfile } from '../types.js';

/** cosign from 3.1 on. */
export const cosign3: VerifierProfile = {
  id: 'cosign-3',
  title: 'cosign 3.1 and later',
  versions: '3.1.0 and later',
  reads: 'bundle referrers; .sig and .att tags where there is no bundle',
  counted: true,
  answer: (seen, question) => detectAndRead(seen, question),
};
