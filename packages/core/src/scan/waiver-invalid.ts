import { CountersignError } from '../errors.js';

/** WAIVERS_INVALID: nothing is waived by a file that is not understood whole. */
export const invalidWaivers = (path: string, why: string, cause?: unknown): CountersignError =>
  new CountersignError('WAIVERS_INVALID', {
    what: `The waiver file ${path} cannot be applied: ${why}`,
    remedy:
      'Mend that place; docs/waivers.md in github.com/countersign/countersign has the form and an example, docs/schema/waivers.v1.json there its schema.',
    cause,
  });
