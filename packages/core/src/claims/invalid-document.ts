import { CountersignError } from '../errors.js';

/** PREDICATE_INVALID for a file that cannot be attested. */
export const invalidDocument = (path: string, why: string): CountersignError =>
  new CountersignError('PREDICATE_INVALID', {
    what: `${path} cannot be attested: ${why}`,
    remedy: 'Check the tool that wrote the file, and that the path names the file it wrote.',
  });
