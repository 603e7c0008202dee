import { COSIGN_SIGNATURE } from '../claims/index.js';
import { asCountersignError, CountersignError } from '../errors.js';
import { collectClaims, type Collected, type CollectOptions, type StoredClaim } from '../layouts/index.js';
import type { Digest } from '../oci/index.js';
import type { CheckedClaim } from '../policy/index.js';
import { supersededBy, type Repository } from '../registry/index.js';
import type { Verifier } from '../verify/index.js';

/** What stands beside one digest, each claim with what verification made of it. */
export interface Inspection {
  readonly collected: Collected;
  readonly checked: readonly CheckedClaim[];
  /** The bytes behind a checked claim; undefined where it could not be read. */
  readonly materialOf: (checked: CheckedClaim) => StoredClaim | undefined;
}

/** Collects the claims beside a digest and verifies them, as `judge` does. */
export const inspect = async (
  repository: Repository,
  subject: Digest,
  verifier: Verifier,
  options: CollectOptions = {},
): Promise<Inspection> => judge(await collectClaims(repository, subject, options), verifier);

/**
 * Verifies each claim beside a digest as a claim about that digest. A claim that fails is there with its reason; only a
 * registry that does not answer is thrown.
 */
export function judge(collected: Collected, verifier: Verifier): Inspection {
  const { subject } = collected;
  const materials = new Map<CheckedClaim, StoredClaim>();
  for (const stored of collected.claims) materials.set(check(stored, collected, verifier), stored);
  const unreadable = collected.unreadable.map(({ layout, digest, reason }): CheckedClaim => ({
    layout,
    subject,
    digest,
    names: [],
    predicateType: saidType(collected, digest),
    error: new CountersignError('BUNDLE_MALFORMED', {
      what: `The stored claim cannot be read: ${reason}`,
      remedy: 'Look at what was pushed there; it never counts.',
    }),
  }));
  return {
    collected,
    checked: [...materials.keys(), ...unreadable],
    materialOf: (checked) => materials.get(checked),
  };
}

function check(stored: StoredClaim, collected: Collected, verifier: Verifier): CheckedClaim {
  const { layout, subject, digest, material } = stored;
  const where = { layout, subject, digest, names: namesOf(stored, collected) };
  try {
    return { ...where, claim: verifier.verify(material, subject) };
  } catch (thrown) {
    const error = asCountersignError(thrown);
    if (error.fault !== 'rejection') throw error;
    return { ...where, error, predicateType: typeSaidBy(stored, collected) };
  }
}

/** The type that a failed claim says it is of: nobody vouches for that, so it serves the explanation alone. */
function typeSaidBy({ digest, material }: StoredClaim, collected: Collected): string | undefined {
  switch (material.kind) {
    case 'simple-signing':
      return COSIGN_SIGNATURE;
    case 'dsse-layer':
      return material.annotations.predicateType;
    case 'bundle':
      return saidType(collected, digest);
  }
}

const namesOf = ({ digest, material }: StoredClaim, { referrers }: Collected): readonly Digest[] =>
  supersededBy(
    material.kind === 'bundle'
      ? referrers.find((referrer) => referrer.digest === digest)?.annotations
      : material.annotations,
  );

const saidType = (collected: Collected, digest: Digest): string | undefined =>
  collected.referrers.find((referrer) => referrer.digest === digest)?.annotations?.[
    'dev.sigstore.bundle.predicateType'
  ];
