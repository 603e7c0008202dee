import type { Context } from '../context.js';
import { CountersignError } from '../errors.js';
import { excerptOf, isLoopback, misbehaved, redactUrl, type HttpRequest } from '../http/index.js';
import { DEFAULT_REGISTRY_TOKEN_SECONDS, MAX_REGISTRY_TOKEN_BYTES } from '../limits.js';
import type { Challenge } from './challenge.js';
import type { Credential } from './credentials/index.js';
import { whileUnreadable } from './readable.js';

/** A bearer token and when (milliseconds of the clock) it should not be used any more. */
export interface Token {
  readonly value: string;
  readonly usableUntil: number;
}

export interface TokenRequest {
  readonly context: Context;
  /** The registry that sent the challenge. */
  readonly registry: URL;
  readonly plainHttpHosts: readonly string[];
  readonly challenge: Challenge;
  readonly credential: Credential | undefined;
  /** `repository:NAME:ACTIONS` */
  readonly scope: string;
}

/**
 * Asks the token service that a Bearer challenge names (distribution, "Token Authentication"; with an identity token
 * "OAuth2 Token Authentication"). The service may be another origin, that is how Docker Hub and GHCR work, and it gets
 * the credential of the registry that named it. What a hostile registry can win by that: its own credential, which it
 * had already. The scope is ours and never the challenge's, so it cannot have a shared token service make a token
 * for another repository; a realm must be https, or plain http where the registry itself is plain http; and a
 * registry elsewhere cannot point at this machine. Throws REGISTRY_UNAUTHORIZED, REGISTRY_FORBIDDEN,
 * REGISTRY_MISBEHAVED, REGISTRY_UNAVAILABLE.
 */
export async function fetchToken(request: TokenRequest): Promise<Token> {
  const { context, credential } = request;
  const realm = realmOf(request);
  const response = await whileUnreadable(context, () =>
    context.http.send({
      ...(credential?.kind === 'identity-token'
        ? oauthRequest(request, realm, credential.token)
        : tokenRequest(request, realm)),
      service: 'registry-token',
      maxResponseBytes: MAX_REGISTRY_TOKEN_BYTES,
      repeatable: true,
    }),
  );
  if (response.status !== 200) throw refused(request, response.status, response.body);

  const answer = parse(response.body);
  const value = textOf(answer, 'token') ?? textOf(answer, 'access_token');
  if (value === undefined || !/^[\x21-\x7e]+$/.test(value)) {
    throw misbehaved('registry-token', realm.host, 'answered 200 without a token that could be used');
  }
  const seconds = answer.expires_in;
  const lifetime = typeof seconds === 'number' && seconds > 0 ? seconds : DEFAULT_REGISTRY_TOKEN_SECONDS;
  // A tenth early: what is sent now must still be good when it arrives, and the clocks need not agree.
  return { value, usableUntil: context.clock.now().getTime() + lifetime * 900 };
}

export const basicAuthorization = (username: string, password: string): string =>
  `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;

function realmOf({ challenge, registry, plainHttpHosts }: TokenRequest): URL {
  const text = challenge.parameters.realm ?? '';
  const refuse = (why: string) =>
    misbehaved('registry', registry.host, `sends for a token to ${redactUrl(text)}, ${why}`);
  if (!URL.canParse(text)) throw refuse('which is not an address');
  const realm = new URL(text);
  if (realm.username !== '' || realm.password !== '') throw refuse('an address with a user name in it');
  if (isLoopback(realm.hostname) && !isLoopback(registry.hostname))
    throw refuse('which is this machine itself');
  if (realm.protocol === 'https:') return realm;
  const plainAllowed =
    isLoopback(realm.hostname) || realm.host === registry.host || plainHttpHosts.includes(realm.host);
  if (realm.protocol === 'http:' && registry.protocol === 'http:' && plainAllowed) return realm;
  throw refuse('and credentials are sent over https only');
}

type Asking = Pick<HttpRequest, 'method' | 'url' | 'headers' | 'authorization' | 'body' | 'secrets'>;

function tokenRequest({ challenge, scope, credential }: TokenRequest, realm: URL): Asking {
  const url = new URL(realm);
  const { service } = challenge.parameters;
  if (service !== undefined) url.searchParams.set('service', service);
  url.searchParams.set('scope', scope);
  return {
    method: 'GET',
    url: url.href,
    ...(credential?.kind === 'basic'
      ? { authorization: basicAuthorization(credential.username, credential.password) }
      : {}),
  };
}

function oauthRequest({ challenge, scope }: TokenRequest, realm: URL, refreshToken: string): Asking {
  const form = new URLSearchParams({
    grant_type: 'refresh_token',
    service: challenge.parameters.service ?? '',
    client_id: 'countersign',
    scope,
    refresh_token: refreshToken,
  });
  return {
    method: 'POST',
    url: realm.href,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: Buffer.from(form.toString()),
    secrets: [refreshToken],
  };
}

function refused(
  { registry, credential, scope }: TokenRequest,
  status: number,
  body: Uint8Array,
): CountersignError {
  const secrets =
    credential === undefined ? [] : [credential.kind === 'basic' ? credential.password : credential.token];
  const words = excerptOf(body, secrets);
  const what = `The token service of ${registry.host} gave no token for ${scope} (${status}${words === '' ? '' : `: ${words}`})`;
  const login = loginOf(credential);
  if (status === 403 && credential !== undefined) {
    return new CountersignError('REGISTRY_FORBIDDEN', {
      what,
      remedy: `Give this account the right to that repository. ${login}`,
    });
  }
  // 400 is how an OAuth2 endpoint refuses a grant (RFC 6749, section 5.2: invalid_grant).
  if (status === 401 || status === 403 || (status === 400 && credential?.kind === 'identity-token')) {
    return new CountersignError('REGISTRY_UNAUTHORIZED', {
      what,
      remedy: `Log in to ${registry.host} with an account that exists there (docker login, or registry-username and registry-password). ${login}`,
    });
  }
  return new CountersignError('REGISTRY_REFUSED', { what, remedy: 'Check the name of the repository.' });
}

/** Which credential was used, without it. */
export const loginOf = (credential: Credential | undefined): string =>
  credential === undefined
    ? 'No credentials were found for it; this run asked anonymously.'
    : `Credentials used: ${credential.source}.`;

function parse(body: Uint8Array): Readonly<Record<string, unknown>> {
  try {
    const json: unknown = JSON.parse(new TextDecoder().decode(body));
    return typeof json === 'object' && json !== null ? (json as Record<string, unknown>) : {};
  } catch {
    return {}; // told below as an answer without a token
  }
}

function textOf(answer: Readonly<Record<string, unknown>>, name: string): string | undefined {
  const value = answer[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}
