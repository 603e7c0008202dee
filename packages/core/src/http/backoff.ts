import { FIRST_RETRY_DELAY_MS, MAX_RETRY_DELAY_MS } from '../limits.js';

/** Milliseconds before attempt `attempt + 1`: doubling, capped, the upper half of it random so that clients spread. */
export function backoffMs(attempt: number, fraction: number): number {
  const ceiling = Math.min(MAX_RETRY_DELAY_MS, FIRST_RETRY_DELAY_MS * 2 ** Math.min(attempt - 1, 16));
  return Math.round(ceiling * (0.5 + fraction / 2));
}

/**
 * Retry-After as milliseconds from `now` (RFC 9110, section 10.2.3): seconds or an HTTP date. Undefined for
 * anything else; a date that has passed is 0.
 */
export function retryAfterMs(header: string | undefined, now: Date): number | undefined {
  const text = header?.trim() ?? '';
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1000;
  // Date.parse takes much that is no HTTP date; every form of one starts with a day's name.
  if (!/^(Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,? /.test(text)) return undefined;
  const at = Date.parse(text);
  return Number.isNaN(at) ? undefined : Math.max(0, at - now.getTime());
}

/** RFC 9110: too slow a request, too many of them, and the server's own faults. 501 and 505 stay what they are. */
export const isRetryableStatus = (status: number): boolean =>
  status === 408 || status === 429 || (status >= 500 && status !== 501 && status !== 505);
