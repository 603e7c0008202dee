import type { CountersignError, Fault } from '@countersign/core/errors';
import { printable } from './printable.js';

/** Exit codes of the command's contract, by whose fault it is. */
export const EXIT_CODE = {
  ok: 0,
  rejection: 1,
  user: 2,
  infrastructure: 3,
  defect: 4,
} as const satisfies Record<Fault | 'ok', number>;

/** An error for people: what is wrong, then what to do. The first word tells a verdict from a failure to reach one. */
export const describeFailure = (error: CountersignError): string =>
  `${OPENING[error.fault]}: ${printable(error.message)} (${error.code})\n  ${printable(error.remedy)}\n`;

const OPENING: Record<Fault, string> = {
  rejection: 'Rejected',
  infrastructure: 'Could not decide',
  user: 'Error',
  defect: 'Defect',
};
