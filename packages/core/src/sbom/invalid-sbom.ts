import { CountersignError } from '../errors.js';

/** SBOM_INVALID for a file that cannot be read as an SBOM. */
export const invalidSbom = (path: string, why: string): CountersignError =>
  new CountersignError('SBOM_INVALID', {
    what: `${path} cannot be read as an SBOM: ${why}`,
    remedy:
      'Give SPDX 2.2 or 2.3 JSON, CycloneDX 1.4 to 1.7 JSON or syft-json, as the tool wrote it; check that the path names that file.',
  });
