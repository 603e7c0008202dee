import { detectAndRead } from '../cosign-detection.js';
import type { VerifierProfile } from '../types.js';

/**
 * cosign 3.0.5 and 3.0.6, which look at signed timestamps unasked where an entry is of Rekor v2 (pkg/cosign/verify_bundle.go);
 * before, they have to be asked for, as with 2.6. Its sigstore-go is that of cosign 2.6.4, which was run.
 */
export const cosign30: VerifierProfile = {
  id: 'cosign-3.0',
  title: 'cosign 3.0',
  versions: '3.0.x; entries of Rekor v2 from 3.0.5 on',
  reads: 'bundle referrers; .sig and .att tags where there is no bundle',
  counted: true,
  answer: (seen, question) => detectAndRead(seen, question),
};
