import type { SarifUpload } from '../flows/scan-options.js';
import { CountersignError } from '../errors.js';
import { isLoopback } from '../http/index.js';
import type { OptionEdge } from './edge.js';
import { isFromFork } from './identity-sources.js';
import type { Reader } from './read.js';

/** Where SARIF goes, from the inputs and the variables of the job; undefined where it is not asked for. */
export async function readUpload(reader: Reader, edge: OptionEdge): Promise<SarifUpload | undefined> {
  if (!reader.boolean('upload-sarif')) return undefined;
  const { env } = edge;
  const isFork = await isFromFork(env);
  const token = reader.text('github-token');
  if (token === undefined && !isFork)
    throw new CountersignError('INPUT_MISSING', {
      what: 'upload-sarif is set, and no github-token is given',
      remedy:
        'Set "github-token: ${{ github.token }}", and "security-events: write" in the permissions of the job.',
    });
  const [repository = '', ref = '', commit = ''] = [env.GITHUB_REPOSITORY, env.GITHUB_REF, env.GITHUB_SHA];
  if (
    !/^[\w.-]+\/[\w.-]+$/.test(repository) ||
    !ref.startsWith('refs/') ||
    !/^[0-9a-f]{40}([0-9a-f]{24})?$/.test(commit)
  )
    throw new CountersignError('INPUT_INVALID', {
      what: 'upload-sarif is set, and GITHUB_REPOSITORY, GITHUB_REF and GITHUB_SHA do not name a commit',
      remedy: 'Upload from a GitHub job; elsewhere send the file of the sarif output by other means.',
    });
  return { token: token ?? '', apiUrl: apiUrlOf(env), repository, ref, commit, isFork };
}

export function apiUrlOf(env: OptionEdge['env']): string {
  const text = env.GITHUB_API_URL ?? 'https://api.github.com';
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopback(url.hostname)))
    return text.replace(/\/+$/, '');
  throw new CountersignError('INPUT_INVALID', {
    what: 'GITHUB_API_URL is no https address, so the token is not sent there',
    remedy: 'The runner sets this variable: do not set it by hand.',
  });
}
