import { CountersignError } from '../errors.js';
import type { LayoutName } from '../layouts/index.js';
import type { Digest } from '../oci/index.js';

/**
 * Tags of an image that may not be changed: names the layouts that were not reached. What was stored stays, and is found
 * by the next run, which signs nothing again.
 */
export function unreachedLayouts(
  pinned: string,
  unreached: readonly {
    readonly subject: Digest;
    readonly layout: LayoutName;
    readonly cause: CountersignError;
  }[],
): CountersignError {
  const named = [...new Set(unreached.map(({ subject, layout }) => `${layout} of ${subject}`))];
  return new CountersignError('TAG_IMMUTABLE', {
    what: `${pinned} is signed, but not in every layout: the registry does not let tags be changed, so it refused ${named.join(', ')}`,
    remedy:
      'Exclude tags that match sha256-* from immutability in the settings of this repository, then run this again: nothing is signed a second time. Or use "layouts: bundle" where the registry has the referrers API, or store claims in a repository of their own (signature-repository).',
    cause: unreached[0]?.cause,
  });
}
