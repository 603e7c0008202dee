import { matches, type RequestMatch } from './faults.js';

/** One request. `status` is 0 until an answer was sent whole, and stays 0 where the connection was dropped. */
export interface LoggedRequest {
  readonly method: string;
  /** Path and query as they came. */
  readonly path: string;
  /** What kind of request it is, as the server names it: `GET manifest`. */
  readonly route: string;
  readonly status: number;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

/** A place in the log: counts that are given one look only at what came later. */
export type LogMark = number;

/** Every request that a server received, in order of arrival. */
export class RequestLog {
  readonly #entries: LoggedRequest[] = [];

  get entries(): readonly LoggedRequest[] {
    return this.#entries;
  }

  /** The end of the log as it is now. */
  mark(): LogMark {
    return this.#entries.length;
  }

  /** What came after the mark. */
  since(mark: LogMark): readonly LoggedRequest[] {
    return this.#entries.slice(mark);
  }

  /** How many requests match, of all or of those after the mark. */
  count(match: RequestMatch = {}, mark: LogMark = 0): number {
    return this.since(mark).filter(({ method, path }) => matches(match, method, path)).length;
  }

  /** How many requests of each route, such as `{ 'PUT manifest': 3 }`, of all or of those after the mark. */
  counts(mark: LogMark = 0): Readonly<Record<string, number>> {
    const counts = new Map<string, number>();
    for (const { route } of this.since(mark)) counts.set(route, (counts.get(route) ?? 0) + 1);
    return Object.fromEntries(counts);
  }

  /** Enters a request; the function returned notes the status that was answered. */
  enter(request: Omit<LoggedRequest, 'status' | 'at'>): (status: number) => void {
    const index = this.#entries.length;
    const entry = { ...request, status: 0, at: Date.now() };
    this.#entries.push(entry);
    return (status) => {
      this.#entries[index] = { ...entry, status };
    };
  }
}
