import type { Case, Result } from '../contract.js';
import { NEVER_MISSING } from './programs.js';

/**
 * Which of the programs that a run must not do without have cases here, and not one that was run: whatever the reason is (a
 * registry that was not built takes all cases on it along), such a run says nothing of them.
 */
export function idlePrograms(cases: readonly Case[], results: readonly Result[]): readonly string[] {
  const ran = new Set(results.filter(({ state }) => state !== 'not-run').map(({ verifier }) => verifier));
  return NEVER_MISSING.filter((program) => {
    const theirs = cases.map(({ verifier }) => verifier).filter(({ programs }) => programs[0] === program);
    return theirs.length > 0 && !theirs.some(({ id }) => ran.has(id));
  });
}
