import type { IncomingMessage } from 'node:http';

/**
 * What goes wrong. Before the handler runs: `status` answers in its place, `reset` drops the connection, `stall`
 * answers nothing (for `ms`, then drops the connection; without `ms` until the server stops), `delay` waits and then
 * goes on, `redirect` answers 307. After it: `truncate` sends half of the body and closes, `wrong-digest` flips one
 * byte of the body, `reset` with `when: 'after'` does the work and loses the answer. `late` is for the handler itself,
 * which asks `lateBy` how long what it stores must stay invisible.
 */
export type FaultAction =
  | 'reset'
  | 'truncate'
  | 'wrong-digest'
  | { readonly kind: 'reset'; readonly when?: 'before' | 'after' }
  | {
      readonly kind: 'status';
      readonly status: number;
      readonly retryAfter?: string | number;
      readonly body?: string;
      /** `application/json` by default. */
      readonly contentType?: string;
    }
  | { readonly kind: 'stall'; readonly ms?: number }
  | { readonly kind: 'delay'; readonly ms: number }
  | { readonly kind: 'late'; readonly ms: number }
  | { readonly kind: 'redirect'; readonly location: string };

/** Which requests: method or methods (any case) and a pattern over path and query; what is left out matches all. */
export interface RequestMatch {
  readonly method?: string | readonly string[];
  readonly path?: RegExp;
}

export interface FaultRule {
  readonly match: RequestMatch;
  /** How many requests it strikes: 1 by default, Infinity for all. */
  readonly times?: number;
  /** How many matching requests pass first: 0 by default. */
  readonly after?: number;
  readonly action: FaultAction;
}

export interface FaultHandle {
  /** How many requests were struck. */
  readonly hits: number;
  remove(): void;
}

/** An ordered list of faults. The first rule that still applies takes the request; later ones do not see it. */
export class FaultPlan {
  readonly #rules = new Set<ActiveRule>();

  add(rule: FaultRule): FaultHandle {
    const active = { rule, toPass: rule.after ?? 0, left: rule.times ?? 1, hits: 0 };
    this.#rules.add(active);
    const remove = () => {
      this.#rules.delete(active);
    };
    return {
      get hits() {
        return active.hits;
      },
      remove,
    };
  }

  clear(): void {
    this.#rules.clear();
  }

  /** The fault that strikes this request, counted as a hit. */
  take(method: string, path: string): FaultAction | undefined {
    for (const active of this.#rules) {
      if (active.left <= 0 || !matches(active.rule.match, method, path)) continue;
      if (active.toPass > 0) {
        active.toPass -= 1;
        continue;
      }
      active.left -= 1;
      active.hits += 1;
      return active.rule.action;
    }
    return undefined;
  }
}

/** Whether a request of this method to this path (with its query) is meant. */
export function matches(match: RequestMatch, method: string, path: string): boolean {
  const methods = [match.method ?? []].flat();
  if (methods.length > 0 && !methods.some((each) => each.toUpperCase() === method)) return false;
  // search(), unlike test(), does not remember where a global pattern stopped.
  return match.path === undefined || path.search(match.path) !== -1;
}

/** Milliseconds for which what this request stores must stay invisible: a `late` fault struck it. 0 without one. */
export const lateBy = (request: IncomingMessage): number => lateness.get(request) ?? 0;

/** Notes the `late` fault of a request for its handler. */
export const markLate = (request: IncomingMessage, ms: number): void => {
  lateness.set(request, ms);
};

interface ActiveRule {
  readonly rule: FaultRule;
  toPass: number;
  left: number;
  hits: number;
}

const lateness = new WeakMap<IncomingMessage, number>();
