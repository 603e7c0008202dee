import type { LayoutName } from '@countersign/core/layouts';
import type { ActionResult } from './runner.js';

/** How the verify step said no. */
export interface Refusal {
  readonly code: string;
  readonly reason: string;
}

/**
 * The refusal in a step's report: a verdict, not merely a failed step. undefined where the step passed, failed without
 * having decided, or did not refuse a claim in each of the given layouts. The reason is that of such a claim, else of
 * the requirement that is not met.
 */
export function refusalOf(
  { exitCode, report }: ActionResult,
  layouts: readonly LayoutName[],
): Refusal | undefined {
  if (exitCode === 0 || report?.status !== 'rejected') return undefined;
  const [image] = report.images;
  const claims = image?.claims.filter(({ state }) => state === 'rejected') ?? [];
  if (!layouts.every((layout) => claims.some((claim) => claim.layout === layout))) return undefined;
  const requirement = image?.requirements.find(({ met }) => !met);
  const error = image?.error ?? report.error;
  return {
    code: error?.code ?? 'CLAIM_MISSING',
    reason: claims[0]?.reason ?? requirement?.reason ?? error?.message ?? 'no reason given',
  };
}
