/** A link of others that a reader may follow: `https:` or `http:` with a host and without a password; undefined for any other. */
export function linkOf(text: string): string | undefined {
  if (text.length > MAX_LINK_CHARS || !LINK.test(text)) return undefined;
  const url = URL.parse(text);
  return url?.username === '' && url.password === '' ? url.href : undefined;
}

const MAX_LINK_CHARS = 2048;
const LINK = /^https?:\/\/[\x21-\x7e]+$/;

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
