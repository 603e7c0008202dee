import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Access } from './auth/access.js';
import type { RegistryOptions } from './options.js';
import type { Store } from './store.js';

/** One request to one repository, as a route is handed it: named, authorised, not yet read. */
export interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly method: string;
  readonly url: URL;
  /** The repository's name. */
  readonly name: string;
  /** The last part of the path: a tag, a digest or the id of an upload; empty for a list or a new upload. */
  readonly target: string;
  readonly store: Store;
  readonly options: RegistryOptions;
  /** What this client may do, for what else a route touches (the source of a mount). */
  readonly access: Access;
}
