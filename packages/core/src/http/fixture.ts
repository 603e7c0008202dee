import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Clock } from '../runtime.js';
import { createHttpClient, type HttpClientOptions } from './client.js';
import { systemClock } from './system.js';
import type { HttpClient } from './types.js';

/** For the tests of this folder: a server of one handler on loopback, closed after the work with all its connections. */
export async function withServer<T>(
  handler: (request: IncomingMessage, response: ServerResponse) => void,
  work: (origin: string) => Promise<T>,
): Promise<T> {
  const server = createServer(handler);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    return await work(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

/** A clock whose sleeps pass at once and are noted; time is what was slept plus the time that really passed. */
export class QuickClock implements Clock {
  readonly slept: number[] = [];
  #ahead = 0;

  now(): Date {
    return new Date(Date.now() + this.#ahead);
  }

  async sleep(ms: number, signal?: AbortSignal): Promise<void> {
    this.slept.push(ms);
    this.#ahead += ms;
    await systemClock.sleep(0, signal);
  }
}

/** A client whose waits take no time, with what it logged. */
export function quickClient(options: Partial<HttpClientOptions> = {}): {
  http: HttpClient & { close(): void };
  clock: QuickClock;
  logged: string[];
} {
  const clock = new QuickClock();
  const logged: string[] = [];
  const note = (message: string) => void logged.push(message);
  const http = createHttpClient({
    clock,
    random: { bytes: (length) => new Uint8Array(length), fraction: () => 0.5 },
    log: { debug: note, info: note, warn: note },
    signal: new AbortController().signal,
    ...options,
  });
  return { http, clock, logged };
}
