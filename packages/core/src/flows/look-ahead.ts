import { collectClaims, type Collected, type LayoutName } from '../layouts/index.js';
import type { Digest } from '../oci/index.js';
import type { Repository } from '../registry/index.js';

/**
 * What stands beside the digests of a run, read once each: it may be asked for before anybody knows whether the digest is
 * there at all, and the answer is there when it is needed.
 */
export type LookAhead = (
  repository: Repository,
  subject: Digest,
  layouts: readonly LayoutName[],
) => Promise<Collected>;

export function createLookAhead(): LookAhead {
  const known = new Map<Repository, Map<string, Promise<Collected>>>();
  return (repository, subject, layouts) => {
    const ofRepository = known.get(repository) ?? new Map<string, Promise<Collected>>();
    known.set(repository, ofRepository);
    const key = [subject, ...layouts].join(' ');
    const collecting = ofRepository.get(key) ?? collectClaims(repository, subject, { layouts });
    ofRepository.set(key, collecting);
    return collecting;
  };
}

const EVERYWHERE: readonly LayoutName[] = [
  'signature-tag',
  'attestation-tag',
  'bundle-referrer',
  'signature-referrer',
];

/**
 * Where a run has to look before it writes. With bundles alone no tag has anything to tell, but where attestation bundles
 * would come without a signature's: then the signature tag shows what they would hide (layouts-and-verifiers.md, R6).
 */
export function layoutsToRead(
  layouts: 'all' | 'bundle' | 'legacy',
  withSignature: boolean,
): readonly LayoutName[] {
  if (layouts !== 'bundle') return EVERYWHERE;
  return withSignature ? ['bundle-referrer'] : ['signature-tag', 'bundle-referrer'];
}
