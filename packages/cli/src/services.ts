import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Services } from '@countersign/core/flows';
import { createHttpClient, systemClock, systemRandom } from '@countersign/core/http';
import type { CredentialSources } from '@countersign/core/registry';
import { loadTrust, type TrustMaterial } from '@countersign/core/trust';
import type { Edge } from './edge.js';
import { progressLogger } from './progress.js';
import { VERSION } from './version.js';

export interface CommandServices extends Services {
  /** Closes the connections that were kept open. */
  readonly close: () => void;
}

export interface ServiceOptions {
  readonly credentials?: CredentialSources['explicit'];
  /** Bounds all retries of the command, in milliseconds; the request layer's default where it is left out. */
  readonly retryWindowMs?: number;
  /** Hidden in everything that is printed; more may be added later. */
  readonly secrets?: ReadonlySet<string>;
}

/** The outside world of a command, made of its edge. */
export function servicesOf(edge: Edge, options: ServiceOptions = {}): CommandServices {
  const log = progressLogger(edge.stderr, options.secrets ?? new Set());
  const base = { clock: systemClock, random: systemRandom, log, signal: edge.signal };
  const { retryWindowMs } = options;
  const http = createHttpClient({
    ...base,
    env: edge.env,
    userAgent: `countersign/${VERSION}`,
    ...(retryWindowMs === undefined ? {} : { retryWindowMs }),
  });
  return {
    context: { ...base, http },
    credentials: { explicit: options.credentials ?? [], env: edge.env, homeDir: homeOf(edge) },
    cacheDir: cacheDirOf(edge),
    tempDir: tmpdir(),
    toolCacheDir: join(cacheDirOf(edge), 'tools'),
    workDir: process.cwd(),
    env: edge.env,
    close: () => {
      http.close();
    },
  };
}

/** The trusted root of Sigstore's public-good instance, by TUF. Throws TRUST_UNAVAILABLE. */
export async function publicGoodTrust(edge: Edge): Promise<TrustMaterial> {
  const { context, cacheDir, close } = servicesOf(edge);
  try {
    return await loadTrust({ kind: 'public-good' }, { context, cacheDir });
  } finally {
    close();
  }
}

const homeOf = ({ env }: Edge): string | undefined => env.HOME ?? env.USERPROFILE;

/** XDG Base Directory Specification; a folder of the system's for temporary files where there is no home. */
function cacheDirOf(edge: Edge): string {
  const { env } = edge;
  const home = homeOf(edge);
  const caches =
    env.XDG_CACHE_HOME ?? env.LOCALAPPDATA ?? (home === undefined ? undefined : join(home, '.cache'));
  return join(caches ?? tmpdir(), 'countersign');
}
