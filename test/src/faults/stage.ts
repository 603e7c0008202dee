import type { Context } from '@countersign/core/context';
import { createHttpClient, systemClock, systemRandom, type HttpClient } from '@countersign/core/http';
import type { AttestOptions, Services } from '@countersign/core/flows';
import type { TestbedOptions, TokenClaims } from '@countersign/testbed';
import { openStage, type Stage } from '../flows/stage.js';

/** What a stalled connection is given before it counts as one, in milliseconds. */
const STALL_MS = 80;

/** Sleeps pass at once and move the time on, for the client and for the services alike. */
export class SharedClock {
  #aheadMs = 0;

  readonly now = (): Date => new Date(Date.now() + this.#aheadMs);

  readonly sleep = async (ms: number, signal?: AbortSignal): Promise<void> => {
    this.#aheadMs += ms;
    await systemClock.sleep(0, signal);
  };

  /** All that was slept so far, in milliseconds. */
  get sleptMs(): number {
    return this.#aheadMs;
  }
}

export interface FaultStage extends Stage {
  readonly clock: SharedClock;
  /** A reference to an image that no other test has: it differs in an annotation. */
  fresh(repository?: string): Promise<string>;
  /** Services on the shared clock; by default with the retry window of a real run. */
  quick(changes?: { readonly retryWindowMs?: number; readonly signal?: AbortSignal }): Services;
  /** Signature and provenance of one digest, with the runner's token. */
  both(reference: string, changes?: Partial<AttestOptions>): AttestOptions;
  /** Where a runner gives this job its tokens. */
  runner(claims?: TokenClaims): AttestOptions['identity'];
}

/** A test bed whose services live by the same clock as the client, so that minutes of waiting take milliseconds. */
export async function openFaultStage(options: Omit<TestbedOptions, 'now'> = {}): Promise<FaultStage> {
  const clock = new SharedClock();
  const stage = await openStage({ ...options, now: clock.now });
  const { bed } = stage;
  const clients: { close(): void }[] = [];
  let images = 0;

  const runner: FaultStage['runner'] = (claims) => {
    const laid = claims && `&claims=${Buffer.from(JSON.stringify(claims)).toString('base64url')}`;
    return {
      input: undefined,
      runner: { requestUrl: `${bed.tokenUrl}${laid ?? ''}`, requestToken: bed.requestToken },
      sigstoreIdToken: undefined,
      situation: 'not-a-runner',
      mask: () => undefined,
    };
  };
  return {
    ...stage,
    clock,
    runner,
    fresh: (repository = 'acme/app') => {
      images += 1;
      return stage.push(repository, { annotations: { n: String(images) } });
    },
    quick: ({ retryWindowMs, signal = new AbortController().signal } = {}) => {
      const services = stage.services();
      const base = { ...services.context, clock, random: systemRandom, signal };
      const http = createHttpClient({ ...base, ...(retryWindowMs === undefined ? {} : { retryWindowMs }) });
      clients.push(http);
      const context: Context = { ...base, http: impatient(http) };
      return { ...services, context };
    },
    both: (reference, changes = {}) =>
      stage.attest({
        on: [reference],
        platforms: 'index',
        signature: true,
        provenance: true,
        identity: runner(),
        ...changes,
      }),
    stop: async () => {
      for (const client of clients) client.close();
      await stage.stop();
    },
  };
}

/** The same client with a shorter patience for connections on which nothing comes. */
const impatient = (http: HttpClient): HttpClient => ({
  send: (request) => http.send({ ...request, timeoutMs: STALL_MS }),
  stream: (request) => http.stream({ ...request, timeoutMs: STALL_MS }),
  counts: () => http.counts(),
});
