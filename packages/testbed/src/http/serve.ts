import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { HttpRefusal, send, sendJson } from './body.js';
import { loseAnswer, spoilBody } from './damage.js';
import { markLate, type FaultAction, type FaultPlan } from './faults.js';
import { RequestLog } from './request-log.js';

export type LoopbackHandler = (
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
) => Promise<void> | void;

export interface LoopbackOptions {
  readonly handler: LoopbackHandler;
  readonly faults?: FaultPlan;
  /** Added before each request is looked at. For some requests only: a `delay` fault. */
  readonly latencyMs?: number;
  /** 0, the default, takes a free one. */
  readonly port?: number;
  /** The log's name for a kind of request; without it the method and the path. */
  readonly routeOf?: (method: string, path: string) => string;
}

export interface LoopbackServer {
  /** `http://127.0.0.1:port` */
  readonly origin: string;
  /** `127.0.0.1:port` */
  readonly host: string;
  readonly requests: RequestLog;
  /** Drops every connection, stalled ones too. */
  stop(): Promise<void>;
}

/**
 * Serves a handler on 127.0.0.1, with injected faults and latency and a log of requests. A handler that throws an
 * HttpRefusal is answered with it, any other error with 500 and its message.
 */
export async function serveLoopback(options: LoopbackOptions): Promise<LoopbackServer> {
  const requests = new RequestLog();
  const stopping = new AbortController();
  let origin = '';

  const server = createServer({ keepAliveTimeout: KEEP_ALIVE_MS }, (request, response) => {
    const { method = 'GET', url: path = '/' } = request;
    const answered = requests.enter({
      method,
      path,
      route: options.routeOf?.(method, path) ?? `${method} ${path.split('?', 1)[0] ?? ''}`,
    });
    response.once('finish', () => {
      if (!response.destroyed) answered(response.statusCode);
    });
    answer(options, request, response, origin, stopping.signal).catch((error: unknown) => {
      refuse(response, error);
    });
  });

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  origin = `http://${host}`;

  return {
    origin,
    host,
    requests,
    stop: async () => {
      stopping.abort();
      const closed = new Promise<void>((resolve) => {
        server.close(() => {
          resolve();
        });
      });
      server.closeAllConnections();
      await closed;
    },
  };
}

// Longer than any pause between a client's requests, so that none races the server's closing of an idle connection.
const KEEP_ALIVE_MS = 60_000;

async function answer(
  options: LoopbackOptions,
  request: IncomingMessage,
  response: ServerResponse,
  origin: string,
  signal: AbortSignal,
): Promise<void> {
  const path = request.url ?? '/';
  // An absolute form is for proxies, and would name another host.
  if (!path.startsWith('/') || !URL.canParse(origin + path)) {
    throw new HttpRefusal(400, { message: 'the request target is not a path' });
  }
  if (options.latencyMs !== undefined && options.latencyMs > 0)
    await sleep(options.latencyMs, undefined, { signal });
  const fault = options.faults?.take(request.method ?? 'GET', path);
  if (fault !== undefined && (await strike(fault, request, response, signal)) === 'answered') return;
  await options.handler(request, response, new URL(origin + path));
}

async function strike(
  fault: FaultAction,
  request: IncomingMessage,
  response: ServerResponse,
  signal: AbortSignal,
): Promise<'answered' | 'go on'> {
  const action = typeof fault === 'string' ? { kind: fault } : fault;
  switch (action.kind) {
    case 'status': {
      // The body of the request is read away: a client in the middle of an upload then sees the status, not a reset.
      request.resume();
      send(
        response,
        action.status,
        {
          'content-type': action.contentType ?? 'application/json',
          ...(action.retryAfter === undefined ? {} : { 'retry-after': String(action.retryAfter) }),
        },
        action.body ?? '{"errors":[{"code":"UNKNOWN","message":"injected by the test bed"}]}',
      );
      return 'answered';
    }
    case 'redirect':
      request.resume();
      send(response, 307, { location: action.location });
      return 'answered';
    case 'reset':
      if ('when' in action && action.when === 'after') {
        loseAnswer(response);
        return 'go on';
      }
      request.socket.resetAndDestroy();
      return 'answered';
    case 'stall':
      request.resume();
      await sleep(action.ms ?? FOREVER_MS, undefined, { signal });
      request.socket.resetAndDestroy();
      return 'answered';
    case 'delay':
      await sleep(action.ms, undefined, { signal });
      return 'go on';
    case 'late':
      markLate(request, action.ms);
      return 'go on';
    case 'truncate':
    case 'wrong-digest':
      spoilBody(response, action.kind);
      return 'go on';
  }
}

const FOREVER_MS = 2 ** 31 - 1;

function refuse(response: ServerResponse, error: unknown): void {
  if (response.headersSent || response.destroyed) {
    response.destroy();
    return;
  }
  if (error instanceof Error && error.name === 'AbortError') {
    response.destroy(); // the server is stopping
    return;
  }
  response.req.resume(); // a body that nobody read must not hold up the connection
  if (error instanceof HttpRefusal) sendJson(response, error.status, error.body, error.headers);
  else sendJson(response, 500, { message: error instanceof Error ? error.message : String(error) });
}
