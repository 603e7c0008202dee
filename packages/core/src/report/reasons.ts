import { claimRows, type ClaimRow } from './claim-rows.js';
import type { ImageReport } from './types.js';

type Requirement = ImageReport['requirements'][number];

/** `not accepted`: a claim for it is there and does not count; `missing`: nothing was found. */
export type Outcome = 'found' | 'not accepted' | 'missing';

/** What shares one reason, which people then read once. */
export interface ReasonGroup {
  readonly reason: string;
  readonly unmet: readonly { readonly requirement: Requirement; readonly outcome: Outcome }[];
  readonly rows: readonly ClaimRow[];
}

/**
 * Unmet requirements and rejected claims by their reason; first what was found and not accepted, since the error's code
 * is of that. The reason of a requirement names the layout and the digest of each claim: the claims say these themselves,
 * so it is brought down to theirs.
 */
export function reasonGroups({ claims, requirements }: ImageReport): readonly ReasonGroup[] {
  const unmet = requirements
    .filter(({ met }) => !met)
    .map((requirement) => {
      const { outcome, reason } = examined(requirement, claims);
      return { requirement, outcome, reason: reason ?? 'none was found' };
    })
    .sort((one, other) => rank(one.outcome) - rank(other.outcome));
  const rows = claimRows(claims).filter(isRejected);
  const reasons = new Set([...unmet.map(({ reason }) => reason), ...rows.map(({ reason }) => reason ?? '')]);
  return [...reasons].map((reason) => ({
    reason,
    unmet: unmet.filter((one) => one.reason === reason),
    rows: rows.filter((row) => (row.reason ?? '') === reason),
  }));
}

/** Rows that reasonGroups has. */
export const isRejected = ({ state }: Pick<ClaimRow, 'state'>): boolean => state === 'rejected';

/** What became of a requirement, and why in the words of the claims that were not accepted. */
export function examined(
  { met, subject, reason }: Requirement,
  claims: ImageReport['claims'],
): { readonly outcome: Outcome; readonly reason: string | undefined } {
  if (met) return { outcome: 'found', reason };
  const failed = claims.filter(
    (claim) =>
      claim.state === 'rejected' &&
      claim.subject === subject &&
      reason?.includes(`${claim.layout} ${claim.digest ?? ''}: ${claim.reason ?? ''}`) === true,
  );
  if (failed.length === 0) return { outcome: 'missing', reason };
  const distinct = new Set(failed.map((claim) => claim.reason ?? ''));
  return { outcome: 'not accepted', reason: [...distinct].join('; ') };
}

const rank = (outcome: Outcome): number => (outcome === 'not accepted' ? 0 : 1);
