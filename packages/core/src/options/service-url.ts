import { CountersignError } from '../errors.js';
import type { Reader } from './read.js';

/** A setting that is the URL of a service; undefined where it is not given. Throws INPUT_INVALID. */
export function readServiceUrl(reader: Reader, name: string): string | undefined {
  const text = reader.text(name);
  if (text === undefined) return undefined;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (
    url === undefined ||
    !['https:', 'http:'].includes(url.protocol) ||
    url.username !== '' ||
    url.password !== ''
  ) {
    // Not shown: what stands before an @ may be a password.
    throw new CountersignError('INPUT_INVALID', {
      what: `The input ${name} is not a whole http or https URL without a user name`,
      remedy: 'Write https://host[:port][/path].',
    });
  }
  return text;
}
