import { CountersignError } from '../errors.js';
import { MAX_SIGNATURES_PER_CLAIM } from '../limits.js';
import type { Credential } from './credential.js';

/**
 * A witness that answered only after long retries may testify to a time when the certificate was no longer valid, and
 * no verifier takes that: then the claim is signed again with a new certificate. Throws LOG_UNAVAILABLE after
 * MAX_SIGNATURES_PER_CLAIM of them.
 */
export async function withinValidity<T>(
  credential: () => Promise<Credential>,
  sign: (held: Credential) => Promise<Witnessed<T>>,
): Promise<T> {
  for (let attempt = 1; attempt <= MAX_SIGNATURES_PER_CLAIM; attempt += 1) {
    const held = await credential();
    const { signed, times } = await sign(held);
    const { expiresAt } = held;
    if (expiresAt === undefined || times.every((time) => time <= expiresAt)) return signed;
  }
  throw new CountersignError('LOG_UNAVAILABLE', {
    what: `The log or the timestamp authority witnessed the signature after its certificate had expired, ${MAX_SIGNATURES_PER_CLAIM} times`,
    remedy: 'Check the clocks of the services, and run this again when they answer faster.',
  });
}

/** What was signed, and when. */
export interface Witnessed<T> {
  readonly signed: T;
  /** The times that log and timestamp authorities witnessed. */
  readonly times: readonly Date[];
}
