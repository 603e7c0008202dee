import { RE2JS } from 're2js';
import { CountersignError } from '../errors.js';
import { MAX_SHOWN_REASONS } from '../limits.js';
import type { VerifiedSigner } from '../verify/index.js';
import { isWorkflow, workflowRepository } from './github-names.js';
import type { CertificateRule, SignerRule, TextMatch } from './types.js';

/**
 * Checks that one of the rules accepts the signer. Throws SIGNER_NOT_ALLOWED with, for each rule, what it expected and
 * what was found; without a rule it accepts nobody.
 */
export function requireAllowedSigner(signer: VerifiedSigner, rules: readonly SignerRule[]): void {
  const refusals: string[] = [];
  for (const rule of rules) {
    const refusal = whyNot(rule, signer);
    if (refusal === undefined) return;
    refusals.push(refusal);
  }
  const shown = [...new Set(refusals)];
  throw new CountersignError('SIGNER_NOT_ALLOWED', {
    what:
      shown.length === 0
        ? `Signed by ${nameOf(signer)}, and no rule says who is accepted`
        : `The signer is not one that is accepted: ${shown.slice(0, MAX_SHOWN_REASONS).join('; or ')}`,
    remedy: 'If this signer is right, name it in the identity inputs; otherwise do not use this image.',
  });
}

/** Why a rule does not accept the signer; undefined where it does. All that is given in a rule must hold. */
function whyNot(rule: SignerRule, signer: VerifiedSigner): string | undefined {
  if (rule.kind === 'key') {
    if (signer.kind === 'key' && signer.hint === rule.hint) return undefined;
    return `expected the key ${rule.hint}, found ${nameOf(signer)}`;
  }
  if (signer.kind === 'key') return `expected a certificate of ${rule.issuer}, found ${nameOf(signer)}`;

  const { facts, identity } = signer;
  if (facts.issuer !== rule.issuer) return differs('the issuer', rule.issuer, facts.issuer);
  if (rule.identity !== undefined && !matches(rule.identity, identity)) {
    return differs('the identity', describeMatch(rule.identity), identity);
  }
  if (rule.signerWorkflow !== undefined && !isWorkflow(identity, rule.signerWorkflow)) {
    return differs('the signer workflow', rule.signerWorkflow, identity);
  }
  for (const [what, expected, found] of [
    ['the source repository', rule.sourceRepository, facts.sourceRepositoryUri],
    ['the source owner', rule.sourceOwner, facts.sourceRepositoryOwnerUri],
    ['the source ref', rule.sourceRef, facts.sourceRepositoryRef],
    ['the source digest', rule.sourceDigest, facts.sourceRepositoryDigest],
    ['the signer digest', rule.signerDigest, facts.buildSignerDigest],
    ['the build trigger', rule.buildTrigger, facts.buildTrigger],
    ['the runner', rule.denySelfHostedRunners ? 'github-hosted' : undefined, facts.runnerEnvironment],
  ] as const) {
    if (expected !== undefined && expected !== found) return differs(what, expected, found);
  }
  return whyOutside(rule, identity, facts.sourceRepositoryUri);
}

/**
 * Anyone can call a public reusable workflow, and its name is the SAN then. So a SAN that names a workflow outside the
 * repository the run belongs to says nothing by itself: the rule has to say whose runs count. A certificate that does
 * not name its source repository counts as outside.
 */
function whyOutside(rule: CertificateRule, identity: string, source: string | undefined): string | undefined {
  const workflow = workflowRepository(identity);
  const named = rule.identity !== undefined || rule.signerWorkflow !== undefined;
  if (!named) {
    // source-repository alone means: any workflow of that repository.
    if (workflow.kind === 'known' && workflow.uri === rule.sourceRepository) return undefined;
    return differs('the signer', `a workflow of ${rule.sourceRepository ?? 'nobody'}`, identity);
  }
  if (workflow.kind === 'none') return undefined;
  if (workflow.kind === 'known' && workflow.uri === source) return undefined;
  if (rule.sourceRepository !== undefined || rule.sourceOwner !== undefined) return undefined;
  return (
    `${identity} is a workflow outside the source repository (${source ?? 'the certificate names none'}), ` +
    'which others may call too: source-repository or source-owner has to say whose runs are accepted'
  );
}

/** Whole, never part: a text that merely contains the expected one is another identity. */
const matches = (match: TextMatch, text: string): boolean =>
  match.kind === 'exact' ? match.text === text : RE2JS.compile(match.pattern).matches(text);

const describeMatch = (match: TextMatch): string =>
  match.kind === 'exact' ? match.text : `one that ${match.pattern} matches as a whole`;

const nameOf = (signer: VerifiedSigner): string =>
  signer.kind === 'key'
    ? `the key ${signer.hint}`
    : `${signer.identity} (${signer.facts.issuer ?? 'no issuer'})`;

const differs = (what: string, expected: string, found: string | undefined): string =>
  `${what} is ${found ?? 'not stated'}, expected ${expected}`;
