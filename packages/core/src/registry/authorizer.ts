import type { Context } from '../context.js';
import type { RepositoryName } from '../reference/index.js';
import type { Challenge } from './challenge.js';
import type { Credential, CredentialFinder } from './credentials/index.js';
import { basicAuthorization, fetchToken, loginOf, type Token } from './token.js';

/** What a request wants to do: reading needs less than writing, and deleting is asked for by itself. */
export type Access = 'pull' | 'pull,push' | 'delete';

/** The Authorization header for one registry host: what it challenged with, and a token for each scope. */
export class Authorizer {
  readonly #context: Context;
  readonly #registry: URL;
  readonly #plainHttpHosts: readonly string[];
  readonly #credentials: CredentialFinder;
  readonly #tokens = new Map<string, Promise<Token>>();
  readonly #tokenValues = new Set<string>();
  readonly #refused = new Set<string>();
  #challenge: Challenge | undefined;

  constructor(about: {
    context: Context;
    registry: URL;
    plainHttpHosts: readonly string[];
    credentials: CredentialFinder;
  }) {
    this.#context = about.context;
    this.#registry = about.registry;
    this.#plainHttpHosts = about.plainHttpHosts;
    this.#credentials = about.credentials;
  }

  /** Who asks, for people; and every secret that was sent, for blotting them out of what a registry says. */
  async account(
    name: RepositoryName,
  ): Promise<{ readonly login: string; readonly secrets: readonly string[] }> {
    const credential = await this.#credentials.find(name);
    return { login: loginOf(credential), secrets: [...secretsOf(credential), ...this.#tokenValues] };
  }

  /** Takes what the registry asks for; Bearer before Basic. false: it asks for nothing that we could give. */
  learn(challenges: readonly Challenge[]): boolean {
    const chosen =
      challenges.find(({ scheme, parameters }) => scheme === 'bearer' && parameters.realm !== undefined) ??
      challenges.find(({ scheme }) => scheme === 'basic');
    this.#challenge = chosen ?? this.#challenge;
    return chosen !== undefined;
  }

  /** undefined: nothing has been asked for yet, or there is nothing to give. */
  async header(name: RepositoryName, access: Access): Promise<string | undefined> {
    const challenge = this.#challenge;
    if (challenge === undefined) return undefined;
    const credential = await this.#credentials.find(name);
    if (credential?.kind === 'registry-token') return `Bearer ${credential.token}`;
    if (challenge.scheme === 'basic') {
      return credential?.kind === 'basic'
        ? basicAuthorization(credential.username, credential.password)
        : undefined;
    }
    return `Bearer ${(await this.#token(challenge, name, credential, access)).value}`;
  }

  /** A token that was refused is not used again, however long it should be good. */
  forget(header: string): void {
    this.#refused.add(header);
  }

  async #token(
    challenge: Challenge,
    name: RepositoryName,
    credential: Credential | undefined,
    access: Access,
  ): Promise<Token> {
    // Who may write may read: a token for both is used for either.
    const both = access === 'delete' ? undefined : await this.#cached(scopeOf(name, 'pull,push'), credential);
    if (both !== undefined) return both;
    const scope = scopeOf(name, access);
    const cached = await this.#cached(scope, credential);
    if (cached !== undefined) return cached;
    const key = keyOf(scope, credential);
    const fetching = fetchToken({
      context: this.#context,
      registry: this.#registry,
      plainHttpHosts: this.#plainHttpHosts,
      challenge,
      credential,
      scope,
    });
    this.#tokens.set(key, fetching);
    const token = await fetching;
    this.#tokenValues.add(token.value);
    return token;
  }

  /** A token that is there, or on its way, and is good for a while. */
  async #cached(scope: string, credential: Credential | undefined): Promise<Token | undefined> {
    const key = keyOf(scope, credential);
    const fetching = this.#tokens.get(key);
    if (fetching === undefined) return undefined;
    try {
      const token = await fetching;
      const fresh = token.usableUntil > this.#context.clock.now().getTime();
      if (fresh && !this.#refused.has(`Bearer ${token.value}`)) return token;
    } catch {
      // The caller that asked for it was told; this one asks for itself.
    }
    if (this.#tokens.get(key) === fetching) this.#tokens.delete(key);
    return undefined;
  }
}

function secretsOf(credential: Credential | undefined): readonly string[] {
  if (credential === undefined) return [];
  if (credential.kind !== 'basic') return [credential.token];
  const { username, password } = credential;
  return [password, basicAuthorization(username, password).slice('Basic '.length)];
}

const scopeOf = ({ repository }: RepositoryName, access: Access): string =>
  `repository:${repository}:${access}`;

// One host may hold several accounts, by path: a token of one is not for another.
const keyOf = (scope: string, credential: Credential | undefined): string =>
  `${scope} ${credential?.source ?? ''}`;
