import { CountersignError } from '../../errors.js';
import { isObject } from '../../json.js';
import { MAX_DOCKER_CONFIG_BYTES } from '../../limits.js';
import { readBounded } from '../../read-bounded.js';
import { DOCKER_HUB, isDockerHub } from '../../reference/index.js';
import type { Credential } from './types.js';

/** A Docker config.json or containers auth.json, its keys in one spelling: `host[/path]`. */
export interface AuthFile {
  readonly path: string;
  readonly auths: ReadonlyMap<string, Credential>;
  /** Name behind `docker-credential-`, and the key as it was written: helpers know it by that. */
  readonly helpers: ReadonlyMap<string, { readonly name: string; readonly serverUrl: string }>;
  readonly store: string | undefined;
}

/** The key under which Docker stores its own registry. */
export const DOCKER_HUB_SERVER = 'https://index.docker.io/v1/';

/** undefined: there is no such file. Throws CREDENTIALS_INVALID for one that cannot be read, naming it. */
export async function readAuthFile(path: string): Promise<AuthFile | undefined> {
  const text = await readIfThere(path);
  if (text === undefined) return undefined;
  const invalid = (why: string) =>
    new CountersignError('CREDENTIALS_INVALID', {
      what: `The registry credentials in ${path} cannot be used: ${why}`,
      remedy: 'Log in again (docker login), or mend or remove that file.',
    });
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    // Without the parser's words: they quote the text, which holds passwords.
    throw invalid('it is not JSON');
  }
  if (!isObject(json)) throw invalid('it is not a JSON object');
  const auths = new Map<string, Credential>();
  for (const [key, entry] of entriesOf(json.auths)) {
    const credential = credentialOf(entry, `${path}, entry ${JSON.stringify(key)}`, invalid);
    if (credential !== undefined) auths.set(normalizeKey(key), credential);
  }
  const helpers = new Map<string, { name: string; serverUrl: string }>();
  for (const [key, name] of entriesOf(json.credHelpers)) {
    if (typeof name !== 'string') throw invalid(`the helper of ${JSON.stringify(key)} is not a name`);
    if (name !== '') helpers.set(normalizeKey(key), { name, serverUrl: key });
  }
  const store = json.credsStore;
  return { path, auths, helpers, store: typeof store === 'string' && store !== '' ? store : undefined };
}

/** `https://host/v1/` as older tools wrote it, capitals in the host and Docker Hub's names: one spelling. */
export function normalizeKey(key: string): string {
  const bare = key.replace(/^https?:\/\//i, '');
  const path = bare === key ? bare : bare.replace(/\/v[12]\/?$/, '');
  const [host = '', ...rest] = path.replace(/\/+$/, '').split('/');
  const name = host.toLowerCase();
  return [isDockerHub(name) ? DOCKER_HUB : name, ...rest].join('/');
}

async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return (await readBounded(path, MAX_DOCKER_CONFIG_BYTES)).toString('utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw new CountersignError('CREDENTIALS_INVALID', {
      what: `The registry credentials in ${path} cannot be read: ${error instanceof Error ? error.message : ''}`,
      remedy: 'Make the file readable for this user, or remove it.',
      cause: error,
    });
  }
}

function credentialOf(
  entry: unknown,
  source: string,
  invalid: (why: string) => Error,
): Credential | undefined {
  if (!isObject(entry)) return undefined;
  const text = (name: string): string => {
    const value = entry[name];
    return typeof value === 'string' ? value : '';
  };
  if (text('identitytoken') !== '') return { kind: 'identity-token', token: text('identitytoken'), source };
  if (text('registrytoken') !== '') return { kind: 'registry-token', token: text('registrytoken'), source };
  if (text('auth') !== '') {
    const pair = Buffer.from(text('auth'), 'base64').toString('utf8').replace(/\0+$/, '');
    const colon = pair.indexOf(':');
    if (colon < 1) throw invalid(`"auth" of ${source} is not the base64 of user:password`);
    return { kind: 'basic', username: pair.slice(0, colon), password: pair.slice(colon + 1), source };
  }
  // `{}`: the entry only says that a credentials store has it.
  if (text('username') === '') return undefined;
  return { kind: 'basic', username: text('username'), password: text('password'), source };
}

const entriesOf = (value: unknown): [string, unknown][] => (isObject(value) ? Object.entries(value) : []);
