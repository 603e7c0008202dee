import { CountersignError } from '../errors.js';
import type { GitHubCommit } from '../flows/github-api.js';
import { isLoopback } from '../http/loopback.js';
import type { OptionEdge } from './edge.js';
import { isFromFork } from './identity-sources.js';
import type { Reader } from './read.js';

/** The input that asks to send something to GitHub, and what it needs. */
export interface Sending {
  readonly input: 'upload-sarif' | 'dependency-snapshot';
  /** Of the job, such as `contents: write`. */
  readonly permission: string;
  /** What to do outside a job of GitHub's. */
  readonly elsewhere: string;
}

/** The commit of this job and its token; undefined where nothing is to be sent. Throws INPUT_MISSING, INPUT_INVALID. */
export async function readGitHubCommit(
  { input, permission, elsewhere }: Sending,
  reader: Reader,
  { env }: OptionEdge,
): Promise<GitHubCommit | undefined> {
  if (!reader.boolean(input)) return undefined;
  const isFork = await isFromFork(env);
  const token = reader.text('github-token');
  if (token === undefined && !isFork)
    throw new CountersignError('INPUT_MISSING', {
      what: `${input} is set, and no github-token is given`,
      remedy: `Set "github-token: \${{ github.token }}", and "${permission}" in the permissions of the job.`,
    });
  const [repository = '', ref = '', commit = ''] = [env.GITHUB_REPOSITORY, env.GITHUB_REF, env.GITHUB_SHA];
  if (
    !/^[\w.-]+\/[\w.-]+$/.test(repository) ||
    !ref.startsWith('refs/') ||
    !/^[0-9a-f]{40}([0-9a-f]{24})?$/.test(commit)
  )
    throw new CountersignError('INPUT_INVALID', {
      what: `${input} is set, and GITHUB_REPOSITORY, GITHUB_REF and GITHUB_SHA do not name a commit`,
      remedy: elsewhere,
    });
  return { token: token ?? '', apiUrl: apiUrlOf(env), repository, ref, commit, isFork };
}

function apiUrlOf(env: OptionEdge['env']): string {
  const text = env.GITHUB_API_URL ?? 'https://api.github.com';
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopback(url.hostname)))
    return text.replace(/\/+$/, '');
  throw new CountersignError('INPUT_INVALID', {
    what: 'GITHUB_API_URL is no https address, so the token is not sent there',
    remedy: 'The runner sets this variable: do not set it by hand.',
  });
}
