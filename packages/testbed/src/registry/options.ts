import type { FaultPlan, RegistryTarget } from '../http/index.js';

/** How the registry behaves. What is left out is the first value named. */
export interface RegistryOptions {
  /**
   * true: the referrers API and OCI-Subject; false: 404 on its route, as GHCR and distribution do; `header`: OCI-Subject
   * and no API behind it, as ECR was seen to do; `wrong-type`: both, and the list comes as application/json.
   */
  readonly referrers?: boolean | 'header' | 'wrong-type';
  /**
   * A pull-through cache of this registry: manifests and blobs come from there, claims do not, and every write is refused
   * with 405. Its list of referrers is empty, or 404 with `referrers: false`. Without it, a registry of its own.
   */
  readonly upstream?: RegistryTarget;
  /** `token`: Bearer tokens of an own token service, as Docker Hub and GHCR have. */
  readonly auth?: 'none' | 'basic' | 'token';
  /** false by default. Lets anyone pull where `auth` asks for credentials. */
  readonly anonymousPull?: boolean;
  /** How long a token is good for: 300,000 by default. */
  readonly tokenLifetimeMs?: number;
  /** true: ETag, If-Match and If-None-Match on manifests; false: none of them, and the last writer wins. */
  readonly ifMatch?: boolean;
  /** true: manifests and tags can be deleted; false: 405, as many registries answer. */
  readonly delete?: boolean;
  /** 0 by default. Added before each request; for some requests only, a `delay` fault. */
  readonly latencyMs?: number;
  /** 0 by default. Between a manifest's arrival and the moment it takes effect, to widen races. */
  readonly writeDelayMs?: number;
  /** 0 by default. A random part of this is added to `writeDelayMs`. */
  readonly writeJitterMs?: number;
  /** 0 by default. Bytes of padding headers in each answer: Google Artifact Registry sends more than 16 KiB. */
  readonly extraHeaderBytes?: number;
  /** Tags that cannot be moved once they stand: none by default. */
  readonly immutableTags?: RegExp | ((tag: string, repository: string) => boolean);
  /** The answer to a write over one: 400 by default. */
  readonly immutableStatus?: 400 | 405 | 409;
  /** Descriptors on a page of referrers: 1000 by default. */
  readonly referrersPageSize?: number;
  /** Names on a page of tags: 1000 by default. */
  readonly tagsPageSize?: number;
  /** true: takes a blob in the POST that would open its upload; false: opens a session all the same, as distribution does. */
  readonly singlePost?: boolean;
  /** `relative` by default. The form of the Location of an upload; both carry a query that must be kept. */
  readonly uploadLocation?: 'relative' | 'absolute';
  /** 0, the default, takes a free one. */
  readonly port?: number;
  /** Faults to begin with; a plan of its own by default. */
  readonly faults?: FaultPlan;
}
