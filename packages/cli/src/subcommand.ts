import { CountersignError } from '@countersign/core/errors';
import { MAX_SHOWN_INPUT_CHARS } from '@countersign/core/limits';
import { suggestion } from './suggestion.js';

/**
 * The word behind a command that says what to do, such as `generate` behind `countersign key`. Throws INPUT_MISSING and
 * INPUT_UNKNOWN, naming the words that there are.
 */
export async function subcommandOf<Word extends string>(
  command: string,
  words: readonly Word[],
  given: string | undefined,
): Promise<Word> {
  const found = words.find((word) => word === given);
  if (found !== undefined) return found;
  const remedy = `Write countersign ${command} ${words.join('|')}; countersign ${command} --help says more.`;
  if (given === undefined) {
    throw new CountersignError('INPUT_MISSING', {
      what: `countersign ${command} does not say what to do`,
      remedy,
    });
  }
  const meant = await suggestion(given, words);
  throw new CountersignError('INPUT_UNKNOWN', {
    what: `countersign ${command} does not know ${JSON.stringify(given.slice(0, MAX_SHOWN_INPUT_CHARS))}`,
    remedy: meant === undefined ? remedy : `Did you mean ${meant}?`,
  });
}
