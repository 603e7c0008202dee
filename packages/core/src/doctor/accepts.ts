import { RE2JS } from 're2js';
import type { CertificateRule, SignerRule } from '../policy/index.js';
import type { VerifiedClaim } from '../verify/index.js';

/**
 * Whether a signer is asked for, as the programs of the field compare: issuer and identity, and of GitHub's facts those
 * that are given. Countersign's own policy asks for more where a workflow of another repository signed (see `caution`).
 * Without a rule every signer counts.
 */
export const acceptsAsVerifiersDo =
  (rules: readonly SignerRule[]) =>
  (claim: VerifiedClaim): boolean =>
    rules.length === 0 || rules.some((rule) => matches(rule, claim));

function matches(rule: SignerRule, { signer }: VerifiedClaim): boolean {
  if (rule.kind === 'key') return signer.kind === 'key' && signer.hint === rule.hint;
  if (signer.kind === 'key') return false;
  const { facts, identity } = signer;
  return (
    facts.issuer === rule.issuer &&
    hasIdentity(rule, identity) &&
    (rule.sourceRepository === undefined || rule.sourceRepository === facts.sourceRepositoryUri) &&
    (rule.sourceOwner === undefined || rule.sourceOwner === facts.sourceRepositoryOwnerUri) &&
    (rule.sourceRef === undefined || rule.sourceRef === facts.sourceRepositoryRef) &&
    (rule.sourceDigest === undefined || rule.sourceDigest === facts.sourceRepositoryDigest)
  );
}

const hasIdentity = ({ identity: match }: CertificateRule, identity: string): boolean =>
  match === undefined ||
  (match.kind === 'exact' ? match.text === identity : RE2JS.compile(match.pattern).matches(identity));
