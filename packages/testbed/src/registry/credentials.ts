import type { TokenBook } from './auth/tokens.js';
import type { User } from './auth/users.js';

/** How a user of the test bed's registry logs in. */
export interface RegistryCredentials {
  readonly username: string;
  readonly password: string;
  /** The text of a Docker config.json with the username and password of this registry. */
  dockerConfig(): string;
  /** The same with an identity token in place of the password; undefined without a token service. */
  identityTokenConfig(): string | undefined;
}

export function credentialsOf(host: string, user: User, tokens: TokenBook | undefined): RegistryCredentials {
  const { username, password } = user;
  const basic = (secret: string): string => Buffer.from(`${username}:${secret}`).toString('base64');
  const config = (entry: object): string => JSON.stringify({ auths: { [host]: entry } }, undefined, 2);
  return {
    username,
    password,
    dockerConfig: () => config({ auth: basic(password) }),
    identityTokenConfig: () =>
      tokens && config({ auth: basic(''), identitytoken: tokens.issueRefreshToken(user) }),
  };
}
