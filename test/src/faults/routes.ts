import type { FaultAction, RequestMatch, TestbedOptions, TestbedService } from '@countersign/testbed';

/** Requests of one kind, which one fault can strike. */
export interface Route {
  readonly name: string;
  readonly service: TestbedService;
  readonly match: RequestMatch;
  /** The type of what it answers with; undefined: an answer without a body. */
  readonly type: string | undefined;
  /** A request that a registry may fail for good: there is another way. */
  readonly dispensable?: boolean;
}

const JSON_TYPE = 'application/json';
const INDEX = 'application/vnd.oci.image.index.v1+json';
const MANIFEST = 'application/vnd.oci.image.manifest.v1+json';

const route = (service: TestbedService, name: string, match: RequestMatch, type?: string): Route => ({
  name,
  service,
  match,
  type,
});

const routes: readonly Route[] = [
  route('oidc', 'the token endpoint', {}, JSON_TYPE),
  route('fulcio', 'Fulcio', {}, JSON_TYPE),
  route('rekor', 'Rekor', {}, JSON_TYPE),
  route('tsa', 'the timestamp authority', {}, 'application/timestamp-reply'),
  route('tuf', 'the TUF mirror that is asked for its timestamp', { path: /\/timestamp\.json$/ }, JSON_TYPE),
  route('tuf', 'the TUF mirror that is asked for targets', { path: /\.targets\.json$/ }, JSON_TYPE),
  route(
    'tuf',
    'the TUF mirror that is asked for the trusted root',
    { path: /\.trusted_root\.json$/ },
    JSON_TYPE,
  ),
  route(
    'registry',
    'the registry that is asked for the image',
    { method: 'GET', path: /manifests\/sha256:/ },
    MANIFEST,
  ),
  route(
    'registry',
    'the registry that is asked for a tag',
    { method: 'GET', path: /\.(sig|att)$/ },
    MANIFEST,
  ),
  route('registry', 'the registry that is asked for referrers', { path: /referrers/ }, INDEX),
  route('registry', 'the registry that is to open an upload', { method: 'POST', path: /uploads\/$/ }),
  {
    ...route('registry', 'the registry that is sent a blob at once', { method: 'POST', path: /digest=/ }),
    dispensable: true,
  },
  route(
    'registry',
    'the registry that is asked for a blob',
    { method: 'GET', path: /blobs\/sha256:/ },
    'application/octet-stream',
  ),
  route('registry', 'the registry that is sent a manifest', { method: 'PUT', path: /manifests\/sha256:/ }),
  route('registry', 'the registry that is sent a signature tag', { method: 'PUT', path: /\.sig$/ }),
  route('registry', 'the registry that is sent an attestation tag', { method: 'PUT', path: /\.att$/ }),
];

/** What a registry is like, and which log is written to. */
export type RegistryKind = Pick<
  TestbedOptions,
  'auth' | 'referrers' | 'ifMatch' | 'registryOptions' | 'rekor'
>;

/** Written to where it is named: no tag is written then. */
const rekorV2: readonly Route[] = [route('rekorV2', 'Rekor v2', { method: 'POST' }, JSON_TYPE)];

const otherRegistries: readonly (readonly [options: RegistryKind, route: Route])[] = [
  [
    { registryOptions: { singlePost: false } },
    route('registry', 'the registry that is sent a blob', { method: 'PUT', path: /uploads/ }),
  ],
  [{ auth: 'token' }, route('registry', "the registry's token service", { path: /^\/token/ }, JSON_TYPE)],
  [
    { referrers: false, ifMatch: false },
    route('registry', 'the registry that is sent a fallback index', {
      method: 'PUT',
      path: /manifests\/sha256-[0-9a-f]{64}$/,
    }),
  ],
  [
    { referrers: false },
    route(
      'registry',
      'the registry that is asked for a fallback index',
      {
        method: 'GET',
        path: /manifests\/sha256-[0-9a-f]{64}$/,
      },
      INDEX,
    ),
  ],
];

/** Every service, and every kind of request to a registry, by the kind of registry that has it. */
export const registries: readonly (readonly [options: RegistryKind, routes: readonly Route[]])[] = [
  [{}, routes],
  [{ rekor: 'v2' }, rekorV2],
  ...otherRegistries.map(([options, one]) => [options, [one]] as const),
];

/** A whole answer that holds the beginning of some JSON. */
export const truncatedJson = (type: string): FaultAction => ({
  kind: 'status',
  status: 200,
  body: '{"value":"ey',
  contentType: type,
});
