import assert from 'node:assert/strict';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, it } from '@jest/globals';
import { buildImage, debianFiles, pushImage, type PushedImage } from '@countersign/testbed';
import { runAction } from '../contract/run-action.js';
import { openStage, type Stage } from '../contract/stage.js';
import { realProgram } from '../interop/real-program.js';

let stage: Stage;
let image: PushedImage;
beforeAll(async () => {
  stage = await openStage({ auth: 'token' });
  const { registry, auth } = stage.testbed;
  const shared = debianFiles();
  const platforms = ['amd64', 'arm64'].map((architecture) => ({
    platform: { os: 'linux', architecture },
    layers: [shared, [{ path: 'etc/arch', bytes: Buffer.from(architecture) }]],
  }));
  image = await pushImage({ origin: `http://${registry}`, auth }, 'acme/app', buildImage(platforms));
}, 30_000);
afterAll(() => stage.testbed.stop());

const describeWith = (inputs: Readonly<Record<string, string>>) =>
  runAction('generate-sbom', {
    inputs: {
      image: stage.repository,
      digest: image.digest,
      settings: `syft-path: ${realProgram('syft')}`,
      ...inputs,
    },
    env: stage.env,
  });

describe('generate-sbom with the real syft', () => {
  it('describes each platform and the index, and hands the paths on', async () => {
    const step = await describeWith({ 'output-dir': join(stage.testbed.stateDir, 'sboms') });
    assert.equal(step.code, 0, step.stdout);
    assert.equal(step.outputs.status, 'ok');
    assert.equal(step.outputs['package-count'], '13');
    assert.deepEqual(JSON.parse(step.outputs.ecosystems ?? ''), { deb: 13 });
    assert.deepEqual(
      (step.outputs.spdx ?? '').split('\n').map((line) => line.replace(/\/.*\//, '/')),
      ['/sbom.spdx.json', 'linux/sbom-linux-amd64.spdx.json', 'linux/sbom-linux-arm64.spdx.json'],
    );
    const attested = await runAction('attest', {
      inputs: { image: stage.repository, digest: image.digest, sbom: step.outputs.spdx ?? '' },
      env: stage.env,
    });
    assert.equal(attested.code, 0, attested.stdout);
  }, 120_000);

  it('says the same bytes again', async () => {
    const [one, other] = [await describeWith({}), await describeWith({})];
    const sums = (text: string | undefined) => (text ?? '').split('\n').map((line) => line.slice(0, 64));
    assert.equal(sums(one.outputs['sbom-sha256']).length, 8);
    assert.deepEqual(sums(one.outputs['sbom-sha256']), sums(other.outputs['sbom-sha256']));
  }, 120_000);
});
