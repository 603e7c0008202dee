import type { IncomingMessage, ServerResponse } from 'node:http';
import { readBody, sendJson } from '../../http/index.js';
import { MAX_FORM_BYTES } from '../bounds.js';
import { refusal } from '../errors.js';
import { NOTHING, PULL_ONLY, type Access } from './access.js';
import { parseScopes, type TokenBook } from './tokens.js';
import { basicUser, findUser, type User, type Users } from './users.js';

/** What the token service knows. */
export interface TokenService {
  /** The `service` of its challenges; requests for another are refused. */
  readonly service: string;
  readonly users: Users;
  readonly tokens: TokenBook;
  readonly lifetimeMs: number;
  readonly anonymousPull: boolean;
}

/**
 * `/token`: GET with Basic credentials or none (distribution, "Token Authentication Specification"), or POST of a form
 * with grant_type password or refresh_token ("OAuth2 Token Authentication").
 */
export async function giveToken(
  service: TokenService,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> {
  if (request.method === 'POST') {
    const form = new URLSearchParams((await readBody(request, MAX_FORM_BYTES)).toString());
    checkService(service, form.get('service'));
    const user = formUser(service, form);
    if (user === undefined) throw refusal('UNAUTHORIZED', 'the grant is not accepted');
    const scopes = form.getAll('scope');
    const refresh =
      form.get('refresh_token') ?? offline(service, user, form.get('access_type') === 'offline');
    sendJson(response, 200, {
      access_token: service.tokens.issue(user, parseScopes(scopes), user.access),
      scope: scopes.join(' '),
      ...lifetime(service),
      ...(refresh === undefined ? {} : { refresh_token: refresh }),
    });
    return;
  }
  if (request.method !== 'GET') throw refusal('UNSUPPORTED', `${request.method ?? ''} is not supported here`);
  checkService(service, url.searchParams.get('service'));
  const { user, most } = clientOf(service, request.headers.authorization);
  const token = service.tokens.issue(user, parseScopes(url.searchParams.getAll('scope')), most);
  const refresh =
    user && offline(service, user, url.searchParams.get('offline_token')?.toLowerCase() === 'true');
  sendJson(response, 200, {
    token,
    access_token: token,
    ...lifetime(service),
    ...(refresh === undefined ? {} : { refresh_token: refresh }),
  });
}

function checkService({ service }: TokenService, asked: string | null): void {
  if (asked !== service) throw refusal('DENIED', 'the service is another', { status: 400 });
}

function clientOf(
  { users, anonymousPull }: TokenService,
  authorization: string | undefined,
): { readonly user: User | undefined; readonly most: Access } {
  if (authorization === undefined) return { user: undefined, most: anonymousPull ? PULL_ONLY : NOTHING };
  const user = basicUser(users, authorization);
  if (user === undefined) throw refusal('UNAUTHORIZED', 'the username or the password is wrong');
  return { user, most: user.access };
}

function formUser({ users, tokens }: TokenService, form: URLSearchParams): User | undefined {
  switch (form.get('grant_type')) {
    case 'password':
      return findUser(users, form.get('username') ?? '', form.get('password') ?? '');
    case 'refresh_token':
      return tokens.userOfRefreshToken(form.get('refresh_token') ?? '');
    default:
      return undefined;
  }
}

const offline = ({ tokens }: TokenService, user: User, asked: boolean): string | undefined =>
  asked ? tokens.issueRefreshToken(user) : undefined;

const lifetime = ({ lifetimeMs }: TokenService) => ({
  expires_in: Math.max(Math.floor(lifetimeMs / 1000), 1),
  issued_at: new Date().toISOString(),
});
