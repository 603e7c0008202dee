import type { ActionResult } from './runner.js';

/** How the verify step said no. */
export interface Refusal {
  readonly code: string;
  readonly reason: string;
}

/**
 * The refusal in a step's report: a verdict, not merely a failed step. undefined where the step passed, or failed
 * without having decided. The reason is that of a claim where one was found, else of the requirement that is not met.
 */
export function refusalOf({ exitCode, report }: ActionResult): Refusal | undefined {
  if (exitCode === 0 || report?.status !== 'rejected') return undefined;
  const [image] = report.images;
  const claim = image?.claims.find(({ state }) => state === 'rejected');
  const requirement = image?.requirements.find(({ met }) => !met);
  const error = image?.error ?? report.error;
  return {
    code: error?.code ?? 'CLAIM_MISSING',
    reason: claim?.reason ?? requirement?.reason ?? error?.message ?? 'no reason given',
  };
}
