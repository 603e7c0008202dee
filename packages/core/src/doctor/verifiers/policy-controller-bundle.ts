import { cannot, looksBesideImage } from '../answers.js';
import { readBundles } from '../bundle-reader.js';
import { COSIGN_BUNDLES } from '../cosign-detection.js';
import type { VerifierProfile } from '../types.js';

/** policy-controller with `signatureFormat: bundle`: keyless attestations alone (sigstore/policy-controller#1958, #1899). */
export const policyControllerBundle: VerifierProfile = {
  id: 'policy-controller-bundle',
  title: 'policy-controller, signatureFormat: bundle',
  versions: '0.13 to 0.15.1',
  reads: 'bundle referrers, as attestations by identity',
  counted: true,
  answer: (seen, question) => {
    if (question.by === 'key') {
      return cannot('it reads bundles of identities alone', 'Use its default format for keys.');
    }
    if (question.predicateType === undefined) {
      return cannot(
        'it reads bundles as attestations alone',
        'Ask for the attestation https://sigstore.dev/cosign/sign/v1, which the signature is.',
      );
    }
    if (seen.elsewhere) return looksBesideImage();
    return readBundles(seen, question, COSIGN_BUNDLES);
  },
};
