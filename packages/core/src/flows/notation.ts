import { asCountersignError } from '../errors.js';
import type { Subject } from '../digest-set/index.js';
import { NOTATION_ARTIFACT } from '../layouts/index.js';
import type { Digest } from '../oci/index.js';
import { claimedName } from '../reference/index.js';
import { formatName, type Certificate } from '../notation/index.js';
import type { OpenImage } from './images.js';
import type { ClaimReport, ClaimState } from './types.js';

/** A Notation signature in a report: its type stands where claims have that of their predicate. */
export const notationClaim = (
  subject: Subject,
  state: ClaimState,
  {
    digest,
    leaf,
    reason,
  }: {
    readonly digest?: Digest | undefined;
    readonly leaf?: Certificate | undefined;
    readonly reason?: string | undefined;
  },
): ClaimReport => ({
  subject: subject.digest,
  platform: subject.platform,
  predicateType: NOTATION_ARTIFACT,
  layout: 'notation-referrer',
  digest,
  identity: leaf && `x509.subject: ${formatName(leaf.subjectAttributes)}`,
  issuer: undefined,
  logIndex: undefined,
  state,
  reason,
});

/** What trust policies call a repository; Docker Hub by the name that users know. */
export const scopeOf = ({ image }: OpenImage): string =>
  claimedName(image.name).replace(/^index\.docker\.io\//, 'docker.io/');

/** What is signed of a digest. */
export const targetOf = ({ mediaType, digest, size }: Subject) => ({ mediaType, digest, size });

/** The message of a rejection; anything else is thrown on. */
export function whyRejected(thrown: unknown): string {
  const error = asCountersignError(thrown);
  if (error.fault !== 'rejection') throw error;
  return error.message;
}
