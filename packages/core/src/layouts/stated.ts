import { COSIGN_SIGNATURE } from '../claims/index.js';
import type { Descriptor, Digest } from '../oci/index.js';
import { supersededBy } from '../registry/index.js';
import type { Collected } from './collect.js';
import type { StoredClaim } from './types.js';

/** The type that a claim says it is of: nobody vouches for that, so it serves the explanation of a failed one alone. */
export function statedType(stored: StoredClaim, collected: Collected): string | undefined {
  switch (stored.material.kind) {
    case 'simple-signing':
      return COSIGN_SIGNATURE;
    case 'dsse-layer':
      return stored.material.annotations.predicateType;
    case 'bundle':
      return listedType(stored.digest, collected);
  }
}

/** The same of a bundle, by what the list of referrers says of it. */
export const listedType = (digest: Digest, collected: Collected): string | undefined =>
  listedAnnotations(digest, collected)?.['dev.sigstore.bundle.predicateType'];

/** What a claim names as superseded: unsigned. */
export const statedOlder = (stored: StoredClaim, collected: Collected): readonly Digest[] =>
  supersededBy(
    stored.material.kind === 'bundle'
      ? listedAnnotations(stored.digest, collected)
      : stored.material.annotations,
  );

const listedAnnotations = (digest: Digest, { referrers }: Collected): Descriptor['annotations'] =>
  referrers.find((referrer) => referrer.digest === digest)?.annotations;
