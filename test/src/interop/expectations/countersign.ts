import type { Exception } from '../contract.js';

export const exceptions: readonly Exception[] = [
  {
    // It is asked for the signature as well, which is not there: the others that take the SBOM are asked for the SBOM alone.
    exhibits: ['attested-only'],
    asks: ['verify-https-spdx-dev-document'],
    expect: { state: 'refused', words: /CLAIM_MISSING: no signature was found/ },
  },
];
