import type { OptionEdge } from '@countersign/core/options';
import { readBounded } from '@countersign/core/read-bounded';
import type { Edge } from './edge.js';

/** What the options of a command are read from besides its flags: files, the environment, a job's identity. */
export function optionEdge({ env }: Edge, mask: (secret: string) => void): OptionEdge {
  const { ACTIONS_ID_TOKEN_REQUEST_URL: requestUrl, ACTIONS_ID_TOKEN_REQUEST_TOKEN: requestToken } = env;
  const hasRunner = isSet(requestUrl) && isSet(requestToken);
  return {
    env,
    readFile: readBounded,
    identity: {
      runner: hasRunner ? { requestUrl, requestToken } : undefined,
      sigstoreIdToken: isSet(env.SIGSTORE_ID_TOKEN) ? env.SIGSTORE_ID_TOKEN : undefined,
      situation: situationOf(env),
      mask,
    },
  };
}

const isSet = (value: string | undefined): value is string => value !== undefined && value !== '';

/** Why a token may be missing, as far as the environment tells; that of a fork is for the actions, which read the event. */
function situationOf(env: Edge['env']): OptionEdge['identity']['situation'] {
  if (env.GITHUB_ACTIONS !== 'true') return 'not-a-runner';
  return env.GITHUB_ACTOR === 'dependabot[bot]' ? 'dependabot' : 'no-permission';
}
