import { CountersignError } from '../../errors.js';
import { MAX_KEY_URI_CHARS } from '../../limits.js';

/** The scheme of a text that is a URI of a key management service; undefined: it is a path or `env://NAME`. */
export function kmsSchemeOf(text: string): string | undefined {
  const scheme = /^([a-z][a-z0-9-]{1,30}):\/\//.exec(text)?.[1];
  return scheme === 'env' ? undefined : scheme;
}

/** A URI fit to be shown: what stands before an @ may be a password, and a query or `pin-value` the PIN of a token. */
export const shownUri = (uri: string): string =>
  /[@?]|%40|%3f|pin-value|(?:pin|password|secret)=/i.test(uri) ||
  !/^[\x21-\x7e]*$/.test(uri) ||
  uri.length > MAX_KEY_URI_CHARS
    ? `${kmsSchemeOf(uri) ?? ''}://...`
    : uri;

/** The parts of a URI by its service's pattern. Throws INPUT_INVALID, saying what form it has to have. */
export function matchUri(uri: string, pattern: RegExp, form: string): RegExpExecArray {
  const match = uri.length <= MAX_KEY_URI_CHARS ? pattern.exec(uri) : null;
  if (match !== null) return match;
  throw new CountersignError('INPUT_INVALID', {
    what: `The key ${shownUri(uri)} is not of the form that its service has`,
    remedy: `Write ${form}.`,
  });
}
