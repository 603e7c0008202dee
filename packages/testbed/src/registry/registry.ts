import type { IncomingMessage, ServerResponse } from 'node:http';
import { FaultPlan, sendJson, serveLoopback, type RequestLog } from '../http/index.js';
import { actionOf } from './auth/access.js';
import { admit, type Guard } from './auth/guard.js';
import { giveToken } from './auth/token-service.js';
import { TokenBook } from './auth/tokens.js';
import { newUsers } from './auth/users.js';
import { credentialsOf, type RegistryCredentials } from './credentials.js';
import { refusal } from './errors.js';
import { isRepository } from './grammar.js';
import type { RegistryOptions } from './options.js';
import { pullThrough } from './pull-through.js';
import { destination, routeName, routeTo } from './router.js';
import { Store } from './store.js';

/** A registry that answers until it is stopped. */
export interface RunningRegistry {
  /** `127.0.0.1:port` */
  readonly host: string;
  /** `http://127.0.0.1:port` */
  readonly origin: string;
  /** null without authentication. */
  readonly auth: RegistryCredentials | null;
  /** The credentials of a user who may pull and not push. */
  readonly readerAuth: RegistryCredentials | null;
  readonly faults: FaultPlan;
  readonly requests: RequestLog;
  /** The tags that readers see and what they name, without a request. */
  tags(repository: string): Readonly<Record<string, string>>;
  stop(): Promise<void>;
}

/** Starts an OCI registry (distribution specification 1.1) in memory, on 127.0.0.1. */
export async function startRegistry(options: RegistryOptions = {}): Promise<RunningRegistry> {
  const store = new Store();
  const { auth = 'none', anonymousPull = false, tokenLifetimeMs = DEFAULT_TOKEN_LIFETIME_MS } = options;
  const users = newUsers();
  const tokens = new TokenBook(tokenLifetimeMs);
  const faults = options.faults ?? new FaultPlan();

  const handler = async (request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> => {
    response.setHeader('docker-distribution-api-version', 'registry/2.0');
    pad(response, options.extraHeaderBytes ?? 0);
    const guard: Guard = {
      auth,
      anonymousPull,
      users,
      tokens,
      realm: `${url.origin}/token`,
      service: SERVICE,
    };
    if (url.pathname === '/token' && auth === 'token') {
      await giveToken({ ...guard, lifetimeMs: tokenLifetimeMs }, request, response, url);
      return;
    }
    await serve(options, store, guard, request, response, url);
  };
  const server = await serveLoopback({
    handler,
    faults,
    routeOf: routeName,
    ...(options.latencyMs === undefined ? {} : { latencyMs: options.latencyMs }),
    ...(options.port === undefined ? {} : { port: options.port }),
  });

  const { host, origin, requests } = server;
  return {
    host,
    origin,
    auth: auth === 'none' ? null : credentialsOf(host, users.writer, auth === 'token' ? tokens : undefined),
    readerAuth:
      auth === 'none' ? null : credentialsOf(host, users.reader, auth === 'token' ? tokens : undefined),
    faults,
    requests,
    tags: (name) => {
      const repository = store.find(name);
      const named = repository
        ?.tags()
        .map((tag) => [tag, repository.manifest(tag, 'visible')?.digest ?? ''] as const);
      return Object.fromEntries(named ?? []);
    },
    stop: () => server.stop(),
  };
}

const DEFAULT_TOKEN_LIFETIME_MS = 300_000;
const SERVICE = 'testbed-registry';

async function serve(
  options: RegistryOptions,
  store: Store,
  guard: Guard,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> {
  const method = request.method ?? 'GET';
  const pathname = decoded(url.pathname);
  if (/^\/v2\/?$/.test(pathname)) {
    admit(guard, request, undefined);
    sendJson(response, 200, {});
    return;
  }
  const found = destination(pathname);
  if (found === undefined) throw refusal('NOT_FOUND', 'there is nothing here');
  const { route, name, target } = found;
  if (!isRepository(name)) throw refusal('NAME_INVALID', 'the repository has no valid name');
  const access = admit(guard, request, { repository: name, action: actionOf(method, route) });
  const exchange = { request, response, method, url, name, target, store, options, access };
  if (options.upstream !== undefined) await pullThrough(options.upstream, route, exchange);
  await routeTo(route, exchange);
}

function decoded(pathname: string): string {
  try {
    return decodeURIComponent(pathname);
  } catch {
    throw refusal('NAME_INVALID', 'the path is not well encoded');
  }
}

/** Padding in lines of 4 KiB at most, as a registry's policy headers are. */
function pad(response: ServerResponse, bytes: number): void {
  for (let left = bytes, line = 0; left > 0; left -= PADDING_LINE_BYTES, line += 1) {
    response.setHeader(`x-testbed-padding-${line}`, 'p'.repeat(Math.min(left, PADDING_LINE_BYTES)));
  }
}

const PADDING_LINE_BYTES = 4096;
