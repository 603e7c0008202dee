import { detectAndRead } from '../cosign-detection.js';
import type { VerifierProfile } from '../types.js';

/** Kyverno's ImageValidatingPolicy: cosign's library, with cosign's own way of choosing what it reads. */
export const kyvernoIvpol: VerifierProfile = {
  id: 'kyverno-ivpol',
  title: 'Kyverno ImageValidatingPolicy',
  versions: '1.17 to 1.19',
  reads: 'bundle referrers; .sig and .att tags where there is no bundle',
  counted: true,
  answer: (seen, question) => detectAndRead(seen, question),
};
