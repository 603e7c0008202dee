import { createGate } from '../concurrency.js';
import type { Subject } from '../digest-set/index.js';
import { FLOW_CONCURRENCY } from '../limits.js';
import {
  claimsThatMet,
  decide,
  refusalOf,
  type Decision,
  type JudgedClaim,
  type Requirement,
} from '../policy/index.js';
import { openImages, type OpenImage } from './images.js';
import { inspect } from './inspect.js';
import { NotationJudge, type NotationDecision } from './notation-verify.js';
import { openTrust } from './open-trust.js';
import { freshFolder, writePredicates } from './predicates-dir.js';
import { failureOf, imageReports, reported, statusOf } from './report.js';
import { factsOf } from './signing-report.js';
import type { ClaimReport, FlowReport, ImageReport, Services, VerifyOptions } from './types.js';

/**
 * Verifies images: collects every claim from every layout, verifies each, and decides whether what is required is there,
 * signed by whom the rules accept. `rejected` is a verdict, `undecided` the lack of one; where one image is rejected and
 * another could not be decided, the run is rejected and both are told apart in their reports. In mode `warn` the verdict
 * is the same: whoever called asked for it and does not fail for it.
 */
export const verifyImages = (options: VerifyOptions, services: Services): Promise<FlowReport> =>
  reported('verify', services, async (progress) => {
    progress.mode = options.mode;
    const { signers, requirements, predicatesDir } = options;
    const folder =
      predicatesDir === undefined ? undefined : await freshFolder(predicatesDir, services.workDir);
    const keys = signers.flatMap((rule) => (rule.kind === 'key' ? [rule.publicKeyPem] : []));
    const keysAlone = keys.length === signers.length;
    const required = requirements.filter(({ kind }) => kind !== 'notation');
    const byNotation = requirements.find(({ kind }) => kind === 'notation');
    const judge = new NotationJudge(options.notation, services);
    // What only Notation is asked about needs nothing of Sigstore's, and no trusted root.
    const trust =
      required.length === 0 && byNotation !== undefined
        ? undefined
        : await openTrust(options.trust, keys, keysAlone, services);
    if (trust !== undefined) progress.notices.push(trust.notice);

    const run = await openImages(options, services);
    const gate = createGate(FLOW_CONCURRENCY);
    const decisions = new Map<OpenImage, Decision>();
    const notation = new Map<OpenImage, NotationDecision>();
    await Promise.all(
      run.images.map((open) =>
        run.attempt(open, async () => {
          if (byNotation !== undefined) notation.set(open, await judge.decide(open, byNotation));
          if (trust === undefined) return;
          const inspected = await Promise.all(
            demanded(open, required).map(({ digest }) =>
              gate(() => inspect(open.claims, digest, trust.verifier)),
            ),
          );
          const checked = inspected.flatMap((found) => found.checked);
          decisions.set(open, decide(open.image, checked, signers, required));
        }),
      ),
    );
    for (const [open, decision] of decisions) {
      const error = refusalOf(decision);
      if (error !== undefined) run.fail(open, error);
    }
    for (const [open, { error, warnings }] of notation) {
      if (error !== undefined) run.fail(open, error);
      for (const text of new Set(warnings)) progress.notices.push({ level: 'warning', text });
    }
    progress.images = imageReports(
      run,
      (open) => [
        ...judgedReports(open, decisions.get(open)?.claims ?? []),
        ...(notation.get(open)?.claims ?? []),
      ],
      (open) => [...requirementReports(decisions.get(open)), ...(notation.get(open)?.requirements ?? [])],
    );
    progress.error = failureOf(run);
    if (progress.error !== undefined) progress.status = statusOf(progress.error);
    if (progress.status === 'ok' && folder !== undefined) {
      await writePredicates(folder, [...decisions.values()].flatMap(claimsThatMet));
      progress.predicatesPath = folder;
    }
    if (progress.status === 'rejected' && options.mode === 'warn') {
      progress.notices.push({
        level: 'warning',
        text: 'An image was rejected. In the mode "warn" that does not end the job: this image is not verified.',
      });
    }
  });

/** The digests to look at: with `platforms: index` too, `sbom@all` asks for each platform. */
const demanded = (
  { image, subjects }: OpenImage,
  requirements: readonly Requirement[],
): readonly Subject[] =>
  requirements.some(({ everywhere }) => everywhere) ? [image.root, ...image.platforms] : subjects;

/** Judged claims of one image as a report has them. */
export const judgedReports = (open: OpenImage, claims: readonly JudgedClaim[]): readonly ClaimReport[] =>
  claims.map((judged) => {
    const subject = [open.image.root, ...open.image.platforms].find(
      ({ digest }) => digest === judged.subject,
    );
    const common = {
      subject: judged.subject,
      platform: subject?.platform,
      layout: judged.layout,
      digest: judged.digest,
    };
    const facts =
      judged.claim === undefined
        ? { identity: undefined, issuer: undefined, logIndex: undefined }
        : factsOf(judged.claim);
    switch (judged.state) {
      case 'verified':
      case 'superseded':
        return {
          ...common,
          ...facts,
          predicateType: judged.claim.predicateType,
          state: judged.state,
          reason: judged.state === 'superseded' ? `a newer claim took its place: ${judged.by}` : undefined,
        };
      case 'rejected':
        return {
          ...common,
          ...facts,
          predicateType: judged.predicateType ?? '',
          state: 'rejected',
          reason: judged.error.message,
        };
    }
  });

const requirementReports = (decision: Decision | undefined): ImageReport['requirements'] =>
  (decision?.requirements ?? []).map(({ requirement, subject, platform, met, reason }) => ({
    name: requirement.name,
    subject,
    platform,
    met,
    reason,
  }));
