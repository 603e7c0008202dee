import { acceptsAsVerifiersDo, type Question, type VerifierId } from '@countersign/core/doctor';
import type { SignerRule } from '@countersign/core/policy';
import type { Ask, Facts } from '../contract.js';

/** A case of the matrix as the doctor is asked about it. */
export interface DoctorQuestion {
  readonly verifier: VerifierId;
  readonly question: Question;
}

const SLSA_V02 = 'https://slsa.dev/provenance/v0.2';
const SIGNATURE = 'https://sigstore.dev/cosign/sign/v1';

/**
 * What the doctor is asked where a verifier is asked; undefined for an ask that is not about what stands beside the image
 * (a policy that warns, admits or denies whatever is there).
 */
export function questionOf(
  verifier: string,
  ask: Ask,
  facts: Facts,
  rules: readonly SignerRule[],
): DoctorQuestion | undefined {
  const id = profileOf(verifier, ask.id);
  if (id === undefined || ask.question.kind === 'list') return undefined;
  return {
    verifier: id,
    question: {
      predicateType: typeOf(verifier, ask, id),
      by: facts.signer === 'keyless' || facts.signer === 'builder' ? 'certificate' : 'key',
      witness: witnessOf(verifier, ask, facts),
      intermediates: ask.knowsIntermediates === true,
      trust: trustOf(verifier, ask.id, facts),
      accepts: acceptsAsVerifiersDo(rules),
    },
  };
}

/** `--new-bundle-format=false` makes cosign 3 what cosign 2.6.2 is. */
function profileOf(verifier: string, ask: string): VerifierId | undefined {
  switch (verifier) {
    case 'cosign2':
      return 'cosign-2.6';
    case 'cosign2.4':
      return 'cosign-2.4';
    case 'cosign3':
      return ask.includes('legacy') ? 'cosign-2.6.2' : 'cosign-3';
    case 'kyverno-cosign':
      return ask === 'tag-not-mutated' ? undefined : verifier;
    case 'kyverno-bundle':
    case 'gh':
    case 'slsa-verifier':
      return verifier;
    case 'kyverno-image-validating':
      return 'kyverno-ivpol';
    case 'notation':
    case 'kyverno-notary':
      return 'notation';
    case 'policy-tester':
      if (/^(?:warn|static-|no-match|bundle-trust-root)/.test(ask)) return undefined;
      return ask.startsWith('bundle') ? 'policy-controller-bundle' : 'policy-controller';
    default:
      return undefined;
  }
}

/** SigstoreBundle is asked for the signature by its type, but where guides leave that out. */
function typeOf(verifier: string, { id, question }: Ask, profile: VerifierId): string | undefined {
  if (id === 'verify-attestation-slsaprovenance') return SLSA_V02;
  if (question.kind === 'attestation') return question.predicateType;
  const byType =
    profile === 'policy-controller-bundle' || (verifier === 'kyverno-bundle' && id !== 'attestors');
  return byType ? SIGNATURE : undefined;
}

function witnessOf(verifier: string, { id }: Ask, { signer, log }: Facts): Question['witness'] {
  if (id.includes('timestamp')) return log === 'none' ? 'timestamp' : 'log-and-timestamp';
  if (signer !== 'keyless') return log === 'none' ? 'none' : 'log';
  return verifier.startsWith('kyverno') && log === 'none' ? 'timestamp' : 'log';
}

/** Which of cosign's two ways to be given trust an ask takes. */
const trustOf = (verifier: string, ask: string, { log, signer }: Facts): Question['trust'] => {
  if (!verifier.startsWith('cosign')) return 'either';
  if (ask.includes('legacy') || verifier === 'cosign2.4') return 'pem';
  return signer !== 'keyless' && log === 'none' && verifier === 'cosign3' ? 'either' : 'trusted-root';
};
