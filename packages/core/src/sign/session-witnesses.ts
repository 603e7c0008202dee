import { allEnded, createGate } from '../concurrency.js';
import type { Context } from '../context.js';
import { DEFAULT_SIGNING_CONCURRENCY } from '../limits.js';
import type { SigningServices, TrustMaterial } from '../trust/index.js';
import type { HashedSignature } from './hashed-rekord.js';
import { logToTiles } from './rekor-v2.js';
import { requestTimestamp } from './tsa.js';
import type { LogEntry, TileLogEntry } from './types.js';

export interface SessionWitnesses {
  /** An entry by each log of Rekor v1. */
  entries(log: LogToV1): Promise<readonly LogEntry[]>;
  /** An entry by each log, of whichever version this session writes to, and a timestamp by each authority. */
  all(signature: Uint8Array, log: LogToV1, hashed: () => HashedSignature): Promise<Testimony>;
  /** How many answers there were so far. */
  readonly counted: { readonly logEntries: number; readonly timestamps: number };
}

type LogToV1 = (rekorUrl: string) => Promise<LogEntry>;

interface Testimony {
  readonly logEntries: readonly (LogEntry | TileLogEntry)[];
  /** DER of RFC 3161 responses. */
  readonly timestamps: readonly Uint8Array[];
  /** What the witnesses say when: Rekor v2 tells no time. */
  readonly times: readonly Date[];
}

export interface WitnessOptions {
  readonly services: SigningServices;
  /** Names the log of an entry that is in Rekor v2 already. */
  readonly trust?: TrustMaterial | undefined;
  /** Log and timestamp calls under way at the same time. */
  readonly concurrency?: number;
}

/**
 * The logs and timestamp authorities of one session. Nothing is left under way when a call throws LOG_... or TSA_...
 * codes.
 */
export function sessionWitnesses(
  context: Context,
  { services, trust, concurrency }: WitnessOptions,
): SessionWitnesses {
  const gate = createGate(concurrency ?? DEFAULT_SIGNING_CONCURRENCY);
  const counted = { logEntries: 0, timestamps: 0 };
  const asked = <T>(
    urls: readonly string[],
    figure: keyof typeof counted,
    ask: (url: string) => Promise<T>,
  ): Promise<T[]> =>
    allEnded(
      urls.map((url) =>
        gate(async () => {
          const answer = await ask(url);
          counted[figure] += 1;
          return answer;
        }),
      ),
    );
  return {
    counted,
    entries: (log) => asked(services.rekorUrls, 'logEntries', log),
    all: async (signature, log, hashed) => {
      const logging = asked(services.rekorUrls, 'logEntries', (url): Promise<LogEntry | TileLogEntry> =>
        services.rekorVersion === 1 ? log(url) : logToTiles(context, url, hashed(), trust),
      );
      const stamping = asked(services.tsaUrls, 'timestamps', (url) =>
        requestTimestamp(context, url, signature),
      );
      await Promise.allSettled([logging, stamping]);
      const [logEntries, stamps] = [await logging, await stamping];
      return {
        logEntries,
        timestamps: stamps.map(({ der }) => der),
        times: [...logTimes(logEntries), ...stamps.map(({ time }) => time)],
      };
    },
  };
}

export const logTimes = (entries: readonly (LogEntry | TileLogEntry)[]): Date[] =>
  entries.flatMap((entry) =>
    entry.signedEntryTimestamp === undefined ? [] : [new Date(entry.integratedTime * 1000)],
  );
