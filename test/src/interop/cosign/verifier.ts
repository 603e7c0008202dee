import type { Verifier } from '../contract.js';
import { cosignAsks, type CosignRelease } from './asks.js';

/** A release of cosign as a verifier. */
export const cosignVerifier = (id: string, title: string, release: CosignRelease): Verifier => ({
  id,
  title,
  programs: [release.program],
  refusal:
    /no (matching )?signatures|no matching attestations|no attestations found|none of the attestations|none of the expected identities|failed to verify|signature not found|not found in transparency log|No Supply Chain Security Related Artifacts/i,
  refusalOf: {
    // Without a bundle there is nothing for the trusted root that it was given.
    unsigned:
      /no signatures found|no matching attestations|no attestations found|none of the attestations|trusted root path currently only supported|No Supply Chain Security Related Artifacts/,
  },
  asks: cosignAsks(release),
  version: async (run) =>
    /GitVersion:\s+v?(\S+)/.exec((await run(release.program, ['version'])).stdout)?.[1] ?? '',
});
