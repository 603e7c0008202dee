/**
 * A link of others that a reader may follow: `https:` or `http:` to a host by name, written as RFC 3986 has it, without a user
 * or a password; undefined for any other.
 */
export const linkOf = (text: string): string | undefined =>
  text.length <= MAX_LINK_CHARS && LINK.test(text) ? text : undefined;

const MAX_LINK_CHARS = 2048;
/** Scheme, host, port; then path, query and fragment of unreserved marks, sub-delimiters and encoded bytes. */
const LINK =
  /^https?:\/\/[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?(?::\d{1,5})?(?:[/?](?:[\w.~!$&'()*+,;=:@/?-]|%[\dA-Fa-f]{2})*)?(?:#(?:[\w.~!$&'()*+,;=:@/?-]|%[\dA-Fa-f]{2})*)?$/;

/**
 * A path of others as a relative URI reference (RFC 3986, section 4.2) below `base`: each segment is encoded, so that none
 * becomes a scheme, a query or a host; empty ones and those that would leave the base are left out. Never empty.
 */
export const relativeUri = (base: string, path: string): string =>
  [...segmentsOf(base), ...segmentsOf(path)].join('/') || 'image';

const segmentsOf = (path: string): string[] =>
  path
    .slice(0, MAX_PATH_CHARS)
    .toWellFormed()
    .split(/[/\\]+/)
    .filter((segment) => segment !== '' && segment !== '.' && segment !== '..')
    .map(encodeSegment);

/** encodeURIComponent leaves what RFC 3986 allows in a segment, apart from `@` and `+`, which paths of packages often have. */
const encodeSegment = (segment: string): string =>
  SAFE_SEGMENT.test(segment)
    ? segment
    : encodeURIComponent(segment).replace(/%40/g, '@').replace(/%2B/g, '+');

const SAFE_SEGMENT = /^[A-Za-z0-9._~@+-]+$/;
const MAX_PATH_CHARS = 4096;
