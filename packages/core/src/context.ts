import type { HttpClient } from './http/index.js';

/** Where progress goes. Implementations neutralise what is printed: callers may pass text of others. */
export interface Logger {
  debug(message: string): void;
  info(message: string): void;
  warn(message: string): void;
}

export interface Clock {
  now(): Date;
  /** Resolves after `ms` milliseconds; rejects with INTERRUPTED when the signal fires first. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

export interface Random {
  bytes(length: number): Uint8Array;
  /** 0 <= x < 1; for jitter, not for secrets. */
  fraction(): number;
}

/** Everything of the outside world that the core may touch, handed in by an action, the CLI or a test. */
export interface Context {
  readonly http: HttpClient;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Logger;
  readonly signal: AbortSignal;
}
