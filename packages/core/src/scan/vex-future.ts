import { MAX_CLOCK_SKEW_MS } from '../limits.js';
import type { VexDocument, VexStatement } from './vex-types.js';

/**
 * The documents without the statements that take findings out of the way and are dated later than `now` by more than clocks
 * differ: of statements about the same the latest counts, so such a one could never be taken back. One that says affected
 * stays: nothing becomes cleaner by it. `ignored`: a sentence for each document that had any.
 */
export function withoutFuture(
  documents: readonly VexDocument[],
  now: Date,
): { readonly documents: readonly VexDocument[]; readonly ignored: readonly string[] } {
  const latest = now.getTime() + MAX_CLOCK_SKEW_MS;
  const isFuture = ({ status, timestamp }: VexStatement): boolean =>
    (status === 'not_affected' || status === 'fixed') && timestamp.getTime() > latest;
  const ignored: string[] = [];
  const kept = documents.map(({ path, statements }): VexDocument => {
    const future = statements.filter(isFuture);
    const [first] = future;
    if (first === undefined) return { path, statements };
    ignored.push(
      `${path}: ${future.length} statements do not count, since they are dated in the future: ${first.name}, ${first.timestamp.toISOString()}.`,
    );
    return { path, statements: statements.filter((statement) => !isFuture(statement)) };
  });
  return { documents: kept, ignored };
}
