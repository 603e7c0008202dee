import { CountersignError } from '../errors.js';
import { MAX_SHOWN_INPUT_CHARS } from '../limits.js';

/** REPORT_INVALID: a report that cannot be read decides nothing, and least of all that an image is clean. */
export const invalidReport = (path: string, why: string, cause?: unknown): CountersignError =>
  new CountersignError('REPORT_INVALID', {
    what: `${path} cannot be read as the report of a scan: ${why}`,
    remedy:
      'Give the whole file as the scanner wrote it: grype -o json, trivy --format json, or the predicate that scan writes; scan again where it was cut off.',
    cause,
  });

/** A text of the report, to be shown. */
export const shown = (value: unknown): string => JSON.stringify(value).slice(0, MAX_SHOWN_INPUT_CHARS);
