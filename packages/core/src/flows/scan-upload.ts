import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { CountersignError } from '../errors.js';
import { MAX_SARIF_BYTES, MAX_SARIF_UPLOAD_BYTES } from '../limits.js';
import { postToGitHub, type GitHubAnswer, type GitHubCommit } from './github-api.js';
import type { Services } from './types.js';

/**
 * Sends a SARIF file to GitHub's code scanning (REST, "Upload an analysis as SARIF data") and answers a sentence about it.
 * Throws GITHUB_REFUSED, GITHUB_UNAVAILABLE, LIMIT_EXCEEDED.
 */
export async function uploadSarif(path: string, target: GitHubCommit, services: Services): Promise<string> {
  const { repository, ref, commit, isFork } = target;
  if (isFork)
    return "The SARIF was not sent: a fork's pull request has no permission for it. The findings are in the summary.";
  const body = Buffer.from(
    JSON.stringify({
      commit_sha: commit,
      ref,
      sarif: (await compressed(path)).toString('base64'),
      tool_name: 'Countersign',
    }),
  );
  // The same analysis of one commit and category takes the place of the one before.
  const answer = await postToGitHub(target, 'code-scanning/sarifs', body, services);
  if (answer.status === 202) return `The SARIF was sent to the code scanning of ${repository}.`;
  throw refused(answer, repository);
}

async function compressed(path: string): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let read = 0;
  let size = 0;
  await pipeline(
    createReadStream(path),
    async function* bounded(source: AsyncIterable<Buffer>) {
      for await (const chunk of source) {
        read += chunk.length;
        if (read > MAX_SARIF_BYTES) throw tooLarge(`more than ${MAX_SARIF_BYTES} bytes`);
        yield chunk;
      }
    },
    createGzip(),
    async (source: AsyncIterable<Buffer>) => {
      for await (const chunk of source) {
        size += chunk.length;
        if (size > MAX_SARIF_UPLOAD_BYTES)
          throw tooLarge(`more than ${MAX_SARIF_UPLOAD_BYTES} bytes compressed`);
        chunks.push(chunk);
      }
    },
  );
  return Buffer.concat(chunks);
}

const tooLarge = (size: string): CountersignError =>
  new CountersignError('LIMIT_EXCEEDED', {
    what: `The SARIF has ${size}, which GitHub does not take`,
    remedy: 'Upload platforms in runs of their own, or leave upload-sarif out and read the summary.',
  });

const refused = ({ status, said }: GitHubAnswer, repository: string): CountersignError =>
  new CountersignError('GITHUB_REFUSED', {
    what: `GitHub refused the SARIF for ${repository} (${status})${said}`,
    remedy: REMEDY_OF[status] ?? 'Read what GitHub says; the file of the sarif output is complete.',
  });

const REMEDY_OF: Readonly<Record<number, string | undefined>> = {
  401: 'Set "github-token: ${{ github.token }}".',
  403: 'Add to the job:\npermissions:\n  security-events: write\nand see that code scanning is on for the repository.',
  404: 'See that code scanning is on for the repository, and that the token may write to it.',
  413: 'Upload platforms in runs of their own.',
};
