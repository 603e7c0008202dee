import type { Clock, Logger, Random } from '../runtime.js';
import { backoffMs } from './backoff.js';
import { unavailable } from './failure.js';
import type { NetworkFault } from './network-fault.js';
import { excerptOf } from './redact.js';
import type { RetryWindow } from './retry-window.js';
import type { ServiceName } from './types.js';

/** How one attempt ended: with an answer for the caller, with a status that asks for another try, or without one. */
export type Outcome<T> =
  | { readonly kind: 'answer'; readonly answer: T }
  | {
      readonly kind: 'status';
      readonly status: number;
      readonly body: Uint8Array;
      readonly retryAfterMs: number | undefined;
    }
  | { readonly kind: 'fault'; readonly fault: NetworkFault };

export interface Repetition<T> {
  readonly service: ServiceName;
  readonly host: string;
  readonly label: string;
  readonly repeatable: boolean;
  /** Blotted out wherever a foreign text is shown. */
  readonly secrets: readonly string[];
  readonly window: RetryWindow;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Logger;
  readonly signal: AbortSignal;
  readonly beforeRepeat: (() => Promise<void>) | undefined;
  /** One attempt; `stallMs`: the longest silence the window still allows. */
  once(stallMs: number): Promise<Outcome<T>>;
}

/**
 * Attempts until there is an answer, the request may not be repeated, or waiting for another try would go beyond the
 * retry window; then throws ..._UNAVAILABLE with the last cause and how much was tried.
 */
export async function repeat<T>(about: Repetition<T>): Promise<T> {
  const { window, service, host } = about;
  const began = window.now();
  let entered = false;
  try {
    for (let attempts = 1; ; attempts += 1) {
      const outcome = await about.once(silenceAllowed(window, entered));
      if (outcome.kind === 'answer') return outcome.answer;
      if (!entered) window.enter(began);
      entered = true;

      const wait = waitBefore(about, outcome, attempts);
      if (wait.kind === 'stop') {
        const tried = triedFor(attempts, window.now() - began);
        if (outcome.kind === 'fault') throw outcome.fault.toError(service, host, `${wait.why}${tried}`);
        throw unavailable(service, host, `${describe(outcome, about.secrets)} (${wait.why}${tried})`);
      }
      about.log.info(
        `${about.label} ${outcome.kind === 'fault' ? outcome.fault.why : `answered ${outcome.status}`}; ` +
          `trying again in ${(wait.ms / 1000).toFixed(1)} s`,
      );
      await about.clock.sleep(wait.ms, about.signal);
      await about.beforeRepeat?.();
    }
  } finally {
    if (entered) window.leave();
  }
}

/** The window bounds a silence too; the last attempt gets a second, or its failure would say nothing. */
const silenceAllowed = (window: RetryWindow, entered: boolean): number =>
  entered ? Math.max(Math.min(1000, window.lengthMs), window.remainingMs()) : Math.max(1, window.lengthMs);

type Wait = { readonly kind: 'wait'; readonly ms: number } | { readonly kind: 'stop'; readonly why: string };

function waitBefore<T>(
  about: Repetition<T>,
  outcome: Exclude<Outcome<T>, { kind: 'answer' }>,
  attempts: number,
): Wait {
  const safe = about.repeatable || (outcome.kind === 'fault' && outcome.fault.neverSent);
  if (!safe) return { kind: 'stop', why: 'this request may not be repeated; ' };
  if (outcome.kind === 'fault' && attempts >= outcome.fault.maxAttempts) return { kind: 'stop', why: '' };
  const remaining = about.window.remainingMs();
  const asked = outcome.kind === 'status' ? outcome.retryAfterMs : undefined;
  if (asked !== undefined && asked >= remaining) {
    return {
      kind: 'stop',
      why: `it asks to wait ${Math.ceil(asked / 1000)} s, beyond the retry window of ${about.window.lengthMs / 1000} s; `,
    };
  }
  const fraction = about.random.fraction();
  // A little later than asked for, each client by its own measure: all were told the same time.
  const ms = asked === undefined ? backoffMs(attempts, fraction) : asked + Math.round(fraction * 250);
  if (ms < remaining) return { kind: 'wait', ms };
  return { kind: 'stop', why: `the retry window of ${about.window.lengthMs / 1000} s is used up; ` };
}

const describe = (outcome: { status: number; body: Uint8Array }, secrets: readonly string[]): string => {
  const text = excerptOf(outcome.body, secrets);
  return text === '' ? `answered ${outcome.status}` : `answered ${outcome.status}: ${text}`;
};

const triedFor = (attempts: number, ms: number): string =>
  attempts === 1 ? 'tried once' : `tried ${attempts} times in ${(ms / 1000).toFixed(1)} s`;
