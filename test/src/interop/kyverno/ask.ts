import type { Ask, Asked, Cannot, Facts, Question, Subject } from '../contract.js';

/** The kinds of policies, each a verifier of its own: they read different layouts, by different code. */
export type PolicyKind = 'cosign' | 'bundle' | 'image-validating' | 'notary';

/** A policy of Kyverno's as an ask of the matrix. */
export interface KyvernoAsk extends Pick<
  Ask,
  'id' | 'title' | 'question' | 'applies' | 'cannot' | 'subjects' | 'knowsIntermediates'
> {
  readonly kind: PolicyKind;
  /** What the Pod names, where that is not the image by its digest. */
  image?(asked: Asked): Promise<string>;
  /** A policy for the one Pod of this name: many are applied in one process. */
  policy(asked: Asked, name: string): Promise<string>;
}

/** What a policy, its Pod and its attestor are called. */
export const policyName = ({ kind, id }: KyvernoAsk, subject: Subject): string => `${kind}-${id}-${subject}`;

/** Which exhibits are signed in a way that these policies know: by a certificate of Fulcio's, or by a key. */
const bySigstore = ({ signer }: Facts): boolean =>
  signer === 'keyless' || signer === 'key' || signer === 'rotated';

/** What an ask applies to that wants a claim of this type. */
export const attested =
  (predicateType: string) =>
  (facts: Facts): boolean =>
    bySigstore(facts) && facts.predicateTypes.includes(predicateType);

/** What an ask applies to that wants a signature of the image itself. */
export const signed = (facts: Facts): boolean => bySigstore(facts) && facts.signature;

/** What applies where an old key is verified with after a new one has been added. */
export const rotated = (facts: Facts): boolean => facts.signer === 'rotated' && facts.signature;

/** That a verifier reads one layout alone. */
export const needs =
  (layoutOf: (question: Question) => Facts['layouts'][number], why: string, words: RegExp) =>
  (question: Question) =>
  (facts: Facts): Cannot | undefined =>
    facts.layouts.includes(layoutOf(question)) ? undefined : { why, words };

/** The text of the key that the image has to be signed by: the newest, or the oldest. */
export function publicKeyPath({ written }: Asked, which: 'newest' | 'oldest' = 'newest'): string {
  const path = written.publicKeys?.at(which === 'newest' ? -1 : 0);
  if (path === undefined) throw new Error('the exhibit names no public key');
  return path;
}
