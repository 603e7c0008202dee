import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Services } from '../flows/index.js';
import type { Parsed } from '../options/index.js';
import type { Environment } from './environment.js';
import type { StepLog } from './step-log.js';

/** Services that hold connections open until they are closed. */
export interface OpenServices extends Services {
  close(): void;
}

/** The outside world of a step. The request layer is loaded only here: an input error needs no network. */
export async function openServices(
  env: Environment,
  log: StepLog,
  signal: AbortSignal,
  parsed: Pick<Parsed<unknown>, 'explicitCredentials' | 'retryWindowMs'>,
): Promise<OpenServices> {
  const { createHttpClient, systemClock, systemRandom } = await import('../http/index.js');
  const base = { clock: systemClock, random: systemRandom, log, signal };
  const http = createHttpClient({
    ...base,
    env,
    retryWindowMs: parsed.retryWindowMs,
    userAgent: 'countersign',
  });
  return {
    context: { ...base, http },
    credentials: { explicit: parsed.explicitCredentials, env, homeDir: env.HOME ?? env.USERPROFILE },
    cacheDir: join(temporaryFolder(env), 'countersign-cache'),
    tempDir: temporaryFolder(env),
    toolCacheDir: join(given(env.RUNNER_TOOL_CACHE) ?? temporaryFolder(env), 'countersign-tools'),
    workDir: given(env.GITHUB_WORKSPACE) ?? process.cwd(),
    env,
    close: () => {
      http.close();
    },
  };
}

/** Emptied by the runner between jobs, shared by the steps of one. */
export const temporaryFolder = (env: Environment): string => given(env.RUNNER_TEMP) ?? tmpdir();

const given = (value: string | undefined): string | undefined => (value === '' ? undefined : value);
