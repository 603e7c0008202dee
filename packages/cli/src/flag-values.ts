import { CountersignError } from '@countersign/core/errors';
import { MAX_SHOWN_INPUT_CHARS } from '@countersign/core/limits';
import type { Arguments } from './arguments.js';

/** The text of a flag that a command cannot do without. `remedy` says what to give. Throws INPUT_MISSING. */
export function requiredFlag(flags: Arguments['flags'], name: string, remedy: string): string {
  const value = flags.get(name) ?? '';
  if (value !== '') return value;
  throw new CountersignError('INPUT_MISSING', { what: `--${name} is missing`, remedy });
}

/** The one of its values that a flag has; the first where it is not given. Throws INPUT_INVALID. */
export function choiceFlag<Choice extends string>(
  flags: Arguments['flags'],
  name: string,
  choices: readonly [Choice, ...Choice[]],
): Choice {
  const given = flags.get(name) ?? choices[0];
  const found = choices.find((each) => each === given);
  if (found !== undefined) return found;
  throw invalidFlag(name, given, `Give --${name} ${choices.join(' or ')}.`);
}

/** A flag has a value that it cannot have. */
export const invalidFlag = (name: string, value: string, remedy: string): CountersignError =>
  new CountersignError('INPUT_INVALID', {
    what: `--${name} is ${JSON.stringify(value.slice(0, MAX_SHOWN_INPUT_CHARS))}`,
    remedy,
  });
