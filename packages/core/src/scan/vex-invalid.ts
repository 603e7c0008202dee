import { CountersignError } from '../errors.js';

/** VEX_INVALID: no statement of a document that is not understood whole counts. */
export const invalidVex = (path: string, why: string): CountersignError =>
  new CountersignError('VEX_INVALID', {
    what: `${path} cannot be read as a VEX document: ${why}`,
    remedy:
      'Give OpenVEX 0.2.0 JSON (vexctl writes it) or a CSAF 2.0 document of the VEX profile. A risk that is accepted is no VEX statement: waive it.',
  });
