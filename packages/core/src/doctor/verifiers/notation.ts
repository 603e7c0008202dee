import { cannot, looksBesideImage, refuses, seesNothing } from '../answers.js';
import type { VerifierProfile } from '../types.js';

const NOTARY_SIGNATURE = 'application/vnd.cncf.notary.signature';

/** Notation has certificates and a trust policy of its own: here it is only told whether there is anything for it. */
export const notation: VerifierProfile = {
  id: 'notation',
  title: 'Notation',
  versions: '1.3',
  reads: `referrers of the artifactType ${NOTARY_SIGNATURE}`,
  counted: false,
  answer: ({ referrers, elsewhere }, { predicateType }) => {
    if (elsewhere) return looksBesideImage();
    if (predicateType !== undefined)
      return cannot('it reads signatures alone', 'Use cosign for attestations.');
    const found = referrers.entries.filter(({ artifactType }) => artifactType === NOTARY_SIGNATURE);
    return found.length === 0
      ? seesNothing('there is no Notation signature', 'Sign with notation-key and notation-certificates too.')
      : refuses(
          'a Notation signature is there, and only a trust policy says whether it counts',
          'Run notation verify, or countersign verify with notation-trust-policy.',
        );
  },
};
