import type { Fault } from '../errors.js';
import type { FlowReport, ImageReport } from './types.js';

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
 * mode `warn`, which stays the status; an image that failed for another reason fails that run all the same.
 */
export function exitCodeOf({ status, mode, error, images }: Ended): number {
  switch (status) {
    case 'ok':
    case 'skipped':
      return EXIT_CODE.ok;
    case 'rejected':
      return mode === 'warn' ? otherThanRejection(images) : EXIT_CODE.rejection;
    case 'undecided':
      return EXIT_CODE.infrastructure;
    case 'error':
      return EXIT_CODE[error?.fault ?? 'defect'];
  }
}

type Ended = Pick<FlowReport, 'status' | 'mode' | 'error'> & {
  readonly images: readonly Pick<ImageReport, 'error'>[];
};

function otherThanRejection(images: Ended['images']): number {
  const faults = images.map(({ error }) => error?.fault).filter((fault) => fault !== undefined);
  const other = (['defect', 'user', 'infrastructure'] as const).find((fault) => faults.includes(fault));
  return other === undefined ? EXIT_CODE.ok : EXIT_CODE[other];
}
