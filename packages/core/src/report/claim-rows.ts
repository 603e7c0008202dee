import type { ClaimReport } from './types.js';

/** One claim with the layouts it is stored in: what people read as one line. */
export interface ClaimRow extends Pick<
  ClaimReport,
  'predicateType' | 'platform' | 'subject' | 'state' | 'reason' | 'identity'
> {
  readonly stored: readonly Pick<ClaimReport, 'layout' | 'logIndex'>[];
}

/** Claims that differ in layout and log entry alone become one row; the order of the first of each stays. */
export function claimRows(claims: readonly ClaimReport[]): readonly ClaimRow[] {
  const groups = Map.groupBy(claims, ({ predicateType, subject, state, reason, identity }) =>
    JSON.stringify([predicateType, subject, state, reason, identity]),
  );
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    return first === undefined ? [] : [{ ...first, stored: group }];
  });
}

/** `bundle-referrer (log entry 3), signature-tag` */
export const storedText = ({ stored }: ClaimRow): string =>
  stored
    .map(({ layout, logIndex }) => (logIndex === undefined ? layout : `${layout} (log entry ${logIndex})`))
    .join(', ');
