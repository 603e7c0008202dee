import { counted } from '../../counted.js';
import { cannot, looksBesideImage, refusesAll, seesNothing, there, verifies } from '../answers.js';
import type { VerifierProfile } from '../types.js';

const NOTARY_SIGNATURE = 'application/vnd.cncf.notary.signature';

/** Notation has certificates and a trust policy of its own: without that it is only told whether there is anything for it. */
export const notation: VerifierProfile = {
  id: 'notation',
  title: 'Notation',
  versions: '1.3',
  reads: `referrers of the artifactType ${NOTARY_SIGNATURE}`,
  // Where a trust policy is given it does.
  counted: false,
  answer: ({ referrers, elsewhere, notation: judged }, { predicateType }) => {
    if (elsewhere) return looksBesideImage();
    if (predicateType !== undefined)
      return cannot('it reads signatures alone', 'Use cosign for attestations.');
    const found = referrers.entries.filter(({ artifactType }) => artifactType === NOTARY_SIGNATURE);
    if (found.length === 0)
      return seesNothing(
        'there is no Notation signature',
        'Sign with notation-key and notation-certificates too.',
      );
    if (judged === undefined)
      return there(
        `${counted(found.length, 'Notation signature')} beside the image, and a trust policy says whether any counts`,
        'Give notation-trust-policy, or run notation verify.',
      );
    const accepted = found.map(({ digest }) => digest).filter((digest) => judged.accepted.includes(digest));
    if (accepted.length > 0) return verifies(accepted);
    return refusesAll(
      judged.reasons.map((why) => ({
        why,
        remedy: 'Have it signed by whom the trust policy names, or look at the policy and its trust store.',
      })),
    );
  },
};
