import assert from 'node:assert/strict';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, it } from '@jest/globals';
import { buildDemoImage, pushImage, startTestbed } from '@countersign/testbed';
import { checkout, type DemoDocument } from '../support/demo-checkout.js';
import { runProcess, type Finished } from '../support/run-process.js';

let folder: string;
beforeAll(async () => {
  folder = await checkout();
});
afterAll(() => rm(folder, { recursive: true }));

const demo = (...flags: string[]): Promise<Finished> =>
  runProcess(process.execPath, [join(folder, 'dist/cli/index.js'), 'demo', ...flags], {
    env: { TMPDIR: join(folder) },
  });

describe('countersign demo', () => {
  it('signs, attests and verifies its own image, and has five attacks refused', async () => {
    const { code, stdout, stderr } = await demo('--json');
    assert.equal(code, 0, stderr);
    const { command, status, images, demo: result } = JSON.parse(stdout) as DemoDocument;
    assert.deepEqual([command, status], ['demo', 'ok']);
    // Each platform has its own where syft and grype are on PATH.
    const required = result.requirements.map((name) => name.replace(/@all$/, ''));
    assert.deepEqual(required, ['signature', 'provenance', 'sbom', 'vuln']);
    assert.match(result.gate?.stopped ?? '', /minimist 1\.2\.5/);
    assert.match(result.gate?.stoppedAgain ?? '', /expired/);
    assert.deepEqual(
      result.attacks.map(({ name, refused }) => [name, refused]),
      [
        ['unsigned', true],
        ['other-identity', true],
        ['copied-attestation', true],
        ['tampered-envelope', true],
        ['moved-tag', true],
      ],
    );
    assert.equal(new Set(result.attacks.map(({ reason }) => reason)).size, 4, 'each kind for its own reason');
    assert.ok(images[0]?.claims.every(({ state }) => state === 'verified'));
    const inSteps = result.steps.reduce((sum, { seconds }) => sum + seconds, 0);
    assert.ok(result.steps.every(({ ok }) => ok) && inSteps > 0 && inSteps <= result.seconds + 0.1);
  }, 60_000);

  it('does it with an image of the user, whose registry it only reads', async () => {
    const testbed = await startTestbed({ auth: 'basic' });
    try {
      const { auth, registry } = testbed;
      assert.ok(auth !== null);
      const image = buildDemoImage([{ path: 'file', bytes: Buffer.from('mine') }]);
      const { digest } = await pushImage({ origin: `http://${registry}`, auth }, 'team/mine', image, '1.0');
      const before = testbed.requests.registry.mark();
      const program = [join(folder, 'dist/cli/index.js'), 'demo', '--image', `${registry}/team/mine:1.0`];
      const { code, stdout, stderr } = await runProcess(process.execPath, program, {
        env: { DOCKER_CONFIG: auth.dockerConfig, TMPDIR: folder },
      });
      assert.equal(code, 0, stderr);
      assert.ok(stdout.includes(`/acme/app@${digest}\n`));
      const methods = new Set(testbed.requests.registry.since(before).map(({ method }) => method));
      assert.deepEqual(
        [...methods].filter((method) => method !== 'GET' && method !== 'HEAD'),
        [],
      );
    } finally {
      await testbed.stop();
    }
  }, 60_000);

  it('leaves nothing behind', async () => {
    assert.deepEqual(
      (await readdir(folder)).filter((name) => name.startsWith('countersign-')),
      [],
    );
  });

  it('names what is wrong with an image that cannot be read', async () => {
    const { code, stderr } = await demo('--image', 'Not/A/Reference:');
    assert.equal(code, 2);
    assert.match(stderr, /REFERENCE_INVALID/);
  });

  it('refuses a document for an image that is not given', async () => {
    const { code, stderr } = await demo('--sbom', 'sbom.json');
    assert.equal(code, 2);
    assert.match(stderr, /INPUTS_CONTRADICT/);
  });
});
