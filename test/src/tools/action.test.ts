import assert from 'node:assert/strict';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, it } from '@jest/globals';
import { OUTPUTS } from '@countersign/core/runner';
import { runAction, type Step } from '../contract/run-action.js';
import { ARCHIVE_OF, openStage, program, sha256, type Stage } from './stage.js';

const VERSION = '9.9.9';
const PLATFORM = process.arch === 'arm64' ? 'arm64' : 'amd64';
const ANCHORE = (name: string): string => `anchore/${name}/.github/workflows/release.yaml@refs/heads/main`;

let stage: Stage;
let trustedRoot: string;
beforeEach(async () => {
  stage = await openStage();
  trustedRoot = join(dirname(stage.toolCacheDir), 'trusted_root.json');
  await writeFile(trustedRoot, stage.sigstore.trustedRoot);
}, 20_000);
afterEach(() => stage.stop());

/** A signed release of syft or grype. */
async function release(name: 'syft' | 'grype', signer = ANCHORE(name)): Promise<void> {
  const file = `${name}_${VERSION}_linux_${PLATFORM}.tar.gz`;
  const archive = await ARCHIVE_OF(program(VERSION), name);
  const list = `${sha256(archive)}  ${file}\n`;
  const { signature, certificate } = await stage.sign(list, signer);
  const checksums = `${name}_${VERSION}_checksums.txt`;
  stage.release(`anchore/${name}`, VERSION, {
    [file]: archive,
    [checksums]: list,
    [`${checksums}.sig`]: signature,
    [`${checksums}.pem`]: certificate,
  });
}

async function run(
  tools: string,
  inputs: Readonly<Record<string, string>> = {},
  env: Readonly<Record<string, string>> = {},
): Promise<Step> {
  const step = await runAction('setup-tools', {
    inputs: {
      tools,
      'min-age': '0d',
      settings: `release-url: ${stage.host.origin}\ntrusted-root: ${trustedRoot}\nretry-window: 1s`,
      ...inputs,
    },
    env: { RUNNER_TOOL_CACHE: stage.toolCacheDir, ...env },
  });
  assert.deepEqual(
    Object.keys(step.outputs),
    OUTPUTS['setup-tools'].map(({ name }) => name),
  );
  assert.equal(step.stderr, '');
  return step;
}

describe('the action setup-tools', () => {
  it('installs tools, extends PATH, and does both again with no host there', async () => {
    await release('syft');
    await release('grype');
    const first = await run(`syft@${VERSION}\ngrype@v${VERSION}`);
    assert.equal(first.code, 0, first.stdout);
    const { outputs } = first;
    assert.equal(outputs['syft-version'], VERSION);
    assert.equal(outputs['syft-sha256'], sha256(program(VERSION)));
    assert.equal(outputs['grype-verified-by'], 'signature');
    assert.equal(outputs['cosign-path'], '');
    assert.deepEqual(
      (first.files.path ?? '').trim().split('\n'),
      [outputs['syft-path'], outputs['grype-path']].map((path) => dirname(path ?? '')),
    );
    assert.deepEqual(await readFile(outputs['syft-path'] ?? ''), program(VERSION));
    const byName = JSON.parse(outputs.tools ?? '') as Readonly<Record<string, { source: string }>>;
    assert.equal(byName.syft?.source, 'release');
    assert.match(first.summary, /Installed/);
    assert.match(first.summary, /signature/);

    await stage.host.stop();
    const again = await run(`syft@${VERSION}\ngrype@${VERSION}`);
    assert.equal(again.code, 0, again.stdout);
    assert.equal(again.files.path, first.files.path);
  }, 60_000);

  it('leaves the order of PATH as it is for a tool that was found there', async () => {
    const folder = join(dirname(stage.toolCacheDir), 'bin');
    await mkdir(folder);
    await writeFile(join(folder, 'syft'), program(VERSION), { mode: 0o755 });
    const step = await run(`syft@${VERSION}`, { 'allow-path': 'true' }, { PATH: `/usr/bin:/bin:${folder}` });
    assert.equal(step.code, 0, step.stdout);
    assert.deepEqual([step.outputs['syft-path'], step.files.path], [join(folder, 'syft'), '']);
  });

  it('leaves PATH alone where one tool of several is rejected', async () => {
    await release('syft');
    await release('grype', ANCHORE('evil'));
    const step = await run(`syft@${VERSION}\ngrype@${VERSION}`);
    assert.equal(step.code, 1, step.stdout);
    assert.equal(step.outputs.status, 'rejected');
    assert.equal(step.files.path, '');
    assert.equal(step.outputs['grype-path'], '');
    assert.match(step.stdout, /^::error title=Rejected::/m);
    assert.deepEqual(
      (await stage.leftBehind()).filter((path) => path.includes('grype')),
      [],
    );
  }, 60_000);

  it('refuses bytes that are not those of its own table', async () => {
    const file = `syft_1.51.0_linux_${PLATFORM}.tar.gz`;
    stage.release('anchore/syft', '1.51.0', { [file]: await ARCHIVE_OF(program('1.51.0')) });
    const step = await run('syft');
    assert.equal(step.code, 1, step.stdout);
    assert.match(step.stdout, /DIGEST_MISMATCH/);
    assert.equal(step.files.path, '');
  }, 60_000);

  it('says what it would do in a dry run, and does nothing', async () => {
    const step = await run(`syft@${VERSION}\ncosign`, { 'dry-run': 'true' });
    assert.equal(step.code, 0, step.stdout);
    assert.match(step.stdout, /Dry run, nothing was installed/);
    assert.equal(stage.host.requests.entries.length, 0);
    assert.equal(step.files.path, '');
  }, 60_000);

  const refused: readonly (readonly [
    why: string,
    tools: string,
    inputs: Record<string, string>,
    code: number,
  ])[] = [
    ['no tool', '', {}, 2],
    ['an unknown tool', 'docker', {}, 2],
    ['a moving version', 'syft@latest', {}, 2],
    ['a revoked version', 'trivy@0.69.4', {}, 1],
    ['a mirror with a password', 'syft', { mirror: 'https://me:hunter22@mirror.example' }, 2],
    ['a mirror that is a tag', 'syft', { mirror: 'oci://mirror.example/tools:1' }, 2],
    ['a file as mirror', 'syft', { mirror: 'file:///etc' }, 2],
    ['an age of words', 'syft', { 'min-age': 'old' }, 2],
  ];
  for (const [why, tools, inputs, code] of refused) {
    it(`refuses ${why} before anything is asked`, async () => {
      const step = await run(tools, inputs);
      assert.equal(step.code, code, step.stdout);
      assert.ok(!step.stdout.includes('hunter22'));
      assert.equal(step.files.path, '');
      assert.equal(stage.host.requests.entries.length, 0);
    }, 30_000);
  }
});
