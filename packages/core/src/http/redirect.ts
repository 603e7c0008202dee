import { misbehaved } from './failure.js';
import type { HttpRequest } from './types.js';

/** Where a request stands between redirects. */
export interface Hop {
  readonly url: URL;
  readonly method: HttpRequest['method'];
  readonly headers: Readonly<Record<string, string>>;
  readonly authorization: string | undefined;
  readonly body: HttpRequest['body'];
}

/** Headers that say nothing of us: all that goes along to another origin. */
const HARMLESS = new Set(['accept', 'content-type', 'range']);

/**
 * The next hop of a redirect, or undefined where the answer is not followed but returned: a 301, 302 or 304 to a
 * write. 307 and 308 keep method and body, 303 turns a POST into a GET. The Authorization header and every header
 * that may hold a secret stay with their origin. Refused (…_MISBEHAVED or …_UNAVAILABLE): https to http, another
 * scheme, an address with a user name, and a body to another origin, except the registry's: blob stores take uploads,
 * and a blob is for the registry to place; the body of a token or certificate request is a secret. The error names the
 * other host alone: what stands behind it may repeat a secret of the request.
 */
export function followRedirect(
  service: HttpRequest['service'],
  hop: Hop,
  status: number,
  location: string | undefined,
): Hop | undefined {
  const reads = hop.method === 'GET' || hop.method === 'HEAD';
  const follows =
    status === 307 ||
    status === 308 ||
    (reads && (status === 301 || status === 302 || status === 303)) ||
    (status === 303 && hop.method === 'POST');
  if (!follows || location === undefined) return undefined;

  const refuse = (why: string) => misbehaved(service, hop.url.host, `redirected ${why}`);
  if (!URL.canParse(location, hop.url.href)) throw refuse('to something that is not an address');
  const url = new URL(location, hop.url.href);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') throw refuse(`to the scheme "${url.protocol}"`);
  if (url.username !== '' || url.password !== '') throw refuse('to an address with a user name in it');
  if (hop.url.protocol === 'https:' && url.protocol === 'http:') {
    throw refuse(`from https to plain http: ${url.origin}`);
  }
  const becomesGet = status === 303 && !reads;
  const body = becomesGet ? undefined : hop.body;
  const headers = becomesGet ? without(hop.headers, 'content-type') : hop.headers;
  const method = becomesGet ? 'GET' : hop.method;
  if (url.origin === hop.url.origin) return { ...hop, url, method, headers, body };
  if (body !== undefined && service !== 'registry') {
    throw refuse(`a ${hop.method} with its body to another host: ${url.origin}`);
  }
  return {
    url,
    method,
    headers: Object.fromEntries(Object.entries(headers).filter(([name]) => HARMLESS.has(name.toLowerCase()))),
    authorization: undefined,
    body,
  };
}

const without = (headers: Readonly<Record<string, string>>, name: string): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).filter(([key]) => key.toLowerCase() !== name));
