import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, it } from '@jest/globals';
import { buildImage, debianFiles, pushImage, type PushedImage } from '@countersign/testbed';
import { leaks } from '../contract/leaks.js';
import { runAction, type Step } from '../contract/run-action.js';
import { openStage, type Stage } from '../contract/stage.js';
import { ARTIFACT_ID, sayJson, serveArtifacts, SIGNATURE, type ArtifactService } from './artifact-service.js';
import { fakeSyft } from './fake-syft.js';
import { OK } from './stage.js';

const part = (claims: unknown): string => Buffer.from(JSON.stringify(claims)).toString('base64url');
const TOKEN = `${part({ alg: 'RS256' })}.${part({ scp: 'Actions.Results:run-1:job-2' })}.c2lnbmF0dXJl`;

let stage: Stage;
let image: PushedImage;
let service: ArtifactService;
let folder: string;
let syft: string;
beforeAll(async () => {
  stage = await openStage({ auth: 'token' });
  const { registry, auth } = stage.testbed;
  const platform = { os: 'linux', architecture: 'amd64' };
  image = await pushImage(
    { origin: `http://${registry}`, auth },
    'acme/app',
    buildImage([{ platform, layers: [debianFiles()] }]),
  );
  service = await serveArtifacts();
  folder = await mkdtemp(join(tmpdir(), 'artifact-action-'));
  syft = await fakeSyft(folder, OK);
}, 30_000);
afterAll(async () => {
  await service.stop();
  await stage.testbed.stop();
  await rm(folder, { recursive: true });
});
beforeEach(() => {
  service.clear();
});

const step = (name: string, env: Readonly<Record<string, string>> = {}, settings = ''): Promise<Step> =>
  runAction('generate-sbom', {
    inputs: {
      image: stage.repository,
      digest: image.digest,
      formats: 'spdx-json, syft-json',
      'upload-artifact': name,
      settings: `syft-path: ${syft}\nretry-window: 500ms\n${settings}`,
    },
    env: {
      ...stage.env,
      RUNNER_DEBUG: '1',
      ACTIONS_RUNTIME_TOKEN: TOKEN,
      ACTIONS_RESULTS_URL: `${service.results}/`,
      ...env,
    },
  });

/** Not even in a command that tells the runner to hide it. */
function assertHidden(ended: Step): void {
  const secrets = [...stage.secrets, TOKEN, SIGNATURE, encodeURIComponent(SIGNATURE), service.signedUrl()];
  assert.deepEqual(leaks(ended, secrets), []);
  for (const secret of secrets.slice(-4)) assert.ok(!ended.stdout.includes(secret), secret);
}

describe('the step generate-sbom with upload-artifact', () => {
  it('answers the id, and shows the token and the signed address to nobody, its debug log included', async () => {
    service.answers.PUT.push((response) => response.writeHead(503).end(service.signedUrl()));
    const ended = await step('sboms', {}, 'artifact-retention: 3');
    assert.equal(ended.code, 0, ended.stdout);
    assert.equal(ended.outputs['artifact-id'], ARTIFACT_ID);
    assert.equal(service.finished.size, 1);
    assert.match(ended.stdout, /PUT .* answered 503; trying again/);
    assertHidden(ended);
  });

  it('leaves the documents and no id where the upload is refused, and shows no secret then', async () => {
    const echo = { msg: `Bearer ${TOKEN}\n::error::x` };
    service.answers.CreateArtifact.push(sayJson(409, echo));
    const ended = await step('sboms');
    assert.equal(ended.code, 2, ended.stdout);
    assert.equal(ended.outputs.status, 'error');
    assert.equal(ended.outputs['artifact-id'], '');
    assert.match(ended.outputs.spdx ?? '', /sbom\.spdx\.json/);
    assertHidden(ended);
  });

  it('could not decide where the storage stays away, and shows no secret then', async () => {
    service.answers.PUT.push(
      ...Array.from({ length: 20 }, () => (response: { destroy(): unknown }) => response.destroy()),
    );
    const ended = await step('sboms');
    assert.equal(ended.code, 3, ended.stdout);
    assert.equal(ended.outputs.status, 'undecided');
    assert.ok(service.received.some(({ call }) => call === 'PUT'));
    assert.match(ended.outputs.spdx ?? '', /sbom\.spdx\.json/);
    assertHidden(ended);
  });

  const refused: readonly (readonly [what: string, name: string, env: Readonly<Record<string, string>>])[] = [
    ['with a name that GitHub refuses', 'a/b', {}],
    ['outside of GitHub Actions', 'sboms', { GITHUB_ACTIONS: 'false' }],
    ['on GitHub Enterprise Server', 'sboms', { GITHUB_SERVER_URL: 'https://github.acme.example' }],
    ['without a token', 'sboms', { ACTIONS_RUNTIME_TOKEN: '' }],
    ['with a token that names no run', 'sboms', { ACTIONS_RUNTIME_TOKEN: `${part({})}.${part({})}.eA` }],
  ];
  for (const [what, name, env] of refused) {
    it(`is refused ${what} before anything is asked for`, async () => {
      const before = stage.requests();
      const ended = await step(name, env);
      assert.equal(ended.code, 2, ended.stdout);
      assert.match(ended.stdout, /INPUT_INVALID/);
      assert.equal(stage.requests(), before);
      assert.deepEqual(service.received, []);
      assertHidden(ended);
    });
  }
});
