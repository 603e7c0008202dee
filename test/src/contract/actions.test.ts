import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, it } from '@jest/globals';
import { OUTPUTS } from '@countersign/core/runner';
import { leaks } from './leaks.js';
import { runAction, type ActionName, type Step } from './run-action.js';
import { openStage, type Stage } from './stage.js';

const SAN = 'https://github.com/acme/app/.github/workflows/release.yml@refs/tags/v1.0.0';
const ISSUER = 'https://token.actions.githubusercontent.com';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage({ auth: 'token' });
}, 20_000);
afterAll(() => stage.testbed.stop());

async function run(
  action: ActionName,
  inputs: Readonly<Record<string, string>>,
  env = stage.env,
): Promise<Step> {
  const step = await runAction(action, { inputs, env });
  assert.deepEqual(leaks(step, stage.secrets), []);
  assert.deepEqual(
    Object.keys(step.outputs),
    OUTPUTS[action].map(({ name }) => name),
  );
  assert.equal(step.stderr, '');
  return step;
}

describe('the actions, run as a runner runs them', () => {
  let signed: Step;

  it('refuse an image that nobody signed', async () => {
    const step = await run('verify', { images: stage.reference, 'source-repository': 'acme/app' });
    assert.equal(step.code, 1, step.stdout);
    assert.equal(step.outputs.status, 'rejected');
    assert.equal(step.outputs.verdict, 'rejected');
    assert.match(step.stdout, /^::error title=Rejected::/m);
    assert.match(step.summary, /Rejected/);
  }, 30_000);

  it('sign an image: its index and each platform, in every layout', async () => {
    signed = await run('sign', { image: stage.repository, digest: stage.image.digest });
    assert.equal(signed.code, 0, signed.stdout);
    const { outputs } = signed;
    assert.equal(outputs.status, 'ok');
    assert.equal(outputs.digest, stage.image.digest);
    assert.equal(outputs['certificate-identity'], SAN);
    assert.equal(outputs['certificate-oidc-issuer'], ISSUER);
    const [image] = claimsByDigest(outputs.result)[stage.image.digest] ?? [];
    assert.deepEqual([...new Set(image?.claims.map(({ layout, state }) => `${layout} ${state}`))].sort(), [
      'bundle-referrer stored',
      'signature-tag stored',
    ]);
    assert.equal(new Set(image?.claims.map(({ subject }) => subject)).size, 3);
  }, 30_000);

  it('hand on bundles, log indexes and ready lines for other verifiers', () => {
    const { outputs, files } = signed;
    const bundles = Object.entries(files).find(([path]) => path.endsWith('/bundles.jsonl'))?.[1] ?? '';
    assert.ok(outputs['bundle-path']?.endsWith('/bundles.jsonl'));
    assert.equal(bundles.trim().split('\n').length, 3);
    for (const line of bundles.trim().split('\n'))
      assert.match(line, /"mediaType":"application\/vnd\.dev\.sigstore\.bundle\.v0\.3\+json"/);
    assert.match(outputs['log-indexes'] ?? '', /^\d+(\n\d+)*$/);
    assert.ok(outputs['cosign-verify']?.startsWith(`cosign verify --certificate-identity ${SAN} `));
    assert.ok(outputs['gh-verify']?.startsWith(`gh attestation verify oci://${stage.reference} `));
    assert.match(signed.summary, /Signed and verified/);
  });

  it('add nothing on a second run', async () => {
    const mark = stage.testbed.requests.rekor.mark();
    const step = await run('sign', { images: stage.reference });
    assert.equal(step.code, 0, step.stdout);
    assert.equal(step.outputs['bundle-path'], '');
    assert.equal(stage.testbed.requests.rekor.since(mark).length, 0);
    const [image] = claimsByDigest(step.outputs.result)[stage.image.digest] ?? [];
    assert.deepEqual([...new Set(image?.claims.map(({ state }) => state))], ['present']);
  }, 30_000);

  it('attest an SBOM and provenance, and sign in the same session', async () => {
    const reference = await stage.push('to be attested');
    const sbom = join(stage.testbed.stateDir, 'sbom.spdx.json');
    await writeFile(sbom, JSON.stringify(SPDX));
    const step = await run('attest', {
      images: reference,
      signature: 'true',
      provenance: 'true',
      sbom,
      settings: 'retry-window: 1m\n# a comment\n',
    });
    assert.equal(step.code, 0, step.stdout);
    const verified = await run('verify', {
      images: reference,
      'source-repository': 'acme/app',
      require: 'signature\nsbom\nprovenance',
    });
    assert.equal(verified.code, 0, verified.stdout);
    assert.equal(verified.outputs.verdict, 'accepted');
    assert.equal(verified.outputs['certificate-identity'], SAN);
    assert.match(verified.summary, /Accepted/);
  }, 60_000);

  it('sign and verify with a key and no service but the registry', async () => {
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const reference = await stage.push('signed with a key');
    const publicPath = join(stage.testbed.stateDir, 'signing.pub');
    await writeFile(publicPath, publicKey.export({ type: 'spki', format: 'pem' }));
    // Neither trusted root nor signing config, and no token: what is left is the login.
    const { DOCKER_CONFIG = '' } = stage.env;
    const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
    const inputs = { images: reference, key: 'env://SIGNING_KEY', 'transparency-log': 'none' };
    const own = await run('sign', inputs, { DOCKER_CONFIG, SIGNING_KEY: pem });
    assert.equal(own.code, 0, own.stdout);
    assert.equal(own.outputs['certificate-identity'], '');
    assert.deepEqual(leaks(own, [pem]), []);
    const by = (path: string): Promise<Step> =>
      run('verify', { images: reference, key: path }, { DOCKER_CONFIG });
    assert.equal((await by(publicPath)).code, 0);
    const other = generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey;
    await writeFile(publicPath, other.export({ type: 'spki', format: 'pem' }));
    assert.equal((await by(publicPath)).code, 1);
  }, 30_000);

  it('fail in mode warn too where an image could not be decided', async () => {
    const other = await stage.push('not signed');
    const gone = stage.testbed.faults.registry.add({
      match: { path: new RegExp(stage.image.digest) },
      times: Infinity,
      action: { kind: 'status', status: 503 },
    });
    const step = await run('verify', {
      images: `${other}\n${stage.reference}`,
      'source-repository': 'acme/app',
      mode: 'warn',
      settings: 'retry-window: 1s',
    });
    gone.remove();
    assert.equal(step.code, 3, step.stdout);
    assert.match(step.stdout, /^::warning title=Rejected::/m);
    assert.match(step.stdout, /^::error title=Could not decide::/m);
  }, 30_000);

  it('resolve a tag once, at the start, where that is allowed', async () => {
    const step = await run('verify', {
      images: `${stage.repository}:latest`,
      'allow-tag': 'true',
      'source-repository': 'acme/app',
    });
    assert.equal(step.code, 0, step.stdout);
    assert.equal(step.outputs.digest, stage.image.digest);
  }, 30_000);

  const refused: readonly (readonly [why: string, inputs: Readonly<Record<string, string>>])[] = [
    ['another repository', { 'source-repository': 'acme/other' }],
    ['a ref that only begins alike', { 'source-repository': 'acme/app', 'source-ref': 'refs/tags/v1.0' }],
    ['another issuer', { 'certificate-identity': SAN, 'certificate-oidc-issuer': 'https://issuer.example' }],
    ['a claim that nobody made', { 'source-repository': 'acme/app', require: 'signature\nsbom' }],
  ];
  for (const [why, inputs] of refused) {
    it(`refuse a signed image for ${why}, and say so without failing in mode warn`, async () => {
      const enforced = await run('verify', { images: stage.reference, ...inputs });
      assert.equal(enforced.code, 1, enforced.stdout);
      assert.equal(enforced.outputs.verdict, 'rejected');
      const warned = await run('verify', { images: stage.reference, ...inputs, mode: 'warn' });
      assert.equal(warned.code, 0, warned.stdout);
      assert.equal(warned.outputs.status, 'rejected');
      assert.equal(warned.outputs.verdict, 'rejected');
      assert.match(warned.stdout, /^::warning title=Rejected::/m);
      assert.doesNotMatch(warned.stdout, /^::error/m);
    }, 30_000);
  }
});

interface ResultImage {
  readonly reference: string;
  readonly claims: readonly { readonly layout: string; readonly state: string; readonly subject: string }[];
}

const claimsByDigest = (result: string | undefined): Readonly<Record<string, readonly ResultImage[]>> =>
  JSON.parse(result ?? '') as Readonly<Record<string, readonly ResultImage[]>>;

const SPDX = {
  spdxVersion: 'SPDX-2.3',
  dataLicense: 'CC0-1.0',
  SPDXID: 'SPDXRef-DOCUMENT',
  name: 'app',
  documentNamespace: 'https://acme.example/sbom/1',
  creationInfo: { created: '2026-01-01T00:00:00Z', creators: ['Tool: test'] },
  packages: [
    {
      SPDXID: 'SPDXRef-Package-app',
      name: 'app',
      versionInfo: '1.0.0',
      downloadLocation: 'NOASSERTION',
      filesAnalyzed: false,
    },
  ],
  relationships: [
    {
      spdxElementId: 'SPDXRef-DOCUMENT',
      relationshipType: 'DESCRIBES',
      relatedSpdxElement: 'SPDXRef-Package-app',
    },
  ],
};
