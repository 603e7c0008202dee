import {
  examineImages,
  attestImages,
  signImages,
  type DoctorOptions,
  type FlowReport,
} from '@countersign/core/flows';
import { parseReference } from '@countersign/core/reference';
import { parseSignerRules } from '@countersign/core/policy';
import type { VerifierId } from '@countersign/core/doctor';
import { BY_REPOSITORY, type Stage } from '../flows/stage.js';
import type { Registry } from './damage.js';

export const REVIEW = 'https://example.com/review/v1';

/** Signs an image and attests a review about it, in every layout unless said otherwise. */
export async function publish(
  stage: Stage,
  reference: string,
  changes: Parameters<Stage['attest']>[0] = {},
): Promise<void> {
  const predicates = [{ type: REVIEW, path: 'review.json', bytes: Buffer.from('{"verdict":"good"}') }];
  const options = stage.attest({ on: [reference], signature: true, predicates, ...changes });
  const { status, error } = await attestImages(options, stage.services());
  if (status !== 'ok') throw error ?? new Error(status);
}

export async function sign(
  stage: Stage,
  reference: string,
  changes: Parameters<Stage['sign']>[0] = {},
): Promise<void> {
  const { status, error } = await signImages(stage.sign({ on: [reference], ...changes }), stage.services());
  if (status !== 'ok') throw error ?? new Error(status);
}

/** `countersign doctor` with the identity of the stage. */
export const examine = (
  stage: Stage,
  reference: string,
  changes: Partial<DoctorOptions> = {},
): Promise<FlowReport> => examineWithin(stage, reference, undefined, changes);

/** The same; `retryWindowMs`: how long a registry that stays away is asked again. */
export const examineWithin = (
  stage: Stage,
  reference: string,
  retryWindowMs: number | undefined,
  changes: Partial<DoctorOptions> = {},
): Promise<FlowReport> =>
  examineImages(
    {
      images: [parseReference(reference)],
      allowTag: false,
      platforms: 'index',
      plainHttpHosts: [],
      trust: { kind: 'file', path: stage.bed.trustedRoot },
      signers: parseSignerRules(BY_REPOSITORY),
      asked: undefined,
      repair: false,
      dryRun: false,
      settleMs: 10,
      unsafeNoSettle: false,
      ...changes,
    },
    stage.services(retryWindowMs),
  );

export const repair = (
  stage: Stage,
  reference: string,
  changes: Partial<DoctorOptions> = {},
): Promise<FlowReport> => examine(stage, reference, { repair: true, ...changes });

/** What one verifier says of the first digest: `verifies`, or the verdict and why. */
export function said(report: FlowReport, verifier: VerifierId, predicateType?: string): string {
  const [image] = report.doctor?.images ?? [];
  const question = image?.diagnoses[0]?.questions.find((one) => one.question.predicateType === predicateType);
  const finding = question?.findings.find((one) => one.verifier.id === verifier);
  if (finding === undefined) throw new Error(`${verifier} was not asked: ${report.error?.message ?? ''}`);
  return finding.verdict === 'verifies' ? 'verifies' : `${finding.verdict}: ${finding.why}`;
}

export const registryOf = ({ bed }: Stage): Registry => ({ host: bed.registry, auth: bed.auth });
