import type { FaultPlan } from '../http/index.js';

/** What every service of the small Sigstore takes. */
export interface ServiceOptions {
  /** The services' clock; the system's by default. */
  readonly now?: () => Date;
  /** Added before each request: 0 by default. */
  readonly latencyMs?: number;
  /** Faults to begin with; a plan of its own by default. */
  readonly faults?: FaultPlan;
}
