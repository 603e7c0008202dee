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

/** A day of UTC. */
export const DAY_MS = 24 * 60 * 60_000;
