import { createGate } from '../concurrency.js';
import { counted } from '../counted.js';
import {
  createJudges,
  diagnose,
  observe,
  VERIFIERS,
  type Diagnosis,
  type Observation,
  type Seen,
  type VerifierProfile,
} from '../doctor/index.js';
import { CountersignError } from '../errors.js';
import { FLOW_CONCURRENCY } from '../limits.js';
import type { SignerRule } from '../policy/index.js';
import { unseen, type DoctorReport } from '../report/index.js';
import type { TrustMaterial } from '../trust/index.js';
import type { Verifier } from '../verify/index.js';
import { openImages, type ImageRun, type OpenImage } from './images.js';
import type { NotationJudge } from './notation-verify.js';
import { openTrust } from './open-trust.js';
import { failureOf, imageReports, reported, statusOf, type Progress } from './report.js';
import type { CommonOptions, FlowReport, NotationTrust, Services } from './types.js';

export interface DoctorOptions extends CommonOptions {
  /** Who is asked for; empty: every signer counts, and the report says who signed. */
  readonly signers: readonly SignerRule[];
  /** Verifiers that were named; undefined: all. */
  readonly asked: readonly VerifierProfile[] | undefined;
  /** Whom to trust for Notation signatures; with it Notation counts. */
  readonly notation?: NotationTrust | undefined;
  readonly repair: boolean;
  readonly dryRun: boolean;
  readonly settleMs: number;
  readonly unsafeNoSettle: boolean;
}

/** What the doctor looks through, once everything is open. */
export interface DoctorScene {
  readonly options: DoctorOptions;
  readonly services: Services;
  readonly run: ImageRun;
  readonly trust: TrustMaterial | undefined;
  /** All that the trusted root demands: what is stored anew has to meet it. */
  readonly strict: Verifier;
  readonly look: (image: OpenImage, subject: OpenImage['subjects'][number], fresh?: boolean) => Promise<Seen>;
}

/**
 * Reads images as each verifier of the field would, and says which of them sees what, and why not; with `repair` it first
 * mends the lists and adds the layouts that can be made of what is there. `rejected` where a verifier that counts would
 * not accept something, `undecided` where the registry did not answer.
 */
export async function examineImages(options: DoctorOptions, services: Services): Promise<FlowReport> {
  let doctor: DoctorReport | undefined;
  const report = await reported('doctor', services, async (progress) => {
    const scene = await openScene(options, services, progress);
    const { run } = scene;
    const verifiers = VERIFIERS.map((one) =>
      one.id === 'notation' && options.notation !== undefined ? { ...one, counted: true } : one,
    );
    const repair = options.repair
      ? await (await import('./doctor-repair.js')).repairImages(scene, progress)
      : undefined;
    const diagnoses = new Map<OpenImage, readonly Diagnosis[]>();
    for (const [open, all] of await lookAtAll(scene)) {
      diagnoses.set(
        open,
        all.map(({ observation }) => diagnose(observation, options.signers, verifiers)),
      );
    }
    doctor = {
      images: run.images.flatMap((open) => {
        const found = diagnoses.get(open);
        return found === undefined ? [] : [{ reference: open.image.pinned, diagnoses: found }];
      }),
      verifiers,
      asked: options.asked?.map(({ id }) => id),
      ...(repair === undefined ? {} : { repair }),
    };
    for (const open of run.images) {
      const own = doctor.images.filter(({ reference }) => reference === open.image.pinned);
      const error = own.length === 0 ? undefined : unseenError(open, { ...doctor, images: own });
      if (error !== undefined) run.fail(open, error);
    }
    progress.images = imageReports(run, () => []);
    progress.error = failureOf(run);
    if (progress.error !== undefined) progress.status = statusOf(progress.error);
  });
  return doctor === undefined ? report : { ...report, doctor };
}

/** What stands beside each digest of the images, for a program that asks one verifier at a time (`answerOf`). */
export async function observeImages(
  options: DoctorOptions,
  services: Services,
): Promise<readonly Observation[]> {
  const scene = await openScene(options, services);
  const found = await lookAtAll(scene);
  const failure = failureOf(scene.run);
  if (failure !== undefined) throw failure;
  return [...found.values()].flat().map(({ observation }) => observation);
}

async function openScene(
  options: DoctorOptions,
  services: Services,
  progress?: Pick<Progress, 'notices'>,
): Promise<DoctorScene> {
  const { signers } = options;
  const keys = signers.flatMap((rule) => (rule.kind === 'key' ? [rule.publicKeyPem] : []));
  const keysAlone = keys.length > 0 && keys.length === signers.length;
  const { material, notice } = await openTrust(options.trust, keys, keysAlone, services);
  progress?.notices.push(notice);
  const judges = createJudges(material, keys);
  const run = await openImages(options, services);
  const gate = createGate(FLOW_CONCURRENCY);
  const judge =
    options.notation === undefined
      ? undefined
      : new (await import('./notation-verify.js')).NotationJudge(options.notation, services);
  return {
    options,
    services,
    run,
    trust: material,
    strict: judges.strict,
    look: (image, subject, fresh = false) =>
      gate(async () => {
        const elsewhere = image.claims !== image.repository;
        const seen = await observe(image.claims, subject, judges, { fresh, elsewhere });
        return judge === undefined
          ? seen
          : withNotation(seen, await judge.look(image, subject, seen.collected));
      }),
  };
}

/** Signatures that the policy passes by (`skip`) stay unjudged. */
function withNotation(seen: Seen, judged: Awaited<ReturnType<NotationJudge['look']>>): Seen {
  const claims = judged.map(({ claim }) => claim).filter(({ state }) => state !== 'unchecked');
  if (claims.length === 0) return seen;
  const notation = {
    accepted: claims.flatMap(({ state, digest }) => (state === 'verified' && digest ? [digest] : [])),
    reasons: claims.flatMap(({ state, reason }) =>
      state === 'rejected' ? [reason ?? 'it does not verify'] : [],
    ),
  };
  return { ...seen, observation: { ...seen.observation, notation } };
}

async function lookAtAll({ run, look }: DoctorScene): Promise<ReadonlyMap<OpenImage, readonly Seen[]>> {
  const found = new Map<OpenImage, readonly Seen[]>();
  await Promise.all(
    run.healthy.map((open) =>
      run.attempt(open, async () => {
        found.set(open, await Promise.all(open.subjects.map((subject) => look(open, subject))));
      }),
    ),
  );
  return found;
}

function unseenError(open: OpenImage, report: DoctorReport): CountersignError | undefined {
  const failed = unseen(report);
  const [first] = failed;
  if (first === undefined) return undefined;
  const titles = [...new Set(failed.map(({ verifier }) => verifier.title))];
  const shown =
    titles.length > 3 ? `${titles.slice(0, 3).join(', ')} and ${titles.length - 3} more` : titles.join(', ');
  return new CountersignError('CLAIM_UNSEEN', {
    what: `${counted(titles.length, 'verifier')} would not accept all that there is about ${open.image.pinned}: ${shown}`,
    remedy:
      first.remedy === ''
        ? 'The report says what each of them misses. With --for you name the verifiers that count.'
        : first.remedy,
  });
}
