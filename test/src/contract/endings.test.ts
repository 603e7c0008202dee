import assert from 'node:assert/strict';
import { afterAll, beforeAll, describe, it } from '@jest/globals';
import { runAction } from './run-action.js';
import { openStage, type Stage } from './stage.js';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
}, 20_000);
afterAll(() => stage.testbed.stop());

/** What a registry may answer to reach the runner through the log, and the reader through the summary. */
const BODY = JSON.stringify({
  errors: [
    {
      code: 'DENIED',
      message:
        '\n::set-output name=status::ok\n##[set-output name=digest]sha256:evil\u001b[2K</td><img src=x>[ok](https://evil.example) @octocat',
    },
  ],
});

describe('a registry that writes commands into its errors', () => {
  it('reaches neither the runner nor the reader of the summary', async () => {
    const fault = stage.testbed.faults.registry.add({
      match: { path: /manifests/ },
      times: Infinity,
      action: { kind: 'status', status: 403, body: BODY },
    });
    const step = await runAction('verify', {
      inputs: { images: stage.reference, 'source-repository': 'acme/app' },
      env: { ...stage.env, RUNNER_DEBUG: '1' },
    });
    fault.remove();
    assert.equal(step.code, 2, step.stdout);
    const commands = step.stdout
      .split(/[\r\n\u2028\u2029]/)
      .filter((line) => line.trimStart().startsWith('::') || line.includes('##['));
    assert.deepEqual(
      commands.filter((line) => !/^::(?:error title=Error::|group::|endgroup::)/.test(line)),
      [],
    );
    assert.equal(step.stdout.includes('\u001b'), false);
    assert.doesNotMatch(step.summary, /<img|<\/td>|\]\(http|@octocat/);
    assert.equal(step.outputs.status, 'error');
    assert.equal(step.outputs.digest, stage.image.digest);
  }, 20_000);
});

describe('a job that can have no identity token', () => {
  it('is skipped where that was allowed, and counts as nothing signed', async () => {
    const mark = stage.testbed.requests.registry.mark();
    const step = await runAction('sign', {
      inputs: { images: stage.reference, 'on-missing-identity': 'skip' },
      env: { ...stage.env, ACTIONS_ID_TOKEN_REQUEST_URL: '', GITHUB_ACTOR: 'dependabot[bot]' },
    });
    assert.equal(step.code, 0, step.stdout);
    assert.equal(step.outputs.status, 'skipped');
    assert.equal(step.outputs['bundle-path'], '');
    assert.match(step.stdout, /^::warning .*Dependabot/m);
    assert.match(step.summary, /Skipped, nothing was signed/);
    const written = stage.testbed.requests.registry.since(mark).filter(({ method }) => method === 'PUT');
    assert.deepEqual(written, []);
  }, 20_000);
});

describe('a dry run', () => {
  it('says what would be written, and writes nothing', async () => {
    const reference = await stage.push('to be looked at');
    const { registry, fulcio, rekor } = stage.testbed.requests;
    const [mark, certificates, entries] = [registry.mark(), fulcio.mark(), rekor.mark()];
    const step = await runAction('sign', {
      inputs: { images: reference, 'dry-run': 'true' },
      env: stage.env,
    });
    assert.equal(step.code, 0, step.stdout);
    assert.match(step.outputs.result ?? '', /"state":"planned"/);
    const written = registry.since(mark).filter(({ method }) => method === 'PUT');
    assert.deepEqual(
      [written.length, fulcio.since(certificates).length, rekor.since(entries).length],
      [0, 0, 0],
    );
  }, 20_000);
});
