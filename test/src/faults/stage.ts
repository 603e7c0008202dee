import { join } from 'node:path';
import type { Context } from '@countersign/core/context';
import { createHttpClient, systemClock, systemRandom, type HttpClient } from '@countersign/core/http';
import type { AttestOptions, Services } from '@countersign/core/flows';
import type { TestbedOptions, TestbedService, TokenClaims } from '@countersign/testbed';
import { openStage, type Stage } from '../flows/stage.js';
import { COMPLETE, COMPLETE_IN_BUNDLES, type Stored } from './stored.js';

/** What a connection on which nothing comes is given, in milliseconds: where a stall is the fault, and elsewhere. */
export const STALL_MS = 120;
const PATIENT_MS = 10_000;

/** Sleeps pass at once and move the time on, for the client and for the services alike. */
class SharedClock {
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

interface Quick {
  readonly retryWindowMs?: number;
  readonly stallMs?: number;
  readonly signal?: AbortSignal;
}

export interface FaultStage extends Stage {
  readonly clock: SharedClock;
  /** What signature and provenance come to with the log of this stage. */
  readonly complete: { readonly stored: Stored; readonly objects: number; readonly logEntries: number };
  /** How many entries that log holds. */
  logSize(): number;
  /** A reference to an image that no other test has: it differs in an annotation. */
  fresh(repository?: string): Promise<string>;
  /** Services on the shared clock, with a cache of their own; by default with the retry window of a real run. */
  quick(changes?: Quick): Services;
  /** Signature and provenance of one digest, with the runner's token. */
  both(reference: string, changes?: Partial<AttestOptions>): AttestOptions;
  /** Where trust comes from in a run that a fault of this service is to strike: its TUF repository, or the files. */
  trustThrough(service: TestbedService): Pick<AttestOptions, 'trust' | 'signingConfig'>;
  /** Where a runner gives this job its tokens. */
  runner(claims?: TokenClaims): AttestOptions['identity'];
}

/** A test bed whose services live by the same clock as the client, so that minutes of waiting take milliseconds. */
export async function openFaultStage(options: Omit<TestbedOptions, 'now'> = {}): Promise<FaultStage> {
  const clock = new SharedClock();
  const stage = await openStage({ ...options, now: clock.now });
  const { bed } = stage;
  const tiles = options.rekor === 'v2';
  const clients: { close(): void }[] = [];
  let images = 0;
  let caches = 0;

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
    complete: tiles
      ? { stored: COMPLETE_IN_BUNDLES, objects: 2, logEntries: 2 }
      : { stored: COMPLETE, objects: 4, logEntries: 3 },
    logSize: () => (tiles ? bed.services.sigstore.tileLogSize() : bed.services.sigstore.logSize()),
    runner,
    fresh: (repository = 'acme/app') => {
      images += 1;
      return stage.push(repository, { annotations: { n: String(images) } });
    },
    quick: ({ retryWindowMs, stallMs = PATIENT_MS, signal = new AbortController().signal } = {}) => {
      const services = stage.services();
      const base = { ...services.context, clock, random: middling, signal };
      const http = createHttpClient({ ...base, ...(retryWindowMs === undefined ? {} : { retryWindowMs }) });
      clients.push(http);
      const context: Context = { ...base, http: impatient(http, stallMs) };
      caches += 1;
      return { ...services, context, cacheDir: join(services.cacheDir, String(caches)) };
    },
    trustThrough: (service) => {
      if (service === 'tuf') {
        const mirror = { kind: 'tuf-mirror', mirrorUrl: bed.tufUrl, rootPath: bed.tufRoot } as const;
        return { trust: mirror, signingConfig: mirror };
      }
      const { trust, signingConfig } = stage.attest();
      return { trust, signingConfig };
    },
    both: (reference, changes = {}) =>
      stage.attest({
        on: [reference],
        platforms: 'index',
        signature: true,
        provenance: true,
        identity: runner(),
        ...(tiles ? { transparencyLog: 'rekor-v2' } : {}),
        ...changes,
      }),
    stop: async () => {
      for (const client of clients) client.close();
      await stage.stop();
    },
  };
}

/** Waits of one length, so that what is slept is the same in every run. */
const middling: Context['random'] = { ...systemRandom, fraction: () => 0.5 };

/** The same client with another patience. */
const impatient = (http: HttpClient, timeoutMs: number): HttpClient => ({
  send: (request) => http.send({ ...request, timeoutMs }),
  stream: (request) => http.stream({ ...request, timeoutMs }),
  counts: () => http.counts(),
});
