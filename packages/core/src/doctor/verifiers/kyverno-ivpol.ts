import { refuses } from '../answers.js';
import { hasBundle } from '../bundle-reader.js';
import { detectAndRead } from '../cosign-detection.js';
import type { VerifierProfile } from '../types.js';

/** Kyverno's ImageValidatingPolicy: cosign's library, with cosign's own way of choosing what it reads. */
export const kyvernoIvpol: VerifierProfile = {
  id: 'kyverno-ivpol',
  title: 'Kyverno ImageValidatingPolicy',
  versions: '1.17 to 1.19',
  reads: 'bundle referrers; .sig and .att tags where there is no bundle',
  counted: true,
  answer: (seen, question) => {
    const answer = detectAndRead(seen, question);
    if (question.by === 'key' && answer.verdict === 'verifies' && hasBundle(seen)) {
      return refuses(
        'Kyverno 1.19.0 finds no signature of a key in a bundle (kyverno/kyverno#17363)',
        'Use a ClusterPolicy for keys, or Kyverno 1.18.',
      );
    }
    return answer;
  },
};
