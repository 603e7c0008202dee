import assert from 'node:assert/strict';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, describe, it } from '@jest/globals';
import { fromBufferPromise } from 'yauzl';
import type { FlowReport, SbomOptions } from '@countersign/core/flows';
import { toDocument, toSummary, toText } from '@countersign/core/report';
import {
  ARTIFACT_ID,
  sayJson,
  serveArtifacts,
  SIGNATURE,
  type Answer,
  type ArtifactService,
} from './artifact-service.js';
import { SHORT_WINDOW_MS } from '../flows/stage.js';
import { OK, openStage, type Run, type Stage } from './stage.js';

const TOKEN = 'eyJhbGciOiJSUzI1NiJ9.cnVudGltZS10b2tlbg.c2lnbmVk';

let stage: Stage;
let service: ArtifactService;
beforeAll(async () => {
  stage = await openStage();
  service = await serveArtifacts();
}, 30_000);
afterAll(async () => {
  await service.stop();
  await stage.stop();
});
beforeEach(async () => {
  await stage.next();
  service.clear();
});

type Target = NonNullable<SbomOptions['artifact']>;
const upload = (
  changes: Partial<Target> = {},
  packages: readonly string[] = OK.packages,
  options: Partial<SbomOptions> = {},
): Promise<Run> =>
  stage.run(
    { ...OK, packages },
    {
      artifact: {
        name: 'SBOMs <of> app',
        retentionDays: undefined,
        service: {
          origin: service.results,
          token: TOKEN,
          workflowRunBackendId: 'run-1',
          workflowJobRunBackendId: 'job-2',
        },
        ...changes,
      },
      ...options,
    },
    { retryWindowMs: SHORT_WINDOW_MS },
  );

const calls = (): readonly string[] => service.received.map(({ call }) => call);
const messageOf = (call: string): Record<string, unknown> => {
  const request = service.received.find((each) => each.call === call);
  return JSON.parse(request?.body.toString('utf8') ?? 'null') as Record<string, unknown>;
};
const ending = ({ status, error }: FlowReport) => [status, error?.code];
const DOCUMENTS = [
  'sbom-linux-amd64.spdx.json',
  'sbom-linux-amd64.syft.json',
  'sbom-linux-arm64.spdx.json',
  'sbom-linux-arm64.syft.json',
  'sbom.spdx.json',
];

/** All that a person, a later step or a log at its finest may see of a run, the causes of its error included. */
function shown({ report }: Run): string {
  const causes: string[] = [];
  for (let error: unknown = report.error; error instanceof Error; error = error.cause)
    causes.push(String(error), error.stack ?? '', JSON.stringify(error));
  return [
    toText(report),
    toSummary(report),
    JSON.stringify(toDocument(report)),
    ...causes,
    ...stage.lines,
  ].join('\n');
}

function assertKept(run: Run): void {
  const text = shown(run);
  const signed = new URL(service.signedUrl());
  for (const secret of [TOKEN, SIGNATURE, encodeURIComponent(SIGNATURE), signed.href, signed.search])
    assert.ok(!text.includes(secret), `${secret} is in\n${text}`);
  assert.doesNotMatch(text, /^\s*::/m);
}

/** What the storage says of a signature that it refuses: the signature, and what should have been signed. */
const EXPLAINS: Answer = (response) => {
  const body = `<Error><Message>Signature ${SIGNATURE} of ${service.signedUrl()} ${TOKEN}\n::error::x</Message></Error>`;
  response.writeHead(403, { 'x-ms-error-code': 'AuthenticationFailed' }).end(body);
};
const ECHOES = { code: 'x', msg: `Bearer ${TOKEN} is not good\n::error::x` };

describe('a workflow artifact', () => {
  it('holds each document that was written, whole, and is told of in every report', async () => {
    const run = await upload();
    assert.deepEqual(ending(run.report), ['ok', undefined], run.report.error?.message);
    assert.deepEqual(calls(), ['CreateArtifact', 'PUT', 'FinalizeArtifact']);
    const zip = service.finished.get('SBOMs <of> app') ?? Buffer.alloc(0);
    const archive = await fromBufferPromise(zip);
    const names: string[] = [];
    for await (const entry of archive.eachEntry()) {
      names.push(entry.fileName);
      const bytes = await buffer(await archive.openReadStreamPromise(entry));
      assert.deepEqual(bytes, await stage.document(entry.fileName), entry.fileName);
    }
    assert.deepEqual(names.sort(), DOCUMENTS);
    assert.equal(run.report.sbom?.artifact?.id, ARTIFACT_ID);
    assert.equal(run.report.sbom.artifact.size, zip.length);
    assert.match(toText(run.report), new RegExp(`uploaded .*${ARTIFACT_ID}`));
    assert.doesNotMatch(toSummary(run.report), /<of>/);
    assertKept(run);
  });

  it('is asked for in the name of this run and job, by the token, which the storage does not get', async () => {
    await upload();
    assert.deepEqual(messageOf('CreateArtifact'), {
      workflow_run_backend_id: 'run-1',
      workflow_job_run_backend_id: 'job-2',
      name: 'SBOMs <of> app',
      version: 7,
      mime_type: 'application/zip',
    });
    for (const { host, headers } of service.received)
      assert.equal(headers.authorization, host === 'results' ? `Bearer ${TOKEN}` : undefined);
    assert.equal(messageOf('FinalizeArtifact').workflow_job_run_backend_id, 'job-2');
  });

  it('ends after the days that were given', async () => {
    await upload({ retentionDays: 5 });
    const ends = Date.parse(String(messageOf('CreateArtifact').expires_at));
    assert.ok(Math.abs(ends - Date.now() - 5 * 86_400_000) < 60_000);
  });

  it('has the comparison with the baseline as well', async () => {
    await upload();
    const path = `${stage.folder()}/out/sbom-linux-amd64.spdx.json`;
    const bytes = await stage.document('sbom-linux-amd64.spdx.json');
    const baseline = { kind: 'files' as const, files: [{ platform: 'linux/amd64', path, bytes }] };
    await upload({ name: 'second' }, OK.packages, { baseline, outputDir: `${stage.folder()}/second` });
    const archive = await fromBufferPromise(service.finished.get('second') ?? Buffer.alloc(0));
    const names = new Set<string>();
    for await (const entry of archive.eachEntry()) names.add(entry.fileName);
    assert.ok(names.has('sbom-diff.json') && names.has('sbom-diff.md'), [...names].join(' '));
  });

  const passing: readonly (readonly [
    what: string,
    call: keyof ArtifactService['answers'],
    answer: Answer,
  ])[] = [
    ['the service fails', 'CreateArtifact', sayJson(500, ECHOES)],
    ['the storage fails', 'PUT', (response) => response.writeHead(503).end(service.signedUrl())],
    ['the upload breaks off', 'PUT', (response, request) => request.once('data', () => response.destroy())],
    ['the last answer is lost', 'FinalizeArtifact', (response) => response.destroy()],
  ];
  for (const [what, call, answer] of passing) {
    it(`is whole after another try where ${what} for a moment`, async () => {
      service.answers[call].push(answer);
      const run = await upload();
      assert.deepEqual(ending(run.report), ['ok', undefined], run.report.error?.message);
      assert.equal(service.received.filter((each) => each.call === call).length, 2);
      assert.equal(service.finished.size, 1);
      assertKept(run);
    });
  }

  const failing: readonly (readonly [
    what: string,
    call: keyof ArtifactService['answers'],
    answer: Answer,
    expected: readonly [string, string],
  ])[] = [
    ['the token may not', 'CreateArtifact', sayJson(403, ECHOES), ['error', 'GITHUB_REFUSED']],
    ['the run has one of that name', 'CreateArtifact', sayJson(409, ECHOES), ['error', 'GITHUB_REFUSED']],
    ['the name is refused', 'CreateArtifact', sayJson(400, ECHOES), ['error', 'GITHUB_REFUSED']],
    ['the service fails', 'CreateArtifact', sayJson(500, ECHOES), ['undecided', 'GITHUB_UNAVAILABLE']],
    ['the answer is no JSON', 'CreateArtifact', sayJson(200, '<html>'), ['undecided', 'GITHUB_UNAVAILABLE']],
    ['the answer is a list', 'CreateArtifact', sayJson(200, []), ['undecided', 'GITHUB_UNAVAILABLE']],
    [
      'the answer is not ok',
      'CreateArtifact',
      sayJson(200, { ok: false }),
      ['undecided', 'GITHUB_UNAVAILABLE'],
    ],
    [
      'there is no address',
      'CreateArtifact',
      sayJson(200, { ok: true }),
      ['undecided', 'GITHUB_UNAVAILABLE'],
    ],
    ['the storage refuses', 'PUT', EXPLAINS, ['error', 'GITHUB_REFUSED']],
    [
      'the storage takes something and stores nothing',
      'PUT',
      (response) => response.writeHead(200).end(service.signedUrl()),
      ['error', 'GITHUB_REFUSED'],
    ],
    [
      'the storage fails',
      'PUT',
      (response) => response.writeHead(500).end(`${service.signedUrl()} ${SIGNATURE}`),
      ['undecided', 'GITHUB_UNAVAILABLE'],
    ],
    [
      'the upload breaks off',
      'PUT',
      (response, request) => request.once('data', () => response.destroy()),
      ['undecided', 'GITHUB_UNAVAILABLE'],
    ],
    [
      'the storage sends the documents elsewhere',
      'PUT',
      (response) =>
        response.writeHead(307, { location: `http://localhost:9/${SIGNATURE}?sig=${SIGNATURE}` }).end(),
      ['undecided', 'GITHUB_UNAVAILABLE'],
    ],
    [
      'the service sends the token elsewhere',
      'CreateArtifact',
      (response) => response.writeHead(307, { location: 'http://localhost:9/' }).end(),
      ['undecided', 'GITHUB_UNAVAILABLE'],
    ],
    ['the bytes are refused', 'FinalizeArtifact', sayJson(400, ECHOES), ['error', 'GITHUB_REFUSED']],
    ['there is no id', 'FinalizeArtifact', sayJson(200, { ok: true }), ['undecided', 'GITHUB_UNAVAILABLE']],
    [
      'the id has lost digits',
      'FinalizeArtifact',
      sayJson(200, '{"ok":true,"artifact_id":9007199254740993}'),
      ['undecided', 'GITHUB_UNAVAILABLE'],
    ],
    [
      'the id is another text',
      'FinalizeArtifact',
      sayJson(200, { ok: true, artifact_id: '1\n::error::x' }),
      ['undecided', 'GITHUB_UNAVAILABLE'],
    ],
  ];
  for (const [what, call, answer, expected] of failing) {
    it(`fails the run, keeps the documents and shows no secret where ${what}`, async () => {
      service.answers[call].push(...Array.from({ length: 20 }, () => answer));
      const run = await upload();
      assert.deepEqual(ending(run.report), expected, run.report.error?.message);
      assert.equal(run.report.sbom?.artifact, undefined);
      assert.equal(run.report.sbom?.documents.length, DOCUMENTS.length);
      assert.deepEqual(await stage.written(), DOCUMENTS);
      assert.equal(service.finished.size, 0);
      assertKept(run);
    });
  }

  it('says of a name that is taken which one it is, and that a lost answer may be why', async () => {
    service.answers.CreateArtifact.push(sayJson(409, ECHOES));
    const taken = await upload();
    assert.match(taken.report.error?.message ?? '', /SBOMs <of> app.*already/);
    assert.doesNotMatch(taken.report.error?.message ?? '', /first try/);
    service.answers.CreateArtifact.push((response) => response.destroy(), sayJson(409, ECHOES));
    assert.match((await upload()).report.error?.message ?? '', /first try/);
  });

  const addresses: readonly (readonly [what: string, url: () => unknown])[] = [
    ['of a file', () => 'file:///etc/passwd'],
    ['of another scheme', () => `ftp://127.0.0.1/x?sig=${SIGNATURE}`],
    ['of plain http to another host', () => service.signedUrl().replace('127.0.0.1', 'localhost')],
    ['with a user name', () => service.signedUrl().replace('http://', 'http://user:pass@')],
    ['that is none', () => `not an address ${SIGNATURE}`],
    ['that is no text', () => 7],
  ];
  for (const [what, url] of addresses) {
    it(`is not uploaded to an address ${what}`, async () => {
      service.answers.CreateArtifact.push(sayJson(200, { ok: true, signed_upload_url: url() }));
      const run = await upload();
      assert.deepEqual(ending(run.report), ['undecided', 'GITHUB_UNAVAILABLE']);
      assert.deepEqual(calls(), ['CreateArtifact']);
      assertKept(run);
    });
  }

  it('is understood in the other spelling of its answers', async () => {
    service.answers.CreateArtifact.push((response) => {
      sayJson(200, { ok: true, signedUploadUrl: service.signedUrl() })(response);
    });
    service.answers.FinalizeArtifact.push(sayJson(200, { ok: true, artifactId: '12' }));
    assert.equal((await upload()).report.sbom?.artifact?.id, '12');
  });

  it('is not made where the documents are rejected, where it is not asked for, or in a dry run', async () => {
    assert.equal((await upload({}, ['pkg:npm/x@1.0.0'])).report.error?.code, 'SBOM_INCOMPLETE');
    assert.equal((await stage.run(OK)).report.status, 'ok');
    assert.equal((await upload({}, OK.packages, { dryRun: true })).report.status, 'ok');
    assert.deepEqual(calls(), []);
  });
});
