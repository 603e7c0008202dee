import type { CountersignError } from '../errors.js';
import { MAX_ATTEMPTS_CONNECTION_REFUSED, MAX_ATTEMPTS_HOST_NOT_FOUND } from '../limits.js';
import { BodyFailed } from './attempt.js';
import { misbehaved, unavailable } from './failure.js';
import { excerptOf } from './redact.js';
import type { ServiceName } from './types.js';

/** An attempt that ended without an answer. */
export interface NetworkFault {
  /** For a message: continues "The registry at host ...". */
  readonly why: string;
  /** How many attempts make sense at all. */
  readonly maxAttempts: number;
  /** Whether it is known that the request never left, so that any request may be repeated. */
  readonly neverSent: boolean;
  toError(service: ServiceName, host: string, when: string): CountersignError;
}

/** What a socket, TLS or the parser threw, sorted. Throws on what is no fault of the network (a body that failed). */
export function faultOf(error: unknown): NetworkFault {
  if (error instanceof BodyFailed || !(error instanceof Error)) throw error;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  const invalid = code.startsWith('HPE_');
  const why = wordsFor(code, error.message);
  // The proxy's address, with its password, may stand in node's own words.
  const cause = code.startsWith('ERR_PROXY') ? undefined : error;
  return {
    why,
    maxAttempts: attemptsFor(code),
    neverSent: code === 'ENOTFOUND' || code === 'EAI_AGAIN' || code === 'ECONNREFUSED',
    toError: (service, host, when) => {
      const text = when === '' ? why : `${why} (${when})`;
      return invalid ? misbehaved(service, host, text, cause) : unavailable(service, host, text, cause);
    },
  };
}

function wordsFor(code: string, message: string): string {
  if (code === 'STALLED') return message;
  if (code === 'ECONNRESET' || code === 'EPIPE') return 'closed the connection before its answer was whole';
  if (code.startsWith('HPE_')) return `gave an answer that is not valid HTTP (${code})`;
  if (code.startsWith('ERR_PROXY')) {
    const status = /HTTP\/1\.[01] (\d{3})/.exec(message)?.[1];
    return `could not be reached: the proxy refused the connection${status === undefined ? '' : ` (${status})`}`;
  }
  if (code === 'EPROTO' || code.startsWith('ERR_SSL'))
    return 'does not answer in TLS; it may speak plain http only';
  const words = excerptOf(message);
  return `could not be reached: ${words}${code === '' || words.includes(code) ? '' : ` (${code})`}`;
}

function attemptsFor(code: string): number {
  if (code === 'ENOTFOUND' || code.startsWith('ERR_PROXY')) return MAX_ATTEMPTS_HOST_NOT_FOUND;
  if (code === 'ECONNREFUSED') return MAX_ATTEMPTS_CONNECTION_REFUSED;
  // A certificate does not mend itself, and plain http behind https answers the same each time.
  if (/CERT|^ERR_TLS|^ERR_SSL|^UNABLE_TO_|SELF_SIGNED|^HPE_HEADER_OVERFLOW|^ERR_INVALID|^EPROTO$/.test(code))
    return 1;
  return Infinity;
}
