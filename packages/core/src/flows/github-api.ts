import { memberAt, parseJson } from '../json.js';
import { MAX_GITHUB_ANSWER_BYTES, MAX_SHOWN_INPUT_CHARS } from '../limits.js';
import type { Services } from './types.js';

/** A commit of a repository on GitHub, and what may write about it. */
export interface GitHubCommit {
  readonly token: string;
  /** Without a slash at its end. */
  readonly apiUrl: string;
  /** `owner/name` */
  readonly repository: string;
  readonly ref: string;
  readonly commit: string;
  /** Of a fork's pull request: its token may not write, so nothing is sent. */
  readonly isFork: boolean;
}

export interface GitHubAnswer {
  readonly status: number;
  /** GitHub's own message, for the end of a sentence (`: Not Found`); empty where it has none. */
  readonly said: string;
}

/**
 * Sends a document to `path` below the repository (GitHub REST API). Only for what takes the place of the same sent before:
 * it is sent again where no answer came. Throws GITHUB_UNAVAILABLE.
 */
export async function postToGitHub(
  { apiUrl, repository, token }: GitHubCommit,
  path: string,
  body: Buffer,
  { context }: Services,
): Promise<GitHubAnswer> {
  const response = await context.http.send({
    service: 'github',
    method: 'POST',
    url: `${apiUrl}/repos/${repository}/${path}`,
    authorization: `Bearer ${token}`,
    headers: {
      accept: 'application/vnd.github+json',
      'content-type': 'application/json',
      'x-github-api-version': '2022-11-28',
    },
    body,
    maxResponseBytes: MAX_GITHUB_ANSWER_BYTES,
    repeatable: true,
  });
  return { status: response.status, said: messageOf(response.body, token) };
}

/** A proxy on the way may say back what it was sent. */
function messageOf(body: Uint8Array, token: string): string {
  const message = memberAt(parseJson(Buffer.from(body).toString('utf8')), 'message');
  if (typeof message !== 'string' || message === '') return '';
  const said = token === '' ? message : message.replaceAll(token, '***');
  return `: ${said.slice(0, MAX_SHOWN_INPUT_CHARS)}`;
}
