import { createGate } from '../concurrency.js';
import { FLOW_CONCURRENCY } from '../limits.js';
import {
  judgeClaim,
  withSuperseded,
  type CheckedClaim,
  type JudgedClaim,
  type SignerRule,
} from '../policy/index.js';
import type { VerifiedClaim } from '../verify/index.js';
import { openImages, type OpenImage } from './images.js';
import { inspect } from './inspect.js';
import { NotationJudge } from './notation-verify.js';
import { openTrust } from './open-trust.js';
import { failureOf, imageReports, reported, statusOf } from './report.js';
import type { ClaimReport, FlowReport, Services, TreeOptions } from './types.js';
import { judgedReports } from './verify.js';

/**
 * Shows images as they are: platforms, and every claim in every layout with its state. Without a signer rule a claim is
 * `verified` where cryptography holds and it tells who signed it: nothing is decided here.
 */
export const describeTree = (options: TreeOptions, services: Services): Promise<FlowReport> =>
  reported('tree', services, async (progress) => {
    const keys = options.signers.flatMap((rule) => (rule.kind === 'key' ? [rule.publicKeyPem] : []));
    const keysAlone = keys.length > 0 && keys.length === options.signers.length;
    const trust = await openTrust(options.trust, keys, keysAlone, services);
    progress.notices.push(trust.notice);

    const run = await openImages(options, services);
    const gate = createGate(FLOW_CONCURRENCY);
    const judge = new NotationJudge(options.notation, services);
    const claims = new Map<OpenImage, readonly JudgedClaim[]>();
    const notation = new Map<OpenImage, readonly ClaimReport[]>();
    await Promise.all(
      run.images.map((open) =>
        run.attempt(open, async () => {
          const inspected = await Promise.all(
            open.subjects.map(({ digest }) => gate(() => inspect(open.claims, digest, trust.verifier))),
          );
          const beside = await Promise.all(
            open.subjects.map((subject, at) =>
              gate(() => judge.look(open, subject, inspected[at]?.collected)),
            ),
          );
          notation.set(
            open,
            beside.flat().map(({ claim }) => claim),
          );
          const checked = inspected.flatMap((found) => found.checked);
          claims.set(
            open,
            withSuperseded(
              checked.map((one) => judgeForTree(one, options.signers)),
              options.signers.length > 0 ? undefined : haveOneSigner,
            ),
          );
        }),
      ),
    );
    progress.images = imageReports(run, (open) => [
      ...judgedReports(open, claims.get(open) ?? []),
      ...(notation.get(open) ?? []),
    ]);
    progress.error = failureOf(run);
    if (progress.error !== undefined) progress.status = statusOf(progress.error);
  });

function judgeForTree(checked: CheckedClaim, signers: readonly SignerRule[]): JudgedClaim {
  if (signers.length > 0 || checked.claim === undefined) return judgeClaim(checked, signers);
  const { layout, subject, digest, names, claim } = checked;
  return { layout, subject, digest, names, state: 'verified', claim };
}

/** Where nobody said whose claims are accepted, each signer replaces claims of its own alone. */
const haveOneSigner = ({ signer: one }: VerifiedClaim, { signer: other }: VerifiedClaim): boolean =>
  one.kind === 'certificate' && other.kind === 'certificate'
    ? one.identity === other.identity && one.facts.issuer === other.facts.issuer
    : one.kind === 'key' && other.kind === 'key' && one.hint === other.hint;
