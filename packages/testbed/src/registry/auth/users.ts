import { randomBytes, timingSafeEqual } from 'node:crypto';
import { EVERYTHING, PULL_ONLY, type Access } from './access.js';

/** A user of the registry and what it may do at most. */
export interface User {
  readonly username: string;
  readonly password: string;
  readonly access: Access;
}

/** The two users of a registry: one that may do all, one that may only read. */
export interface Users {
  readonly writer: User;
  readonly reader: User;
}

/** Users with passwords of their own run: none can be known beforehand. */
export const newUsers = (): Users => ({
  writer: { username: 'testbed', password: secret(), access: EVERYTHING },
  reader: { username: 'testbed-reader', password: secret(), access: PULL_ONLY },
});

/** The user with this name and password. */
export const findUser = (users: Users, username: string, password: string): User | undefined =>
  [users.writer, users.reader].find((user) => user.username === username && same(user.password, password));

/** The user that an Authorization header of the Basic scheme names (RFC 7617). */
export function basicUser(users: Users, authorization: string | undefined): User | undefined {
  const [, encoded = ''] = /^basic +([A-Za-z0-9+/=]+)$/i.exec(authorization ?? '') ?? [];
  const text = Buffer.from(encoded, 'base64').toString();
  const colon = text.indexOf(':');
  return colon === -1 ? undefined : findUser(users, text.slice(0, colon), text.slice(colon + 1));
}

/** A random secret without characters that a shell or a file would need quoted. */
export const secret = (): string => randomBytes(18).toString('base64url');

function same(left: string, right: string): boolean {
  const [a, b] = [Buffer.from(left), Buffer.from(right)];
  return a.length === b.length && timingSafeEqual(a, b);
}
