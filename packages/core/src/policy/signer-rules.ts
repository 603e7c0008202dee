import { RE2JS } from 're2js';
import { CountersignError } from '../errors.js';
import { MAX_IDENTITY_PATTERN_CHARS, MAX_SHOWN_INPUT_CHARS, MAX_SIGNER_RULES } from '../limits.js';
import { parsePublicKey } from '../public-key.js';
import {
  GITHUB_ISSUER,
  ownerUri,
  repositoryUri,
  wholeCommit,
  wholeRef,
  workflowUri,
} from './github-names.js';
import type { CertificateRule, SignerRule, TextMatch } from './types.js';

/**
 * The inputs that say whom we accept, as given. Empty texts count as not given. Several values of one name are
 * alternatives (an exact identity and a pattern are the same name here); values of different names must all hold.
 */
export interface RawSignerRules {
  readonly certificateIdentity?: readonly string[];
  readonly certificateIdentityRegexp?: readonly string[];
  readonly certificateOidcIssuer?: string | undefined;
  readonly sourceRepository?: readonly string[];
  readonly sourceOwner?: readonly string[];
  readonly sourceRef?: string | undefined;
  readonly sourceDigest?: string | undefined;
  readonly signerWorkflow?: readonly string[];
  readonly signerDigest?: string | undefined;
  readonly buildTrigger?: string | undefined;
  readonly denySelfHostedRunners?: boolean;
  /** PEM of public keys. */
  readonly keys?: readonly string[];
}

/**
 * Whom we accept: one rule per alternative, any one suffices. Without an identity (`certificate-identity`, its pattern,
 * `signer-workflow` or `source-repository`) and without a key it refuses: an empty list would accept nobody, and a
 * caller who meant "anyone" has to say whom. Throws INPUT_MISSING, INPUT_INVALID, INPUTS_CONTRADICT, KEY_INVALID.
 */
export function parseSignerRules(raw: RawSignerRules): readonly SignerRule[] {
  const keys = given(raw.keys).map(keyRule);
  const certificates = certificateRules(raw);
  const rules = [...certificates, ...keys];
  if (rules.length > MAX_SIGNER_RULES) {
    throw new CountersignError('INPUT_INVALID', {
      what: `The inputs make ${rules.length} alternatives of who may have signed; at most ${MAX_SIGNER_RULES} are read`,
      remedy: 'Give fewer values, or one certificate-identity-regexp instead of many identities.',
    });
  }
  if (rules.length > 0) return rules;
  throw new CountersignError('INPUT_MISSING', {
    what: 'Nothing says whose signature counts',
    remedy:
      'Give source-repository (owner/repository whose workflows may sign), or certificate-identity with certificate-oidc-issuer, or a public key.',
  });
}

function certificateRules(raw: RawSignerRules): readonly CertificateRule[] {
  const identities: readonly TextMatch[] = [
    ...given(raw.certificateIdentity).map((text): TextMatch => ({ kind: 'exact', text })),
    ...given(raw.certificateIdentityRegexp).map(patternMatch),
  ];
  const workflows = given(raw.signerWorkflow);
  const repositories = given(raw.sourceRepository);
  const owners = given(raw.sourceOwner);
  const facts = [...workflows, ...repositories, ...owners, ...given(singles(raw))];
  const issuer = one(raw.certificateOidcIssuer);
  const narrowing = facts.length > 0 || raw.denySelfHostedRunners === true;

  if (identities.length + workflows.length + repositories.length === 0) {
    if (issuer !== undefined || narrowing) throw onlyNarrowing(given(raw.keys).length > 0);
    return [];
  }
  const from = issuer ?? (narrowing ? GITHUB_ISSUER : undefined);
  if (from === undefined) {
    throw new CountersignError('INPUT_MISSING', {
      what: 'An identity was given without certificate-oidc-issuer',
      remedy: `Give the issuer that vouches for the identity; for GitHub Actions it is ${GITHUB_ISSUER}.`,
    });
  }
  checkIssuer(from);
  const common = {
    kind: 'certificate',
    issuer: from,
    sourceRef: mapped(raw.sourceRef, wholeRef),
    sourceDigest: mapped(raw.sourceDigest, (text) => wholeCommit('source-digest', text)),
    signerDigest: mapped(raw.signerDigest, (text) => wholeCommit('signer-digest', text)),
    buildTrigger: one(raw.buildTrigger),
    denySelfHostedRunners: raw.denySelfHostedRunners === true,
  } as const;
  return combine(identities).flatMap((identity) =>
    combine(workflows.map((text) => workflowUri(text, from))).flatMap((signerWorkflow) =>
      combine(repositories.map((text) => repositoryUri(text, from))).flatMap((sourceRepository) =>
        combine(owners.map((text) => ownerUri(text, from))).map((sourceOwner) => ({
          ...common,
          identity,
          signerWorkflow,
          sourceRepository,
          sourceOwner,
        })),
      ),
    ),
  );
}

/** Facts, an issuer or runner demands on their own say nothing about who signed, and a key has none of them. */
const onlyNarrowing = (withKey: boolean): CountersignError =>
  new CountersignError(withKey ? 'INPUTS_CONTRADICT' : 'INPUT_MISSING', {
    what: withKey
      ? 'Facts about a certificate were given together with a key alone: a key states none of them'
      : 'Nothing says whose signature counts: the inputs given only narrow an identity',
    remedy:
      'Give an identity as well: source-repository, signer-workflow, certificate-identity or certificate-identity-regexp.',
  });

const singles = (raw: RawSignerRules): string[] =>
  [raw.sourceRef, raw.sourceDigest, raw.signerDigest, raw.buildTrigger].filter((text) => text !== undefined);

const given = (texts: readonly string[] | undefined): readonly string[] =>
  (texts ?? []).map((text) => text.trim()).filter((text) => text !== '');

const one = (text: string | undefined): string | undefined => given(text === undefined ? [] : [text])[0];

const mapped = (text: string | undefined, parse: (text: string) => string): string | undefined => {
  const value = one(text);
  return value === undefined ? undefined : parse(value);
};

/** Alternatives to combine with others: "not given" is one alternative that demands nothing. */
const combine = <T>(values: readonly T[]): readonly (T | undefined)[] =>
  values.length === 0 ? [undefined] : values;

function checkIssuer(issuer: string): void {
  const url = URL.canParse(issuer) ? new URL(issuer) : undefined;
  if (url?.protocol === 'https:' || url?.protocol === 'http:') return;
  throw new CountersignError('INPUT_INVALID', {
    what: `certificate-oidc-issuer is ${JSON.stringify(issuer.slice(0, MAX_SHOWN_INPUT_CHARS))}, which is not a URL`,
    remedy: `Give the issuer exactly as the certificate states it, such as ${GITHUB_ISSUER}.`,
  });
}

function patternMatch(pattern: string): TextMatch {
  const why = pattern.length > MAX_IDENTITY_PATTERN_CHARS ? 'it is too long' : compileFault(pattern);
  if (why === undefined) return { kind: 'pattern', pattern };
  throw new CountersignError('INPUT_INVALID', {
    what: `certificate-identity-regexp is not an RE2 pattern: ${why}`,
    remedy:
      'Use RE2 syntax (github.com/google/re2/wiki/Syntax); the pattern has to match the whole identity.',
  });
}

function compileFault(pattern: string): string | undefined {
  try {
    RE2JS.compile(pattern);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function keyRule(pem: string): SignerRule {
  const { key, hint } = parsePublicKey(pem);
  return { kind: 'key', hint, publicKeyPem: key.export({ type: 'spki', format: 'pem' }).toString() };
}
