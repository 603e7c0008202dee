import { findPlatform } from '../claims/index.js';
import { CountersignError } from '../errors.js';
import { claimsThatMet, decide, refusalOf } from '../policy/index.js';
import { openImages } from './images.js';
import { inspect } from './inspect.js';
import { openTrust } from './open-trust.js';
import { failureOf, reported } from './report.js';
import type { FlowReport, GetOptions, Services } from './types.js';

/**
 * Finds the predicates of one type about one digest that verify, signed by whom the rules accept: the same decision that
 * `verify` makes. Nothing else comes out: without one the run is rejected, and undecided where the registry failed.
 */
export const getPredicates = (options: GetOptions, services: Services): Promise<FlowReport> =>
  reported('get', services, async (progress) => {
    const { signers, requirement, platform } = options;
    const keys = signers.flatMap((rule) => (rule.kind === 'key' ? [rule.publicKeyPem] : []));
    const trust = await openTrust(options.trust, keys, keys.length === signers.length, services);

    const run = await openImages(options, services);
    const [open] = run.images;
    const failure = failureOf(run);
    if (open === undefined || failure !== undefined) throw failure ?? new Error('a run has no image');
    const subject = platform === undefined ? open.image.root : findPlatform(open.image, platform);

    const { checked } = await inspect(open.claims, subject.digest, trust.verifier);
    const decision = decide({ ...open.image, root: subject, platforms: [] }, checked, signers, [requirement]);
    const refusal = refusalOf(decision);
    if (refusal !== undefined) throw refusal;
    // in-toto lets a statement go without a predicate: such a one has nothing to print.
    const predicates = claimsThatMet(decision)
      .map(({ statement }) => statement?.predicate)
      .filter((predicate) => predicate !== undefined);
    if (predicates.length === 0) throw nothingStated(open.image.pinned, requirement.name);
    progress.predicates = options.all ? predicates : predicates.slice(0, 1);
  });

const nothingStated = (image: string, type: string): CountersignError =>
  new CountersignError('CLAIM_MISSING', {
    what: `What verified of type ${type} about ${image} states no predicate`,
    remedy: 'Have it attested with a predicate.',
  });
