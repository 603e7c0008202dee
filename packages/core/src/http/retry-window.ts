import type { Clock } from '../runtime.js';

/**
 * The time that one client may spend on repeating requests. It runs while at least one request is being repeated,
 * from the start of its first failed attempt, and stands still otherwise: the retries of a step are bounded in all,
 * whatever number of requests fail at once, and a long step without faults keeps its whole window.
 */
export class RetryWindow {
  readonly lengthMs: number;
  readonly #clock: Clock;
  #usedMs = 0;
  #openSince = 0;
  #lastClosed = -Infinity;
  #open = 0;

  constructor(lengthMs: number, clock: Clock) {
    this.lengthMs = lengthMs;
    this.#clock = clock;
  }

  now(): number {
    return this.#clock.now().getTime();
  }

  /** A request whose first attempt began at `since` failed and is going to be repeated. */
  enter(since: number): void {
    const from = Math.max(since, this.#lastClosed);
    this.#openSince = this.#open === 0 ? from : Math.min(this.#openSince, from);
    this.#open += 1;
  }

  /** It was answered, or given up. */
  leave(): void {
    this.#open -= 1;
    if (this.#open > 0) return;
    this.#lastClosed = this.now();
    this.#usedMs += this.#lastClosed - this.#openSince;
  }

  remainingMs(): number {
    const running = this.#open === 0 ? 0 : this.now() - this.#openSince;
    return Math.max(0, this.lengthMs - this.#usedMs - running);
  }
}
