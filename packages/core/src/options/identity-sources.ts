import { memberAt } from '../json.js';
import type { IdentityTokenSources } from '../sign/index.js';
import { MAX_EVENT_BYTES } from '../limits.js';
import { readBounded } from '../read-bounded.js';
import type { OptionEdge } from './edge.js';

/**
 * Where this job's identity token can come from, and what explains it where there is none. `mask`: called with each token
 * before it is used; `conceal`: with what opens the runner's endpoint.
 */
export async function identitySources(
  env: OptionEdge['env'],
  log: { readonly mask: (secret: string) => void; readonly conceal: (secret: string) => void },
): Promise<Omit<IdentityTokenSources, 'input'>> {
  const requestUrl = env.ACTIONS_ID_TOKEN_REQUEST_URL ?? '';
  const requestToken = env.ACTIONS_ID_TOKEN_REQUEST_TOKEN ?? '';
  log.conceal(requestToken);
  const mayAsk = requestUrl !== '' && requestToken !== '';
  return {
    runner: mayAsk ? { requestUrl, requestToken } : undefined,
    sigstoreIdToken: env.SIGSTORE_ID_TOKEN,
    // Without a token to ask for, the cause is wanted; with one the event need not be read.
    situation: mayAsk ? 'no-permission' : await situationOf(env),
    mask: log.mask,
  };
}

async function situationOf(env: OptionEdge['env']): Promise<IdentityTokenSources['situation']> {
  if (env.GITHUB_ACTIONS !== 'true') return 'not-a-runner';
  if (env.GITHUB_ACTOR === 'dependabot[bot]') return 'dependabot';
  return (await isFromFork(env)) ? 'fork' : 'no-permission';
}

/** GitHub: "Webhook events and payloads", pull_request. The repository of the head is null once the fork is deleted. */
export async function isFromFork(env: OptionEdge['env']): Promise<boolean> {
  const path = env.GITHUB_EVENT_PATH;
  if (env.GITHUB_EVENT_NAME?.startsWith('pull_request') !== true || path === undefined) return false;
  try {
    const event: unknown = JSON.parse((await readBounded(path, MAX_EVENT_BYTES)).toString('utf8'));
    const pullRequest = memberAt(event, 'pull_request');
    const [head, base] = ['head', 'base'].map((side) => memberAt(pullRequest, side, 'repo', 'full_name'));
    return pullRequest !== undefined && head !== base;
  } catch {
    return false; // an event that cannot be read explains nothing
  }
}
