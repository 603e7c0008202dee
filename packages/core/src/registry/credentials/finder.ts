import { join } from 'node:path';
import { DOCKER_HUB, formatName, isDockerHub, type RepositoryName } from '../../reference/index.js';
import { DOCKER_HUB_SERVER, normalizeKey, readAuthFile, type AuthFile } from './auth-file.js';
import { askHelper } from './helper.js';
import type { Credential, CredentialSources } from './types.js';

/** Finds the credential of a repository. Files are read, and helpers asked, at the first need and once. */
export class CredentialFinder {
  readonly #sources: CredentialSources;
  readonly #signal: AbortSignal;
  readonly #files = new Map<string, Promise<AuthFile | undefined>>();
  readonly #answers = new Map<string, Promise<Credential | undefined>>();

  constructor(sources: CredentialSources, signal: AbortSignal) {
    this.#sources = sources;
    this.#signal = signal;
  }

  /**
   * Explicit credentials of exactly this host; else, file by file: entries for a path above the repository, the longest
   * first; the host's helper; the store; the host's entry. undefined: anonymous. Throws CREDENTIALS_INVALID.
   */
  async find(name: RepositoryName): Promise<Credential | undefined> {
    const host = canonical(name.host);
    const explicit = this.#sources.explicit.find((each) => canonical(each.host) === host);
    if (explicit !== undefined) {
      const { username, password } = explicit;
      return { kind: 'basic', username, password, source: `the credentials given for ${explicit.host}` };
    }
    for (const path of authFilePaths(this.#sources)) {
      const file = await this.#read(path);
      const found = file === undefined ? undefined : await this.#findIn(file, { ...name, host });
      if (found !== undefined) return found;
    }
    return undefined;
  }

  async #findIn(file: AuthFile, name: RepositoryName): Promise<Credential | undefined> {
    for (const key of pathsAbove(name)) {
      const helper = file.helpers.get(key);
      const found =
        helper === undefined ? file.auths.get(key) : await this.#ask(helper.name, helper.serverUrl);
      if (found !== undefined) return found;
    }
    const serverUrl = name.host === DOCKER_HUB ? DOCKER_HUB_SERVER : name.host;
    const helper = file.helpers.get(name.host);
    if (helper !== undefined) return this.#ask(helper.name, serverUrl);
    const stored = file.store === undefined ? undefined : await this.#ask(file.store, serverUrl);
    return stored ?? file.auths.get(name.host);
  }

  #read(path: string): Promise<AuthFile | undefined> {
    const reading = this.#files.get(path) ?? readAuthFile(path);
    this.#files.set(path, reading);
    return reading;
  }

  #ask(name: string, serverUrl: string): Promise<Credential | undefined> {
    const key = `${name} ${serverUrl}`;
    const asking =
      this.#answers.get(key) ?? askHelper({ name, serverUrl, env: this.#sources.env, signal: this.#signal });
    this.#answers.set(key, asking);
    return asking;
  }
}

function authFilePaths({ env, homeDir }: CredentialSources): string[] {
  const set = (name: string): string | undefined => (env[name] === '' ? undefined : env[name]);
  const docker = set('DOCKER_CONFIG') ?? (homeDir === undefined ? undefined : join(homeDir, '.docker'));
  const runtime = set('XDG_RUNTIME_DIR');
  const containers =
    set('REGISTRY_AUTH_FILE') ??
    (runtime === undefined ? undefined : join(runtime, 'containers', 'auth.json'));
  return [docker === undefined ? undefined : join(docker, 'config.json'), containers].filter(
    (path) => path !== undefined,
  );
}

/** `host/a/b/c`, `host/a/b`, `host/a`: without the host alone. */
function pathsAbove(name: RepositoryName): string[] {
  const parts = formatName(name).split('/');
  return parts.map((_part, index) => parts.slice(0, parts.length - index).join('/')).slice(0, -1);
}

const canonical = (host: string): string =>
  isDockerHub(host.toLowerCase()) ? DOCKER_HUB : normalizeKey(host);
