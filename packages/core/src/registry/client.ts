import type { Context } from '../context.js';
import { formatName, type RepositoryName } from '../reference/index.js';
import { Blobs } from './blobs.js';
import { Connection } from './connection.js';
import { CredentialFinder, type CredentialSources } from './credentials/index.js';
import { Manifests } from './manifests.js';
import { Referrers } from './referrers.js';
import type { RegistryClient, Repository } from './types.js';

export interface RegistryClientOptions {
  readonly context: Context;
  readonly credentials: CredentialSources;
  /** `host[:port]` reached by plain http although they are not this machine. */
  readonly plainHttpHosts: readonly string[];
}

/** Registries over the distribution API (OCI distribution specification 1.1). Nothing is asked or read before the first need. */
export function createRegistryClient({
  context,
  credentials,
  plainHttpHosts,
}: RegistryClientOptions): RegistryClient {
  const finder = new CredentialFinder(credentials, context.signal);
  const connections = new Map<string, Connection>();
  const repositories = new Map<string, Repository>();
  const connect = (host: string): Connection => {
    const connection =
      connections.get(host) ?? new Connection({ context, host, plainHttpHosts, credentials: finder });
    connections.set(host, connection);
    return connection;
  };
  return {
    repository: ({ host, repository }) => {
      const name = { host, repository };
      const key = formatName(name);
      const found = repositories.get(key) ?? repositoryOf(connect(host), name);
      repositories.set(key, found);
      return found;
    },
  };
}

function repositoryOf(connection: Connection, name: RepositoryName): Repository {
  const manifests = new Manifests(connection, name);
  const blobs = new Blobs(connection, name);
  const repository: Repository & { readonly name: RepositoryName } = {
    name,
    getManifest: (target, options) => manifests.getManifest(target, options),
    headManifest: (target) => manifests.headManifest(target),
    putManifest: (target, bytes, mediaType, condition) =>
      manifests.putManifest(target, bytes, mediaType, condition),
    deleteManifest: (digest) => manifests.deleteManifest(digest),
    getBlob: (descriptor, maxBytes) => blobs.getBlob(descriptor, maxBytes),
    openBlob: (descriptor) => blobs.openBlob(descriptor),
    putBlob: (blob, options) => blobs.putBlob(blob, options),
    listReferrers: (subject, filter) => referrers.list(subject, filter),
    referrersSource: (subject) => referrers.source(subject),
    proveWriteAccess: (options) => blobs.proveWriteAccess(options),
  };
  const referrers = new Referrers(connection, repository);
  return repository;
}
