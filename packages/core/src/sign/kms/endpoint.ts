import { CountersignError } from '../../errors.js';
import { isLoopback } from '../../http/index.js';

/**
 * The base of a service's addresses, without a slash at its end. https, or plain http on loopback alone: every request
 * carries a credential. `name` says where the text comes from. Throws INPUT_INVALID; the text is shown only once it is known to hold
 * no password.
 */
export function endpoint(text: string, name: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const plain = url?.protocol === 'http:';
  const fit =
    url !== undefined &&
    (plain || url.protocol === 'https:') &&
    url.username === '' &&
    url.password === '' &&
    url.search === '' &&
    url.hash === '';
  if (!fit) {
    throw new CountersignError('INPUT_INVALID', {
      what: `${name} is not an https URL without user name and query`,
      remedy: 'Write https://host[:port][/path].',
    });
  }
  if (plain && !isLoopback(url.hostname)) {
    throw new CountersignError('PLAIN_HTTP_REFUSED', {
      what: `${name} names ${url.host} by plain http`,
      remedy: 'Use https: credentials would be sent in the clear. Plain http is for loopback alone.',
    });
  }
  // Not `href`: that keeps the mark of a query that is empty, behind which a path would be none.
  return `${url.origin}${url.pathname}`.replace(/\/+$/, '');
}

/** The base address of a host that a URI names, with its port. */
export function hostEndpoint(host: string, name: string): string {
  const hostname = host.replace(/:\d+$/, '');
  return endpoint(`${isLoopback(hostname) ? 'http' : 'https'}://${host}`, name);
}
