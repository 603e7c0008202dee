import type { Context } from '../context.js';
import { CountersignError } from '../errors.js';
import { misbehaved, redactUrl } from '../http/index.js';
import type { ReleaseHost } from './types.js';

/** A file that is on its way. */
export interface Fetched {
  readonly body: AsyncIterable<Uint8Array>;
  /** When the host says that it was stored; nobody vouches for that. */
  readonly lastModified: Date | undefined;
}

/** Where the files of one release come from. */
export interface AssetSource {
  readonly kind: 'mirror' | 'release';
  /** For people. */
  readonly label: string;
  /** undefined: such a file is not there. Throws RELEASE_UNAVAILABLE, or the registry's codes. */
  fetch(file: string, maxBytes: number): Promise<Fetched | undefined>;
}

/** Redirects of release downloads: GitHub's own storage, and no other host. */
export const GITHUB_RELEASES: ReleaseHost = {
  baseUrl: 'https://github.com',
  redirectHosts: ['release-assets.githubusercontent.com', 'objects.githubusercontent.com'],
};

/** A release as GitHub serves it: `<base>/<owner>/<name>/releases/download/v<version>/<file>`; a mirror has the same layout. */
export function releaseSource(
  context: Context,
  kind: AssetSource['kind'],
  { baseUrl, redirectHosts }: ReleaseHost,
  repository: string,
  version: string,
): AssetSource {
  const folder = `${baseUrl.replace(/\/+$/, '')}/${repository}/releases/download/v${encodeURIComponent(version)}`;
  return {
    kind,
    label: redactUrl(folder),
    fetch: async (file, maxBytes) => {
      const url = `${folder}/${encodeURIComponent(file)}`;
      const answer = await context.http.stream({
        service: 'release',
        method: 'GET',
        url,
        maxResponseBytes: maxBytes,
        redirectHosts,
      });
      const { status, headers, body } = answer;
      if (status === 200) return { body, lastModified: dateOf(headers['last-modified']) };
      await drain(body);
      if (status === 404 || status === 410) return undefined;
      if (status === 401 || status === 403) throw refused(url, status);
      throw misbehaved('release', new URL(url).host, `answered ${redactUrl(url)} with status ${status}`);
    },
  };
}

/** What a connection is kept open for. The request layer has read an error's page already, bounded. */
async function drain(body: AsyncIterable<Uint8Array>): Promise<void> {
  const chunks = body[Symbol.asyncIterator]();
  while ((await chunks.next()).done !== true);
}

function dateOf(header: string | undefined): Date | undefined {
  const date = new Date(header ?? '');
  return Number.isNaN(date.getTime()) ? undefined : date;
}

const refused = (url: string, status: number): CountersignError =>
  new CountersignError('TOOL_NOT_FOUND', {
    what: `${new URL(url).host} does not let this machine read ${redactUrl(url)} (status ${status})`,
    remedy:
      'Name a mirror that needs no login, or an oci: mirror, for which the credentials of registries are used.',
  });
