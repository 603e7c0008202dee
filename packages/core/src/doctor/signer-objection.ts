import type { Objection } from './answers.js';
import type { ObservedClaim, Question } from './types.js';

const SIGN_AGAIN = 'Sign the image again with Countersign, which writes every layout.';

/** What every reader objects to in a claim: that it does not verify, or that another signed it than is asked for. */
export function signerObjection(claim: ObservedClaim, question: Question): Objection | undefined {
  const { verified, error } = claim;
  if (verified === undefined) {
    return { why: error?.message ?? 'it does not verify', remedy: error?.remedy ?? SIGN_AGAIN };
  }
  const { signer } = verified;
  if (signer.kind !== question.by) {
    return signer.kind === 'key'
      ? { why: 'it is signed with a key, and a certificate is asked for', remedy: 'Ask with the key.' }
      : { why: 'it is signed with a certificate, and a key is given', remedy: 'Ask for the identity.' };
  }
  if (question.accepts(verified)) return undefined;
  const by =
    signer.kind === 'key'
      ? `the key ${signer.hint}`
      : `${signer.identity} (${signer.facts.issuer ?? 'no issuer'})`;
  return {
    why: `it is signed by ${by}, who is not asked for`,
    remedy: 'Ask for that signer, or have the image signed by the one you accept.',
  };
}
