import type { IncomingMessage } from 'node:http';
import { refusal } from '../errors.js';
import type { RegistryOptions } from '../options.js';
import { EVERYTHING, NOTHING, PULL_ONLY, scopeOf, type Access, type Demand } from './access.js';
import type { TokenBook } from './tokens.js';
import { basicUser, type Users } from './users.js';

/** What the registry checks requests with. */
export interface Guard {
  readonly auth: NonNullable<RegistryOptions['auth']>;
  readonly anonymousPull: boolean;
  readonly users: Users;
  readonly tokens: TokenBook;
  /** Where challenges send clients for a token, and for which service. */
  readonly realm: string;
  readonly service: string;
}

/**
 * What this client may do; without a demand (the ping) being known is enough. Throws 401 UNAUTHORIZED with a challenge
 * where other credentials or another token would help, 403 DENIED where this user may not at all.
 */
export function admit(guard: Guard, request: IncomingMessage, demand: Demand | undefined): Access {
  const { authorization } = request.headers;
  switch (guard.auth) {
    case 'none':
      return EVERYTHING;
    case 'basic': {
      const user = basicUser(guard.users, authorization);
      if (user === undefined && authorization !== undefined) throw challenge(guard, demand);
      return allowed(guard, user?.access ?? anonymous(guard), user !== undefined, demand);
    }
    case 'token': {
      const [, text] = /^bearer +(\S+)$/i.exec(authorization ?? '') ?? [];
      const token = text === undefined ? undefined : guard.tokens.find(text);
      if (token === undefined) {
        if (authorization !== undefined) throw challenge(guard, demand, 'invalid_token');
        throw challenge(guard, demand);
      }
      if (demand === undefined || token.granted.allows(demand.repository, demand.action))
        return token.granted;
      // A token that was not asked for this can be replaced; a user who may not do this cannot.
      if (token.user !== undefined && !token.user.access.allows(demand.repository, demand.action))
        throw denied(demand);
      throw challenge(guard, demand, 'insufficient_scope');
    }
  }
}

const anonymous = ({ anonymousPull }: Guard): Access => (anonymousPull ? PULL_ONLY : NOTHING);

function allowed(guard: Guard, access: Access, known: boolean, demand: Demand | undefined): Access {
  if (demand === undefined ? known : access.allows(demand.repository, demand.action)) return access;
  throw known && demand !== undefined ? denied(demand) : challenge(guard, demand);
}

const denied = ({ repository, action }: Demand) =>
  refusal('DENIED', `this user may not ${action} in ${repository}`);

function challenge(guard: Guard, demand: Demand | undefined, error?: string) {
  const scope = demand === undefined ? '' : `,scope="${scopeOf(demand)}"`;
  const reason = error === undefined ? '' : `,error="${error}"`;
  return refusal('UNAUTHORIZED', 'authentication required', {
    headers: {
      'www-authenticate':
        guard.auth === 'basic'
          ? `Basic realm="${guard.service}"`
          : `Bearer realm="${guard.realm}",service="${guard.service}"${scope}${reason}`,
    },
  });
}
