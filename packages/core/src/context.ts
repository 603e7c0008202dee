import type { HttpClient } from './http/index.js';
import type { Clock, Logger, Random } from './runtime.js';

export type { Clock, Logger, Random };

/** Everything of the outside world that the core may touch, handed in by an action, the CLI or a test. */
export interface Context {
  readonly http: HttpClient;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Logger;
  readonly signal: AbortSignal;
}
