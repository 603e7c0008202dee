import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { CountersignError } from '../errors.js';
import { memberAt } from '../json.js';
import {
  MAX_GITHUB_ANSWER_BYTES,
  MAX_SARIF_BYTES,
  MAX_SARIF_UPLOAD_BYTES,
  MAX_SHOWN_INPUT_CHARS,
} from '../limits.js';
import type { SarifUpload } from './scan-options.js';
import type { Services } from './types.js';

/**
 * Sends a SARIF file to GitHub's code scanning (REST, "Upload an analysis as SARIF data") and answers a sentence about it.
 * Throws GITHUB_REFUSED, GITHUB_UNAVAILABLE, LIMIT_EXCEEDED.
 */
export async function uploadSarif(
  path: string,
  { token, apiUrl, repository, ref, commit, isFork }: SarifUpload,
  { context }: Services,
): Promise<string> {
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
  const response = await context.http.send({
    service: 'github',
    method: 'POST',
    url: `${apiUrl}/repos/${repository}/code-scanning/sarifs`,
    authorization: `Bearer ${token}`,
    headers: {
      accept: 'application/vnd.github+json',
      'content-type': 'application/json',
      'x-github-api-version': '2022-11-28',
    },
    body,
    maxResponseBytes: MAX_GITHUB_ANSWER_BYTES,
    // The same analysis of one commit and category takes the place of the one before.
    repeatable: true,
  });
  if (response.status === 202) return `The SARIF was sent to the code scanning of ${repository}.`;
  throw refused(response.status, response.body, repository);
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

function refused(status: number, body: Uint8Array, repository: string): CountersignError {
  const said = messageOf(body);
  return new CountersignError('GITHUB_REFUSED', {
    what: `GitHub refused the SARIF for ${repository} (${status})${said === '' ? '' : `: ${said}`}`,
    remedy: REMEDY_OF[status] ?? 'Read what GitHub says; the file of the sarif output is complete.',
  });
}

const REMEDY_OF: Readonly<Record<number, string | undefined>> = {
  401: 'Set "github-token: ${{ github.token }}".',
  403: 'Add to the job:\npermissions:\n  security-events: write\nand see that code scanning is on for the repository.',
  404: 'See that code scanning is on for the repository, and that the token may write to it.',
  413: 'Upload platforms in runs of their own.',
};

function messageOf(body: Uint8Array): string {
  try {
    const message = memberAt(JSON.parse(Buffer.from(body).toString('utf8')), 'message');
    return typeof message === 'string' ? message.slice(0, MAX_SHOWN_INPUT_CHARS) : '';
  } catch {
    return '';
  }
}
