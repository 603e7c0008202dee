import { CountersignError } from '../errors.js';
import type { Decision } from './types.js';

/**
 * The error of a rejected image; undefined for an accepted one. Its code is that of a claim which might have met the first
 * unmet requirement (SIGNER_NOT_ALLOWED, SUBJECT_MISMATCH, ...), else CLAIM_MISSING.
 */
export function refusalOf({ verdict, requirements, image }: Decision): CountersignError | undefined {
  if (verdict === 'accepted') return undefined;
  const unmet = requirements.filter(({ met }) => !met);
  const [first] = unmet;
  if (first === undefined) {
    return new CountersignError('CLAIM_MISSING', {
      what: `${image.pinned} is not accepted: nothing was required of it`,
      remedy: 'Say with require what has to be there.',
    });
  }
  const cause = unmet.find(({ cause: found }) => found !== undefined)?.cause;
  const where = `${first.requirement.name} on ${first.platform ?? 'the digest given'} (${first.subject})`;
  // Who asks for one digest alone has nothing to narrow.
  const ofIndexAlone = unmet.some(({ platform }) => platform !== undefined)
    ? '; for images that other tools signed on the index alone, set "platforms: index"'
    : '';
  const more = unmet.length > 1 ? `, and ${unmet.length - 1} more` : '';
  return new CountersignError(cause?.code ?? 'CLAIM_MISSING', {
    what: `${image.pinned} lacks ${where}${more}: ${first.reason ?? 'none was found'}`,
    remedy:
      cause?.remedy ??
      `Do not use this image, or have it signed (and attested) by whom the identity inputs name${ofIndexAlone}.`,
    cause,
  });
}
