import { resolve } from 'node:path';
import type { Subject } from '../digest-set/index.js';
import { CountersignError } from '../errors.js';
import { MAX_SHOWN_REASONS } from '../limits.js';
import { collectNotation, type Collected, type FoundNotation } from '../layouts/index.js';
import {
  openTrustStore,
  statementFor,
  verifyIntegrity,
  verifyNotation,
  type TrustStatement,
  type TrustStore,
} from '../notation/index.js';
import type { Requirement } from '../policy/index.js';
import type { OpenImage } from './images.js';
import { notationClaim, scopeOf, targetOf, whyRejected } from './notation.js';
import type { ClaimReport, ImageReport, NotationTrust, Services } from './types.js';

/** What one image's Notation signatures come to. */
export interface NotationDecision {
  readonly claims: readonly ClaimReport[];
  readonly requirements: ImageReport['requirements'];
  /** undefined: all that is required is there. */
  readonly error: CountersignError | undefined;
  /** What the trust policy only logs. */
  readonly warnings: readonly string[];
}

/** Judges Notation signatures by a trust policy; without one they are looked at, and nothing is decided. */
export class NotationJudge {
  readonly #trust: NotationTrust | undefined;
  readonly #store: TrustStore | undefined;
  readonly #services: Services;

  constructor(trust: NotationTrust | undefined, services: Services) {
    this.#trust = trust;
    this.#store = trust && openTrustStore(resolve(services.workDir, trust.storePath));
    this.#services = services;
  }

  /** Whether an image has the signatures that are required of it. Throws TRUST_POLICY_INVALID, INPUTS_CONTRADICT. */
  async decide(open: OpenImage, requirement: Requirement): Promise<NotationDecision> {
    const { image } = open;
    const subjects = requirement.everywhere ? [image.root, ...image.platforms] : [image.root];
    const statement = this.#statementOf(open);
    if (statement === undefined || statement.level === 'skip') {
      throw new CountersignError('INPUTS_CONTRADICT', {
        what: `require says notation, and the trust policy skips verification of ${scopeOf(open)}`,
        remedy: 'Leave notation out of require for this image, or give its statement the level strict.',
      });
    }
    const judged = await Promise.all(subjects.map((subject) => this.look(open, subject)));
    const requirements = subjects.map((subject, at) => {
      const here = judged[at] ?? [];
      const met = here.some(({ claim }) => claim.state === 'verified');
      return { subject, met, here, reason: met ? undefined : whyUnmet(here) };
    });
    const unmet = requirements.filter(({ met }) => !met);
    return {
      claims: judged.flat().map(({ claim }) => claim),
      requirements: requirements.map(({ subject, met, reason }) => ({
        name: requirement.name,
        subject: subject.digest,
        platform: subject.platform,
        met,
        reason,
      })),
      error: refusalOf(image.pinned, unmet),
      warnings: judged.flat().flatMap(({ warnings }) => warnings),
    };
  }

  /** The Notation signatures beside one digest, each with its state. `listed`: its referrers, if known. Throws TRUST_POLICY_INVALID. */
  async look(
    open: OpenImage,
    subject: Subject,
    listed?: Pick<Collected, 'referrers' | 'source'>,
  ): Promise<readonly Judged[]> {
    const statement = this.#statementOf(open);
    const { found } = await collectNotation(open.claims, subject.digest, { ...(listed && { listed }) });
    return Promise.all(found.map((one) => this.#judge(one, subject, statement)));
  }

  #statementOf(open: OpenImage): TrustStatement | undefined {
    return this.#trust && statementFor(this.#trust.policy, scopeOf(open));
  }

  async #judge(one: FoundNotation, subject: Subject, statement: TrustStatement | undefined): Promise<Judged> {
    const { digest } = one;
    if ('reason' in one) {
      const reason = `the stored signature cannot be read: ${one.reason}`;
      return {
        claim: notationClaim(subject, 'rejected', { digest, reason }),
        error: undefined,
        warnings: [],
      };
    }
    if (statement === undefined || statement.level === 'skip' || this.#store === undefined) {
      return { claim: await unchecked(one, subject, statement), error: undefined, warnings: [] };
    }
    const now = this.#services.context.clock.now();
    const verdict = await verifyNotation(one, targetOf(subject), statement, this.#store, now);
    const { error, signature, validations } = verdict;
    const leaf = signature?.leaf;
    if (error !== undefined) {
      return {
        claim: notationClaim(subject, 'rejected', { digest, leaf, reason: error.message }),
        error,
        warnings: [],
      };
    }
    const warnings = validations
      .filter(({ state }) => state === 'logged')
      .map(({ type, reason }) => `The trust policy only logs ${type}, and it failed: ${reason ?? ''}`);
    const reason = warnings.length === 0 ? undefined : warnings.join('; ');
    return { claim: notationClaim(subject, 'verified', { digest, leaf, reason }), error, warnings };
  }
}

interface Judged {
  readonly claim: ClaimReport;
  readonly error: CountersignError | undefined;
  readonly warnings: readonly string[];
}

/** Whole or not is known without anybody to trust; who signed is told, and not believed. */
async function unchecked(
  { digest, mediaType, bytes }: Extract<FoundNotation, { bytes: Uint8Array }>,
  subject: Subject,
  statement: TrustStatement | undefined,
): Promise<ClaimReport> {
  try {
    const { leaf, target } = await verifyIntegrity(mediaType, bytes);
    if (target.digest !== subject.digest) {
      return notationClaim(subject, 'rejected', { digest, leaf, reason: 'it is about another digest' });
    }
    const reason =
      statement === undefined
        ? 'no trust policy says whom to trust (notation-trust-policy)'
        : 'the trust policy skips verification here';
    return notationClaim(subject, 'unchecked', { digest, leaf, reason });
  } catch (thrown) {
    return notationClaim(subject, 'rejected', { digest, reason: whyRejected(thrown) });
  }
}

function whyUnmet(here: readonly Judged[]): string {
  const reasons = [...new Set(here.map(({ claim }) => `${claim.digest ?? ''}: ${claim.reason ?? ''}`))];
  if (reasons.length === 0) return 'no Notation signature was found';
  const more = reasons.length - MAX_SHOWN_REASONS;
  return [...reasons.slice(0, MAX_SHOWN_REASONS), ...(more > 0 ? [`and ${more} more`] : [])].join('; ');
}

function refusalOf(
  pinned: string,
  unmet: readonly {
    readonly subject: Subject;
    readonly here: readonly Judged[];
    readonly reason: string | undefined;
  }[],
): CountersignError | undefined {
  const [first] = unmet;
  if (first === undefined) return undefined;
  const cause = unmet.flatMap(({ here }) => here).find(({ error }) => error !== undefined)?.error;
  const where = `notation on ${first.subject.platform ?? 'the digest given'} (${first.subject.digest})`;
  const more = unmet.length > 1 ? `, and ${unmet.length - 1} more` : '';
  return new CountersignError(cause?.code ?? 'CLAIM_MISSING', {
    what: `${pinned} lacks ${where}${more}: ${first.reason ?? 'none was found'}`,
    remedy:
      cause?.remedy ??
      'Do not use this image, or have it signed for Notation by whom the trust policy names; for images that were signed on the index alone, set "platforms: index".',
    cause,
  });
}
