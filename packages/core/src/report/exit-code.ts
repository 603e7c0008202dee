import type { Fault } from '../errors.js';
import type { FlowReport } from '../flows/index.js';

/** Exit codes of the command and the actions, by whose fault it is. */
export const EXIT_CODE = {
  ok: 0,
  rejection: 1,
  user: 2,
  infrastructure: 3,
  defect: 4,
} as const satisfies Record<Fault | 'ok', number>;

/**
 * `skipped` is no failure: the caller asked for it, and the status says that nothing was signed. Nor is a rejection in the
 * mode `warn`, which stays the status.
 */
export function exitCodeOf({ status, mode, error }: Pick<FlowReport, 'status' | 'mode' | 'error'>): number {
  switch (status) {
    case 'ok':
    case 'skipped':
      return EXIT_CODE.ok;
    case 'rejected':
      return mode === 'warn' ? EXIT_CODE.ok : EXIT_CODE.rejection;
    case 'undecided':
      return EXIT_CODE.infrastructure;
    case 'error':
      return EXIT_CODE[error?.fault ?? 'defect'];
  }
}
