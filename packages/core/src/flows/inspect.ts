import { asCountersignError, CountersignError } from '../errors.js';
import {
  collectClaims,
  listedType,
  statedOlder,
  statedType,
  type Collected,
  type CollectOptions,
  type StoredClaim,
} from '../layouts/index.js';
import type { Digest } from '../oci/index.js';
import type { CheckedClaim } from '../policy/index.js';
import type { Repository } from '../registry/index.js';
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
    predicateType: listedType(digest, collected),
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
  const where = { layout, subject, digest, names: statedOlder(stored, collected) };
  try {
    return { ...where, claim: verifier.verify(material, subject) };
  } catch (thrown) {
    const error = asCountersignError(thrown);
    if (error.fault !== 'rejection') throw error;
    return { ...where, error, predicateType: statedType(stored, collected) };
  }
}
