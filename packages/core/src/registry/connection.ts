import type { Context } from '../context.js';
import { CountersignError } from '../errors.js';
import { isLoopback, type HttpRequest, type HttpResponse, type HttpStream } from '../http/index.js';
import { apiHost } from '../reference/index.js';
import { Authorizer, type Access } from './authorizer.js';
import { parseChallenges } from './challenge.js';
import type { CredentialFinder } from './credentials/index.js';
import { refusalOf, type Doing } from './refusal.js';

/** A request to one registry; `path` begins below `/v2/<repository>/`, an URL stands for itself. */
export interface RegistryRequest extends Omit<HttpRequest, 'service' | 'url' | 'authorization'> {
  readonly path: string | URL;
  readonly access: Access;
  readonly doing: Doing;
}

/** One registry host: where it answers, and the authorization of each request. */
export class Connection {
  readonly origin: URL;
  readonly context: Context;
  /** What this registry was seen not to have, so that it is not asked for again. */
  readonly lacks = new Set<'single POST'>();
  readonly #authorizer: Authorizer;

  constructor(about: {
    context: Context;
    host: string;
    plainHttpHosts: readonly string[];
    credentials: CredentialFinder;
  }) {
    const { context, host, plainHttpHosts, credentials } = about;
    this.context = context;
    this.origin = originOf(host, plainHttpHosts);
    this.#authorizer = new Authorizer({ context, registry: this.origin, plainHttpHosts, credentials });
  }

  /** Any status but 401 and 403 is an answer. Throws REGISTRY_UNAUTHORIZED and REGISTRY_FORBIDDEN. */
  send(request: RegistryRequest): Promise<HttpResponse> {
    return this.#authorized(request, (each) => this.context.http.send(each));
  }

  stream(request: RegistryRequest): Promise<HttpStream> {
    return this.#authorized(request, (each) => this.context.http.stream(each));
  }

  /** An unexpected answer as the error it is. */
  async refusal(
    { status, body }: Pick<HttpResponse | HttpStream, 'status' | 'body'>,
    doing: Doing,
  ): Promise<CountersignError> {
    const bytes = body instanceof Uint8Array ? body : await bytesOf(body);
    return refusalOf({ status, body: bytes }, doing, await this.#authorizer.account(doing.name));
  }

  /**
   * First without anything, until a challenge says how; then with the credential that belongs to this host. Credentials
   * never go to another origin: neither to an upload's Location elsewhere nor on a redirect, and a challenge counts
   * only where this origin itself sent it.
   */
  async #authorized<T extends HttpResponse | HttpStream>(
    request: RegistryRequest,
    send: (request: HttpRequest) => Promise<T>,
  ): Promise<T> {
    const { path, access, doing, ...rest } = request;
    const url = path instanceof URL ? path : new URL(`/v2/${doing.name.repository}/${path}`, this.origin);
    const base = { ...rest, service: 'registry' as const, url: url.href };
    const own = url.origin === this.origin.origin;
    const once = async (authorization: string | undefined): Promise<T> => {
      try {
        return await send(authorization === undefined ? base : { ...base, authorization });
      } catch (error) {
        throw explainTls(error, this.origin);
      }
    };

    let header = own ? await this.#authorizer.header(doing.name, access) : undefined;
    let response = await once(header);
    if (response.status === 401 && own && new URL(response.url).origin === this.origin.origin) {
      if (header !== undefined) this.#authorizer.forget(header);
      const challenged = this.#authorizer.learn(parseChallenges(response.headers['www-authenticate'] ?? ''));
      const renewed = challenged ? await this.#authorizer.header(doing.name, access) : undefined;
      if (renewed !== undefined && renewed !== header) {
        header = renewed;
        response = await once(header);
      }
    }
    if (response.status === 401 || response.status === 403) {
      throw await this.refusal(response, doing);
    }
    return response;
  }
}

/** https, but plain http on this machine and for hosts that were named. */
function originOf(host: string, plainHttpHosts: readonly string[]): URL {
  const api = apiHost(host);
  const { hostname } = new URL(`https://${api}`);
  return new URL(`${isLoopback(hostname) || plainHttpHosts.includes(host) ? 'http' : 'https'}://${api}`);
}

function explainTls(error: unknown, origin: URL): unknown {
  if (!(error instanceof CountersignError) || origin.protocol !== 'https:') return error;
  const { cause } = error;
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  if (code !== 'EPROTO' && code !== 'ERR_SSL_WRONG_VERSION_NUMBER') return error;
  return new CountersignError('PLAIN_HTTP_REFUSED', {
    what: `${origin.host} does not answer in TLS; it seems to speak plain http, which is used on this machine (loopback) alone`,
    remedy: `Serve the registry over https, or name ${origin.host} in plain-http if the network between is yours.`,
    cause: error,
  });
}

async function bytesOf(body: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of body) chunks.push(chunk);
  return Buffer.concat(chunks);
}
