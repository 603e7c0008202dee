import type { Exchange } from './exchange.js';
import { blobs } from './routes/blobs.js';
import { manifests } from './routes/manifests.js';
import { referrers } from './routes/referrers.js';
import { tags } from './routes/tags.js';
import { uploads } from './routes/uploads.js';

/** A route of a repository. */
export type RouteName = keyof typeof ROUTES;

/** What a path is about. */
export interface Destination {
  readonly route: RouteName;
  readonly name: string;
  readonly target: string;
}

/** Reads `/v2/<name>/<route>/<target>`. A name may hold slashes and words such as `blobs`, so routes match at the end. */
export function destination(pathname: string): Destination | undefined {
  for (const [pattern, route] of PATTERNS) {
    const [, name, target = ''] = pattern.exec(pathname) ?? [];
    if (name !== undefined) return { route, name, target };
  }
  return undefined;
}

export const routeTo = (route: RouteName, exchange: Exchange): Promise<void> | void =>
  ROUTES[route](exchange);

/** The log's name for a request: `PUT manifest`, `GET token`. */
export function routeName(method: string, path: string): string {
  const [pathname = ''] = path.split('?', 1);
  if (pathname === '/token') return `${method} token`;
  if (/^\/v2\/?$/.test(pathname)) return `${method} ping`;
  return `${method} ${destination(pathname)?.route ?? 'other'}`;
}

const ROUTES = {
  upload: uploads,
  blob: blobs,
  manifest: manifests,
  referrers,
  tags,
} as const satisfies Record<string, (exchange: Exchange) => Promise<void> | void>;

const PATTERNS: readonly (readonly [RegExp, RouteName])[] = [
  [/^\/v2\/(.+)\/blobs\/uploads\/?([^/]*)$/, 'upload'],
  [/^\/v2\/(.+)\/blobs\/([^/]+)$/, 'blob'],
  [/^\/v2\/(.+)\/manifests\/([^/]+)$/, 'manifest'],
  [/^\/v2\/(.+)\/referrers\/([^/]+)$/, 'referrers'],
  [/^\/v2\/(.+)\/tags\/list$/, 'tags'],
];
