import { asCountersignError, type CountersignError } from '../errors.js';
import { makeMaterial, type Material, type MaterialSources } from './materials.js';
import type { PlannedClaim } from './plan.js';

/**
 * All claims in parallel: the session bounds the calls. None is abandoned half way because a service failed another. But
 * attestations of a digest whose signature failed are (`signed` gets them too, for the report): their bundles must not
 * come first (layouts-and-verifiers.md, R6). Throws what makeMaterial throws where that is final.
 */
export async function makeMaterials(
  missing: readonly PlannedClaim[],
  signed: Material[],
  sources: MaterialSources,
): Promise<Made> {
  const results = await Promise.allSettled(missing.map((one) => makeMaterial(one, sources)));
  const made = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
  signed.push(...made);
  const failures = results.flatMap((result, index) =>
    result.status === 'rejected'
      ? [{ planned: missing[index], error: asCountersignError(result.reason) }]
      : [],
  );
  const final = failures.find(
    ({ error }) => error.fault !== 'infrastructure' || error.code === 'INTERRUPTED',
  );
  if (final !== undefined) throw final.error;
  const unsigned = new Set(
    failures
      .map(({ planned }) => planned?.wanted.claim)
      .filter((claim) => claim?.kind === 'signature')
      .map((claim) => claim?.subject.digest),
  );
  return {
    materials: made.filter(({ planned }) => !unsigned.has(planned.wanted.claim.subject.digest)),
    failure: failures[0]?.error,
  };
}

interface Made {
  readonly materials: readonly Material[];
  /** Why the others could not be signed now; told when what was signed is stored, or it would be signed again. */
  readonly failure: CountersignError | undefined;
}
