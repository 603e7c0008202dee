import type { Clock } from '@countersign/core/context';
import { createHttpClient, systemClock, systemRandom } from '@countersign/core/http';
import { OCI_EMPTY, OCI_MANIFEST, digestOf, type Descriptor } from '@countersign/core/oci';
import { parseReference } from '@countersign/core/reference';
import { createRegistryClient, type CredentialSources, type Repository } from '@countersign/core/registry';
import { startRegistry, type RegistryOptions, type RunningRegistry } from '@countersign/testbed';

export const REPOSITORY = 'acme/app';

/** A repository of a running test bed registry, asked with these credentials. */
export interface Client {
  readonly repository: Repository;
  readonly http: ReturnType<typeof createHttpClient>;
  readonly logged: string[];
}

export function clientOf(
  registry: Pick<RunningRegistry, 'host'>,
  credentials: Partial<CredentialSources> = {},
  name = REPOSITORY,
): Client {
  const logged: string[] = [];
  const note = (message: string) => void logged.push(message);
  const base = {
    clock: quickClock,
    random: systemRandom,
    log: { debug: note, info: note, warn: note },
    signal: new AbortController().signal,
  };
  const http = createHttpClient({ ...base, retryWindowMs: 2000 });
  const client = createRegistryClient({
    context: { ...base, http },
    credentials: { explicit: [], env: {}, homeDir: undefined, ...credentials },
    plainHttpHosts: [],
  });
  return { repository: client.repository(parseReference(`${registry.host}/${name}`)), http, logged };
}

/** Waits a twentieth of the time: what is tested is that it waits and asks again, not how long. */
const quickClock: Clock = {
  now: () => systemClock.now(),
  sleep: (ms, signal) => systemClock.sleep(ms / 20, signal),
};

/** Explicit credentials of a registry's user. */
export const explicit = (
  registry: RunningRegistry,
  user: 'writer' | 'reader' = 'writer',
): Pick<CredentialSources, 'explicit'> => {
  const auth = user === 'writer' ? registry.auth : registry.readerAuth;
  return {
    explicit:
      auth === null ? [] : [{ host: registry.host, username: auth.username, password: auth.password }],
  };
};

/** Runs the work against a registry and stops it. */
export async function withRegistry(
  options: RegistryOptions,
  work: (registry: RunningRegistry, client: Client) => Promise<void>,
): Promise<void> {
  const registry = await startRegistry(options);
  const client = clientOf(registry, explicit(registry));
  try {
    await work(registry, client);
  } finally {
    client.http.close();
    await registry.stop();
  }
}

const EMPTY = { mediaType: OCI_EMPTY, digest: digestOf('{}'), size: 2 };

/** Stores a manifest told apart by `fields`, with all it needs, and gives its descriptor. */
export async function store(
  repository: Repository,
  fields: object = {},
  target?: string,
): Promise<Descriptor> {
  await repository.putBlob(Buffer.from('{}'));
  const bytes = manifestBytes(fields);
  await repository.putManifest(target ?? digestOf(bytes), bytes, OCI_MANIFEST);
  return { mediaType: OCI_MANIFEST, digest: digestOf(bytes), size: bytes.length };
}

export const manifestBytes = (fields: object = {}): Buffer =>
  Buffer.from(
    JSON.stringify({ schemaVersion: 2, mediaType: OCI_MANIFEST, config: EMPTY, layers: [EMPTY], ...fields }),
  );
