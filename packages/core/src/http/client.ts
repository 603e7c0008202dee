import type { Clock, Logger, Random } from '../runtime.js';
import { CountersignError } from '../errors.js';
import {
  DEFAULT_RETRY_WINDOW_MS,
  DEFAULT_STALL_MS,
  MAX_ERROR_BODY_BYTES,
  MAX_REDIRECTS,
  MIN_TRANSFER_BYTES_PER_MS,
} from '../limits.js';
import { createAgents, type Agents } from './agents.js';
import { attempt, type Answer } from './attempt.js';
import { retryAfterMs, isRetryableStatus } from './backoff.js';
import { SERVICE_LABEL, interrupted, misbehaved } from './failure.js';
import { redactUrl } from './redact.js';
import { followRedirect, type Hop } from './redirect.js';
import { RetryWindow } from './retry-window.js';
import { repeat, type Outcome } from './repeat.js';
import { collect, bounded } from './response-body.js';
import { faultOf } from './network-fault.js';
import type { HttpClient, HttpRequest, HttpResponse, HttpStream, ServiceName } from './types.js';

export interface HttpClientOptions {
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Logger;
  readonly signal: AbortSignal;
  /** HTTP_PROXY, HTTPS_PROXY and NO_PROXY in either case. The rest of the record is not looked at. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Milliseconds that all requests of this client together may spend on repeating; default DEFAULT_RETRY_WINDOW_MS. */
  readonly retryWindowMs?: number;
  readonly userAgent?: string;
}

/**
 * The request layer over node:http and node:https. A certificate authority of the user's own comes from
 * NODE_EXTRA_CA_CERTS, which node reads itself. `close` ends the connections and what is under way, as INTERRUPTED.
 * Throws INPUT_INVALID for a proxy variable that is no URL.
 */
export function createHttpClient(options: HttpClientOptions): HttpClient & { close(): void } {
  const closing = new AbortController();
  const client: Client = {
    // What nobody waits for any more is not tried again behind the back of a run that has ended.
    options: { ...options, signal: AbortSignal.any([options.signal, closing.signal]) },
    agents: createAgents(options.env ?? {}),
    window: new RetryWindow(options.retryWindowMs ?? DEFAULT_RETRY_WINDOW_MS, options.clock),
    counts: new Map(),
  };
  return {
    send: (request) =>
      withRetries(client, request, async ({ answer, url }) => {
        const body = await collect(answer, limitOf(request, answer.status), () => tooLarge(request, url));
        return { status: answer.status, headers: answer.headers, url: url.href, body };
      }),
    stream: (request) =>
      withRetries(client, request, async ({ answer, url }): Promise<HttpStream> => {
        const head = { status: answer.status, headers: answer.headers, url: url.href };
        if (isOk(answer.status)) {
          const fail = (error: unknown) => asFailure(client, request, url, error);
          return {
            ...head,
            body: bounded(answer.body, request.maxResponseBytes, () => tooLarge(request, url), fail),
          };
        }
        const body = await collect(answer, limitOf(request, answer.status), () => tooLarge(request, url));
        return { ...head, body: once(body) };
      }),
    counts: () => Object.fromEntries(client.counts),
    close: () => {
      closing.abort();
      client.agents.close();
    },
  };
}

interface Client {
  readonly options: HttpClientOptions;
  readonly agents: Agents;
  readonly window: RetryWindow;
  readonly counts: Map<ServiceName, number>;
}

/** An answer and the address that gave it. */
interface Arrived {
  readonly answer: Answer;
  readonly url: URL;
}

function withRetries<T extends HttpResponse | HttpStream>(
  client: Client,
  request: HttpRequest,
  take: (arrived: Arrived) => Promise<T>,
): Promise<T> {
  const url = addressOf(request);
  checkAuthorization(request);
  const credential = request.authorization?.replace(/^\S+ +/, '');
  const secrets = [...(request.secrets ?? []), ...(credential === undefined ? [] : [credential])];
  return repeat<T>({
    service: request.service,
    host: url.host,
    label: `${SERVICE_LABEL[request.service]} at ${url.host} (${request.method} ${redactUrl(url.href)})`,
    repeatable: request.repeatable ?? !(request.method === 'POST' || request.method === 'PATCH'),
    secrets,
    beforeRepeat: request.beforeRepeat,
    ...client.options,
    window: client.window,
    once: async (stallMs): Promise<Outcome<T>> => {
      try {
        const arrived = await walk(
          client,
          request,
          url,
          Math.min(stallMs, request.timeoutMs ?? DEFAULT_STALL_MS),
        );
        const { status, headers } = arrived.answer;
        if (isRetryableStatus(status) && !(request.answers ?? []).includes(status)) {
          const body = await collect(arrived.answer, MAX_ERROR_BODY_BYTES, undefined);
          return {
            kind: 'status',
            status,
            body,
            retryAfterMs: retryAfterMs(headers['retry-after'], client.options.clock.now()),
          };
        }
        return { kind: 'answer', answer: await take(arrived) };
      } catch (error) {
        if (error instanceof CountersignError) throw error;
        if (client.options.signal.aborted) throw interrupted(error);
        return { kind: 'fault', fault: faultOf(error) };
      }
    },
  });
}

/** The request and its redirects, up to an answer that is none. */
async function walk(client: Client, request: HttpRequest, url: URL, stallMs: number): Promise<Arrived> {
  let hop: Hop = {
    url,
    method: request.method,
    headers: request.headers ?? {},
    authorization: request.authorization,
    body: request.body,
  };
  for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects += 1) {
    const answer = await ask(client, request, hop, stallMs);
    const next = nextHop(request, hop, answer);
    if (next === undefined) return { answer, url: hop.url };
    await collect(answer, MAX_ERROR_BODY_BYTES, undefined);
    hop = next;
  }
  throw misbehaved(request.service, url.host, `redirected more than ${MAX_REDIRECTS} times`);
}

/** A redirect that is refused is not read either: an answer left open would keep the process waiting for its end. */
function nextHop(request: HttpRequest, hop: Hop, answer: Answer): Hop | undefined {
  try {
    const next = followRedirect(request.service, hop, answer.status, answer.headers.location);
    if (next !== undefined) checkRedirectHost(request, hop, next);
    return next;
  } catch (error) {
    answer.discard();
    throw error;
  }
}

function checkRedirectHost({ service, url, redirectHosts }: HttpRequest, from: Hop, { url: to }: Hop): void {
  if (redirectHosts === undefined || to.host === new URL(url).host || redirectHosts.includes(to.host)) return;
  throw misbehaved(service, from.url.host, `redirected to another host, ${to.host}, which is not followed`);
}

function ask(client: Client, request: HttpRequest, hop: Hop, stallMs: number): Promise<Answer> {
  const { signal, userAgent = 'countersign' } = client.options;
  if (signal.aborted) throw interrupted(signal.reason);
  client.counts.set(request.service, (client.counts.get(request.service) ?? 0) + 1);
  const size = hop.body === undefined ? 0 : hop.body instanceof Uint8Array ? hop.body.length : hop.body.size;
  const hasBody =
    hop.body !== undefined || hop.method === 'POST' || hop.method === 'PUT' || hop.method === 'PATCH';
  return attempt({
    method: hop.method,
    url: hop.url,
    headers: {
      // What is hashed must be what was sent: no one on the way is asked to compress it.
      'accept-encoding': 'identity',
      'user-agent': userAgent,
      ...hop.headers,
      ...(hasBody ? { 'content-length': String(size) } : {}),
      ...(hop.authorization === undefined ? {} : { authorization: hop.authorization }),
    },
    body: hop.body,
    agent: client.agents.for(hop.url),
    stallMs,
    totalMs: 4 * stallMs + Math.ceil((size + request.maxResponseBytes) / MIN_TRANSFER_BYTES_PER_MS),
    signal,
  });
}

function addressOf(request: HttpRequest): URL {
  const url = URL.canParse(request.url) ? new URL(request.url) : undefined;
  const why =
    url === undefined
      ? 'not a URL'
      : url.protocol !== 'https:' && url.protocol !== 'http:'
        ? 'not an http or https URL'
        : url.username !== '' || url.password !== ''
          ? 'a URL with a user name in it'
          : undefined;
  if (url !== undefined && why === undefined) return url;
  throw new CountersignError('INPUT_INVALID', {
    what: `The address of ${SERVICE_LABEL[request.service].toLowerCase()} is ${why ?? ''}: ${redactUrl(request.url)}`,
    remedy: 'Give an address of the form https://host[:port]/path.',
  });
}

/** A line break in a token (a file read with its newline) would be a header of its own; node refuses it without a name. */
function checkAuthorization({ authorization, service }: HttpRequest): void {
  if (authorization === undefined || /^[\x20-\x7e]*$/.test(authorization)) return;
  throw new CountersignError('CREDENTIALS_INVALID', {
    what: `The credential for ${SERVICE_LABEL[service].toLowerCase()} holds characters that no header may hold`,
    remedy: 'Check the secret for a line break or other invisible characters.',
  });
}

function asFailure(client: Client, request: HttpRequest, url: URL, error: unknown): Error {
  if (error instanceof CountersignError) return error;
  if (client.options.signal.aborted) return interrupted(error);
  return faultOf(error).toError(request.service, url.host, 'while its answer was read');
}

const tooLarge = (request: HttpRequest, url: URL): CountersignError =>
  misbehaved(
    request.service,
    url.host,
    `answered ${request.method} ${redactUrl(url.href)} with more than ${request.maxResponseBytes} bytes`,
  );

const isOk = (status: number): boolean => status >= 200 && status < 300;

/** A HEAD announces the length of what it does not send. An error's page may be longer than the answer asked for. */
const limitOf = ({ method, maxResponseBytes }: HttpRequest, status: number): number => {
  if (method === 'HEAD') return Infinity;
  return isOk(status) ? maxResponseBytes : Math.max(maxResponseBytes, MAX_ERROR_BODY_BYTES);
};

// eslint-disable-next-line @typescript-eslint/require-await -- an async iterable of one piece
async function* once(body: Uint8Array): AsyncGenerator<Uint8Array> {
  yield body;
}
