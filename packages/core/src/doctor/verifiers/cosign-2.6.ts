import { refuses } from '../answers.js';
import { hasBundle } from '../bundle-reader.js';
import { COSIGN_BUNDLES, detectAndRead } from '../cosign-detection.js';
import { readLayers } from '../layer-reader.js';
import type { VerifierProfile } from '../types.js';

/** cosign 2.6.3 and later of its line: bundles where there is any, else the tags. */
export const cosign26: VerifierProfile = {
  id: 'cosign-2.6',
  title: 'cosign 2.6.3 and later 2.6',
  versions: '2.6.3 to 2.6.x',
  reads: 'bundle referrers; .sig and .att tags where there is no bundle',
  counted: true,
  answer: (seen, question) => {
    const { trust, predicateType } = question;
    // It is told the repository for the tags alone, and looks for bundles beside the image.
    const seesBundle = !seen.elsewhere && hasBundle(seen);
    if (trust === 'pem' && seesBundle) {
      return refuses(
        'a bundle stands beside the image, and bundles it verifies with a trusted_root.json alone',
        'Give it --trusted-root instead of roots and keys in PEM.',
      );
    }
    if (trust === 'trusted-root' && predicateType !== undefined && !seesBundle) {
      return refuses(
        `there is no bundle${seen.elsewhere ? ' beside the image' : ''}, and attestations in the .att tag it does not verify with a trusted_root.json`,
        'Give it roots and keys in PEM (countersign trust export), or store bundles too.',
      );
    }
    if (seen.elsewhere) return readLayers(seen, question, { chain: 'own', timestamps: 'asked' });
    return detectAndRead(seen, question, { ...COSIGN_BUNDLES, rekorV2: 'flag' });
  },
};
