import assert from 'node:assert/strict';
import type { ServerResponse } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, it } from '@jest/globals';
import type { FlowReport, SbomOptions } from '@countersign/core/flows';
import { toDocument, toSummary, toText } from '@countersign/core/report';
import { serveLoopback, type LoopbackServer } from '@countersign/testbed';
import { SHORT_WINDOW_MS } from '../flows/stage.js';
import { DEB, OK, openStage, type Run, type Stage } from './stage.js';

const TOKEN = 'ghs_0123456789abcdef';
/** A server that says back what it was sent, as a proxy does in a message about an error. */
const ECHO = JSON.stringify({ message: `Resource not accessible with Bearer ${TOKEN}\n::error::x` });

interface Received {
  readonly path: string;
  readonly authorization: string | undefined;
  readonly body: Record<string, unknown>;
}

let stage: Stage;
let server: LoopbackServer;
let received: Received[];
let answers: ((response: ServerResponse) => void)[];
beforeAll(async () => {
  stage = await openStage();
  server = await serveLoopback({
    handler: async (request, response, url) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      received.push({
        path: `${request.method ?? ''} ${url.pathname}`,
        authorization: request.headers.authorization,
        body: JSON.parse(Buffer.concat(chunks).toString('utf8')) as Record<string, unknown>,
      });
      const answer = answers.length > 1 ? answers.shift() : answers[0];
      answer?.(response);
    },
  });
}, 30_000);
afterAll(async () => {
  await server.stop();
  await stage.stop();
});
beforeEach(async () => {
  await stage.next();
  received = [];
  answers = [say(201, '{"id":1,"result":"SUCCESS"}')];
});

const say =
  (status: number, body = ECHO) =>
  (response: ServerResponse): void => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(body);
  };

type Target = NonNullable<SbomOptions['snapshot']>;
const submit = (changes: Partial<Target> = {}, packages: readonly string[] = DEB): Promise<Run> =>
  stage.run(
    { ...OK, packages },
    {
      snapshot: {
        token: TOKEN,
        apiUrl: server.origin,
        repository: 'acme/app',
        commit: 'a'.repeat(40),
        ref: 'refs/heads/main',
        workflow: 'release',
        job: 'build',
        runId: '7',
        serverUrl: 'https://github.example',
        detector: 'acme/countersign',
        isFork: false,
        ...changes,
      },
    },
    { retryWindowMs: SHORT_WINDOW_MS },
  );

/** All that a person or a later step may see of a run. */
const shown = ({ report }: Run): string =>
  [toText(report), toSummary(report), JSON.stringify(toDocument(report)), ...stage.lines].join('\n');
const ending = ({ status, error }: FlowReport) => [status, error?.code];

describe('a dependency snapshot', () => {
  it('has the packages of each platform and what a later one replaces it by', async () => {
    const { report } = await submit();
    assert.equal(report.status, 'ok', report.error?.message);
    const [{ path, authorization, body }, ...more] = received as [Received];
    assert.deepEqual(more, []);
    assert.equal(path, 'POST /repos/acme/app/dependency-graph/snapshots');
    assert.equal(authorization, `Bearer ${TOKEN}`);
    assert.equal(body.sha, 'a'.repeat(40));
    assert.deepEqual(body.job, {
      id: '7',
      correlator: 'release build',
      html_url: 'https://github.example/acme/app/actions/runs/7',
    });
    const manifests = body.manifests as Record<string, { resolved: Record<string, { package_url: string }> }>;
    assert.equal(Object.keys(manifests).length, 2);
    for (const { resolved } of Object.values(manifests))
      assert.deepEqual(
        Object.values(resolved).map(({ package_url }) => package_url),
        DEB,
      );
  });

  it('has a package called like a member of every object', async () => {
    await submit({}, [...DEB, 'pkg:npm/__proto__@1.0.0', 'pkg:npm/constructor@1.0.0']);
    const manifests = received[0]?.body.manifests as Record<string, { resolved: object }>;
    for (const { resolved } of Object.values(manifests)) assert.equal(Object.keys(resolved).length, 5);
  });

  it('is sent again where the service fails for a moment', async () => {
    answers = [say(502), say(201, '{}')];
    const { report } = await submit();
    assert.equal(report.status, 'ok', report.error?.message);
    assert.equal(received.length, 2);
  });

  const failing: readonly (readonly [what: string, status: number, ending: unknown])[] = [
    ['the token may not write', 403, ['error', 'GITHUB_REFUSED']],
    ['the dependency graph is not there', 404, ['error', 'GITHUB_REFUSED']],
    ['GitHub takes nothing of it', 422, ['error', 'GITHUB_REFUSED']],
    ['GitHub fails', 500, ['undecided', 'GITHUB_UNAVAILABLE']],
  ];
  for (const [what, status, expected] of failing) {
    it(`fails the run, and shows nobody the token, where ${what}`, async () => {
      answers = [say(status)];
      const run = await submit();
      assert.deepEqual(ending(run.report), expected, run.report.error?.message);
      assert.match(run.report.error?.message ?? '', new RegExp(String(status)));
      assert.doesNotMatch(shown(run), new RegExp(TOKEN));
      assert.doesNotMatch(shown(run), /^\s*::/m);
    });
  }

  it('shows nobody the token where it is sent', async () => {
    assert.doesNotMatch(shown(await submit()), new RegExp(TOKEN));
  });

  it("is not sent from a fork's pull request, which a note says", async () => {
    const { report } = await submit({ isFork: true, token: '' });
    assert.equal(report.status, 'ok', report.error?.message);
    assert.deepEqual(received, []);
    assert.ok(report.notices.some(({ text }) => text.includes('fork')));
  });

  it('is not sent where the documents are rejected', async () => {
    const { report } = await submit({}, ['pkg:npm/x@1.0.0']);
    assert.equal(report.error?.code, 'SBOM_INCOMPLETE');
    assert.deepEqual(received, []);
  });
});
