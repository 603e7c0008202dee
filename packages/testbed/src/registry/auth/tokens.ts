import type { Access, Action } from './access.js';
import { secret, type User } from './users.js';

/** One token: whose it is and what it was asked for and granted. */
export interface Token {
  /** undefined for an anonymous client. */
  readonly user: User | undefined;
  readonly granted: Access;
  /** Of performance.now(). */
  readonly expiresAt: number;
}

/** The tokens that a token service gave out. They are opaque: the registry looks them up. */
export class TokenBook {
  readonly #lifetimeMs: number;
  readonly #tokens = new Map<string, Token>();
  readonly #refreshTokens = new Map<string, User>();

  constructor(lifetimeMs: number) {
    this.#lifetimeMs = lifetimeMs;
  }

  /** A token for those of the scopes that `most` allows. */
  issue(user: User | undefined, scopes: readonly Scope[], most: Access): string {
    const granted = new Set(
      scopes.flatMap(({ repository, actions }) =>
        actions.filter((action) => most.allows(repository, action)).map((action) => key(repository, action)),
      ),
    );
    this.#forgetExpired();
    const token = `testbed-${secret()}`;
    this.#tokens.set(token, {
      user,
      granted: { allows: (repository, action) => granted.has(key(repository, action)) },
      expiresAt: performance.now() + this.#lifetimeMs,
    });
    return token;
  }

  /** A token that is still good. */
  find(token: string): Token | undefined {
    const found = this.#tokens.get(token);
    return found !== undefined && found.expiresAt > performance.now() ? found : undefined;
  }

  /** A token that does not expire and buys others (OAuth2; what a Docker configuration calls an identity token). */
  issueRefreshToken(user: User): string {
    const token = `refresh-${secret()}`;
    this.#refreshTokens.set(token, user);
    return token;
  }

  userOfRefreshToken(token: string): User | undefined {
    return this.#refreshTokens.get(token);
  }

  #forgetExpired(): void {
    const now = performance.now();
    for (const [token, { expiresAt }] of this.#tokens) if (expiresAt <= now) this.#tokens.delete(token);
  }
}

/** `repository:NAME:ACTION,...` */
export interface Scope {
  readonly repository: string;
  readonly actions: readonly Action[];
}

/** Reads scopes, each of which may hold several with spaces between; what is not about a repository is left out. */
export const parseScopes = (texts: readonly string[]): readonly Scope[] =>
  texts
    .flatMap((text) => text.split(' '))
    .flatMap((text) => {
      const [, repository = '', actions = ''] = /^repository:(.+):([a-z*,]+)$/.exec(text) ?? [];
      return repository === '' ? [] : [{ repository, actions: parseActions(actions) }];
    });

const parseActions = (text: string): readonly Action[] =>
  ACTIONS.filter((action) => text.split(',').some((each) => each === '*' || each === action));

const ACTIONS: readonly Action[] = ['pull', 'push', 'delete'];
const key = (repository: string, action: Action): string => `${action} ${repository}`;
