import type { Answer, Asked, Cannot, Facts } from '../contract.js';
import { bundlesOfType, type TakenBundle } from './taken.js';

/**
 * Hands a verifier of files each bundle of a type until it takes one: a user who took them from the registry does the same. Its
 * words are those about the last.
 */
export async function anyBundle(
  asked: Asked,
  predicateType: string,
  verify: (bundle: TakenBundle) => Promise<Answer>,
): Promise<Answer> {
  let last: Answer = { accepted: false, words: `there is no bundle of ${predicateType}` };
  for (const bundle of await bundlesOfType(asked, predicateType)) {
    last = await verify(bundle);
    if (last.accepted) return last;
  }
  return last;
}

/** Nothing can be taken where there is none. */
export function needsBundle({ layouts }: Facts): Cannot | undefined {
  if (layouts.includes('bundle')) return undefined;
  return { why: 'It is given bundles, and there is none', words: /there is no bundle of/ };
}
