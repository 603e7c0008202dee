import { COSIGN_SIGNATURE } from '../claims/index.js';
import { asCountersignError } from '../errors.js';
import { requireAllowedSigner, type SignerRule } from '../policy/index.js';
import { questionsOf } from './questions.js';
import type { Answer, Observation, Question, VerifierId, VerifierProfile } from './types.js';
import { VERIFIERS } from './verifiers/index.js';

/** What one verifier says to one question. */
export interface Finding extends Answer {
  readonly verifier: VerifierProfile;
  /** Where it accepts what Countersign's own verify would not. */
  readonly caution: string;
}

/** All that the verifiers say about one digest. */
export interface Diagnosis {
  readonly observation: Observation;
  readonly questions: readonly {
    readonly question: Question;
    readonly findings: readonly Finding[];
  }[];
}

/** Asks every verifier everything that there is to ask about one digest. Pure. */
export const diagnose = (
  observation: Observation,
  rules: readonly SignerRule[],
  verifiers: readonly VerifierProfile[] = VERIFIERS,
): Diagnosis => ({
  observation,
  questions: questionsOf(observation, rules).map((question) => ({
    question,
    findings: verifiers.map((verifier) => {
      const answer = verifier.answer(observation, question);
      return { ...answer, verifier, caution: cautionOf(observation, question, answer, rules) };
    }),
  })),
});

/** What one verifier, by its id, would say to one question: for a program that compares it with what the verifier did. */
export function answerOf(observation: Observation, id: VerifierId, question: Question): Answer {
  const verifier = VERIFIERS.find((one) => one.id === id);
  if (verifier === undefined) throw new Error(`there is no verifier ${id}`);
  return verifier.answer(observation, question);
}

function cautionOf(
  { claims }: Observation,
  { predicateType }: Question,
  { verdict, accepted }: Answer,
  rules: readonly SignerRule[],
): string {
  if (verdict !== 'verifies') return '';
  const taken = claims.filter(({ digest }) => accepted.includes(digest));
  if (predicateType === undefined && taken.every((claim) => claim.predicateType !== COSIGN_SIGNATURE)) {
    return 'it takes an attestation for a signature of the image, which countersign verify does not';
  }
  const refusals = rules.length === 0 ? [] : taken.map((claim) => refusalOf(claim.verified, rules));
  const [first] = refusals;
  return first !== undefined && refusals.every((one) => one !== undefined)
    ? `countersign verify would refuse: ${first}`
    : '';
}

function refusalOf(
  verified: Observation['claims'][number]['verified'],
  rules: readonly SignerRule[],
): string | undefined {
  if (verified === undefined) return undefined;
  try {
    requireAllowedSigner(verified.signer, rules);
    return undefined;
  } catch (error) {
    return asCountersignError(error).message;
  }
}
