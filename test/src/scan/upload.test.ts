import assert from 'node:assert/strict';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, it } from '@jest/globals';
import { openStage, why, type Stage } from './stage.js';

interface Received {
  readonly url: string;
  readonly authorization: string | undefined;
  readonly body: { commit_sha: string; ref: string; sarif: string };
}

let stage: Stage;
let server: Server;
let received: Received[];
let answers: number[];
beforeEach(async () => {
  stage = await openStage();
  received = [];
  answers = [202];
  server = createServer((request, response) => {
    const answer = (text: string): void => {
      received.push({
        url: `${request.method ?? ''} ${request.url ?? ''}`,
        authorization: request.headers.authorization,
        body: JSON.parse(text) as Received['body'],
      });
      const status = answers.length > 1 ? answers.shift() : answers[0];
      response.writeHead(status ?? 500, { 'content-type': 'application/json' });
      response.end(status === 202 ? '{"id":"1","url":"x"}' : '{"message":"Resource not accessible"}');
    };
    read(request).then(answer, () => response.destroy());
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
});
afterEach(async () => {
  await new Promise((closed) => server.close(closed));
  await stage.close();
});

async function read(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

const TOKEN = 'ghs_0123456789abcdef';
const envOf = (more: Readonly<Record<string, string>> = {}) => ({
  GITHUB_API_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
  GITHUB_REPOSITORY: 'acme/app',
  GITHUB_REF: 'refs/heads/main',
  GITHUB_SHA: 'a'.repeat(40),
  ...more,
});
const upload = async (env = envOf(), more = {}) =>
  stage.run(
    {
      sbom: await stage.sbom('app.syft.json'),
      'fail-on': 'none',
      'upload-sarif': 'true',
      'github-token': TOKEN,
      ...more,
    },
    { env },
  );

describe('the upload of SARIF', () => {
  it('sends the very file, compressed, for the commit of the job, with the token', async () => {
    const report = await upload();
    assert.equal(report.status, 'ok', why(report));
    const [one] = received;
    assert.deepEqual(
      [one?.url, one?.authorization, one?.body.commit_sha, one?.body.ref],
      ['POST /repos/acme/app/code-scanning/sarifs', `Bearer ${TOKEN}`, 'a'.repeat(40), 'refs/heads/main'],
    );
    const sent = gunzipSync(Buffer.from(one?.body.sarif ?? '', 'base64')).toString('utf8');
    assert.equal(sent, await stage.read(report.scan?.files.sarif ?? ''));
  });

  it('comes before a verdict of violations, which stays the verdict', async () => {
    const report = await upload(envOf(), { 'fail-on': 'high' });
    assert.equal(report.error?.code, 'GATE_FAILED');
    assert.equal(received.length, 1);
  });

  it('is asked for again where GitHub fails for a moment', async () => {
    answers = [503, 202];
    assert.equal((await upload()).status, 'ok');
    assert.equal(received.length, 2);
  });

  it('that is refused is an error that names the permission, and the result is not clean', async () => {
    answers = [403];
    const report = await upload();
    assert.deepEqual(
      [report.error?.code, report.status, report.scan?.result],
      ['GITHUB_REFUSED', 'error', 'error'],
    );
    assert.match(report.error?.remedy ?? '', /security-events: write/);
    assert.doesNotMatch(why(report), new RegExp(TOKEN));
  });

  it('that is refused does not cover violations', async () => {
    answers = [403];
    const report = await upload(envOf(), { 'fail-on': 'high' });
    assert.deepEqual([report.error?.code, report.scan?.result], ['GATE_FAILED', 'violations']);
    assert.ok(report.notices.some(({ text }) => text.includes('not sent')));
  });

  it("of a fork's pull request is left out with a note", async () => {
    const event = await stage.write(
      'event.json',
      JSON.stringify({
        pull_request: {
          head: { repo: { full_name: 'stranger/app' } },
          base: { repo: { full_name: 'acme/app' } },
        },
      }),
    );
    const env = envOf({ GITHUB_EVENT_NAME: 'pull_request', GITHUB_EVENT_PATH: event });
    const report = await upload(env, { 'github-token': '' });
    assert.equal(report.status, 'ok', why(report));
    assert.deepEqual(received, []);
    assert.ok(report.notices.some(({ text }) => text.includes('fork')));
  });

  it('is not tried without a token, or to an address that is not GitHub’s', async () => {
    await assert.rejects(upload(envOf(), { 'github-token': '' }), { code: 'INPUT_MISSING' });
    await assert.rejects(upload(envOf({ GITHUB_API_URL: 'http://evil.example' })), { code: 'INPUT_INVALID' });
    await assert.rejects(upload(envOf({ GITHUB_REPOSITORY: 'acme/app/../x' })), { code: 'INPUT_INVALID' });
    assert.deepEqual(received, []);
  });
});
