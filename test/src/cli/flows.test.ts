import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, it } from '@jest/globals';
import type { ReportDocument } from '@countersign/core/report';
import { buildDemoImage, pushImage, startTestbed, type Testbed } from '@countersign/testbed';
import { countersign } from './countersign.js';

const IDENTITY = 'https://github.com/acme/app/.github/workflows/release.yml@refs/tags/v1.0.0';
const ACCEPTED = ['--source-repository', 'acme/app'];
const ABSENT = `sha256:${'0'.repeat(64)}`;

let testbed: Testbed;
let folder: string;
let [signed, unsigned, repository] = ['', '', ''];

const push = async (name: string, content: string): Promise<string> => {
  const image = buildDemoImage([{ path: 'file', bytes: Buffer.from(content) }]);
  const { digest } = await pushImage({ origin: `http://${testbed.registry}` }, name, image, 'v1');
  return `${testbed.registry}/${name}@${digest}`;
};

const run = (...args: string[]) => countersign(args, testbed.environment);

const documentOf = (stdout: string): ReportDocument => JSON.parse(stdout) as ReportDocument;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'countersign-cli-flows-'));
  testbed = await startTestbed();
  repository = `${testbed.registry}/acme/app`;
  [signed, unsigned] = [await push('acme/app', 'good'), await push('acme/other', 'bad')];
  const { code, stderr } = await run('attest', signed, '--signature', '--provenance', '--json');
  assert.equal(code, 0, stderr);
});
afterAll(async () => {
  await testbed.stop();
  await rm(folder, { recursive: true });
});

describe('countersign against a registry and a Sigstore', () => {
  it('finds on a second run that everything is there, and says so in one document', async () => {
    const { code, stdout } = await run('attest', signed, '--signature', '--provenance', '--json');
    const { apiVersion, command, status, images, error } = documentOf(stdout);
    assert.deepEqual([code, apiVersion, command, status, error], [0, 'countersign/v1', 'attest', 'ok', null]);
    assert.equal(images[0]?.reference, signed);
    assert.deepEqual(new Set(images[0].claims.map(({ state }) => state)), new Set(['present']));
  });

  it('accepts the signed image for its identity, in words', async () => {
    const { code, stdout } = await run(
      'verify',
      signed,
      ...ACCEPTED,
      '--require',
      'signature',
      '--require',
      'provenance',
    );
    assert.equal(code, 0);
    assert.ok(stdout.startsWith(`Accepted: ${signed}\n`));
  });

  it('accepts it in one document, every claim with its identity', async () => {
    const { code, stdout } = await run('verify', '--json', signed, ...ACCEPTED);
    const { status, images } = documentOf(stdout);
    assert.deepEqual([code, status], [0, 'ok']);
    assert.deepEqual(new Set(images[0]?.claims.map(({ identity }) => identity)), new Set([IDENTITY]));
  });

  it('signs a second image, and shows it as a tree', async () => {
    const image = await push('acme/tree', 'tree');
    assert.equal((await run('sign', image)).code, 0);
    const { code, stdout } = await countersign(['tree', image], { ...testbed.environment, LANG: 'C.UTF-8' });
    assert.equal(code, 0);
    assert.equal(stdout.match(/verified {2}signature-tag/g)?.length, 3);
    assert.match(stdout, /\n└─ linux\/arm64 {2}sha256:/);
    assert.ok(!stdout.includes('\u001b'), 'no colours where there is no terminal');
    const plain = await countersign(['tree', image], { ...testbed.environment, LANG: 'C' });
    assert.match(plain.stdout, /\n`- linux\/arm64 {2}sha256:/);
  });

  it('shows an image without claims as such', async () => {
    const { code, stdout } = await run('tree', unsigned);
    assert.equal(code, 0);
    assert.match(stdout, /no claims/);
  });

  const failing: readonly (readonly [
    why: string,
    args: () => string[],
    code: number,
    status: ReportDocument['status'],
    error: string,
  ])[] = [
    [
      'rejects an image that nobody signed',
      () => ['verify', unsigned, ...ACCEPTED],
      1,
      'rejected',
      'CLAIM_MISSING',
    ],
    [
      'rejects another identity',
      () => ['verify', signed, '--source-repository', 'mallory/app'],
      1,
      'rejected',
      'SIGNER_NOT_ALLOWED',
    ],
    ['refuses to verify for anyone', () => ['verify', signed], 2, 'error', 'INPUT_MISSING'],
    ['refuses a tag', () => ['verify', `${repository}:v1`, ...ACCEPTED], 2, 'error', 'TAG_NOT_ALLOWED'],
    [
      'refuses a digest that is not there',
      () => ['sign', `${repository}@${ABSENT}`],
      2,
      'error',
      'IMAGE_NOT_FOUND',
    ],
    [
      'refuses a reference that is none',
      () => ['tree', `${repository}@sha256:zz`],
      2,
      'error',
      'REFERENCE_INVALID',
    ],
    ['refuses to run without an image', () => ['sign'], 2, 'error', 'INPUT_MISSING'],
    [
      'refuses a value that a flag does not have',
      () => ['sign', signed, '--layouts', 'some'],
      2,
      'error',
      'INPUT_INVALID',
    ],
    ['refuses a flag of another command', () => ['sign', signed, '--sbom', 'x'], 2, 'error', 'INPUT_UNKNOWN'],
    [
      'refuses a document that is not there',
      () => ['attest', signed, '--sbom', join(folder, 'none')],
      2,
      'error',
      'INPUT_INVALID',
    ],
    [
      'cannot decide where the registry does not answer',
      () => ['verify', `127.0.0.1:1/app@${ABSENT}`, ...ACCEPTED, '--retry-window', '1ms'],
      3,
      'undecided',
      'REGISTRY_UNAVAILABLE',
    ],
  ];
  for (const [why, args, code, status, error] of failing) {
    it(`${why}: exit code ${code}, and one document with --json`, async () => {
      const { code: exit, stdout, stderr } = await run(...args(), '--json');
      assert.equal(exit, code, stderr);
      const document = documentOf(stdout);
      assert.equal(document.status, status);
      assert.equal((document.error ?? document.images[0]?.error)?.code, error);
    });
  }

  it('prints a diagnosis as Markdown or as a document, and not as both', async () => {
    const { code, stderr } = await run('doctor', unsigned, '--markdown', '--json');
    assert.equal(code, 2);
    assert.match(stderr, /--markdown and --json .*\(INPUTS_CONTRADICT\)/);
  });

  it('says in words what was rejected, what is wrong and what to do', async () => {
    const rejected = await run('verify', unsigned, ...ACCEPTED);
    assert.ok(rejected.stdout.startsWith(`Rejected: ${unsigned}\n`));
    const wrong = await run('verify', signed);
    assert.deepEqual([wrong.code, wrong.stdout], [2, '']);
    assert.match(wrong.stderr, /^Error: .* \(INPUT_MISSING\)\n {2}Give /);
  });

  it('skips, and says so, where no identity can be had and that is allowed', async () => {
    const { COUNTERSIGN_TRUSTED_ROOT = '', COUNTERSIGN_SIGNING_CONFIG = '' } = testbed.environment;
    const env = { COUNTERSIGN_TRUSTED_ROOT, COUNTERSIGN_SIGNING_CONFIG };
    const { code, stdout } = await countersign(
      ['sign', unsigned, '--on-missing-identity', 'skip', '--json'],
      env,
    );
    assert.equal(code, 0);
    assert.equal(documentOf(stdout).status, 'skipped');
    const failed = await countersign(['sign', unsigned], env);
    assert.equal(failed.code, 2);
  });

  it('says that a fork gets no identity token, where the job is of one', async () => {
    const { COUNTERSIGN_TRUSTED_ROOT = '', COUNTERSIGN_SIGNING_CONFIG = '' } = testbed.environment;
    const GITHUB_EVENT_PATH = join(folder, 'event.json');
    const repo = (full_name: string) => ({ repo: { full_name } });
    const event = { pull_request: { head: repo('mallory/app'), base: repo('acme/app') } };
    await writeFile(GITHUB_EVENT_PATH, JSON.stringify(event));
    const job = { GITHUB_ACTIONS: 'true', GITHUB_EVENT_NAME: 'pull_request', GITHUB_EVENT_PATH };
    const env = { COUNTERSIGN_TRUSTED_ROOT, COUNTERSIGN_SIGNING_CONFIG, ...job };
    const { code, stderr } = await countersign(['sign', unsigned], env);
    assert.equal(code, 2);
    assert.match(
      stderr,
      /no identity token: the run belongs to a pull request from a fork.*IDENTITY_TOKEN_MISSING/,
    );
  });

  it('never prints an identity token that it cannot use', async () => {
    const secret = 'eyJhbGciOiJub25lIn0.secret-of-this-test.x';
    const { code, stdout, stderr } = await run('sign', signed, '--identity-token', secret, '--json');
    assert.equal(code, 2);
    assert.ok(!`${stdout}${stderr}`.includes('secret-of-this-test'));
  });

  it('refuses a document that is not what it says, before anything is signed', async () => {
    const path = join(folder, 'not-an-sbom.json');
    await writeFile(path, '{"spdxVersion": "SPDX-9.9"}');
    const before = testbed.requests.fulcio.count();
    const { code, stdout } = await run('attest', unsigned, '--signature', '--sbom', path, '--json');
    assert.equal(code, 2);
    assert.equal(documentOf(stdout).error?.code, 'PREDICATE_INVALID');
    assert.equal(testbed.requests.fulcio.count(), before);
  });
});
