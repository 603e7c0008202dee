import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, it } from '@jest/globals';
import { startTestbed, type Testbed } from '@countersign/testbed';
import { countersign } from './countersign.js';

const IDENTITY = 'https://github.com/acme/app/.github/workflows/release.yml@refs/tags/v1.0.0';
const ARTIFACT = 'an artifact\n';
const STATEMENT = JSON.stringify({
  _type: 'https://in-toto.io/Statement/v1',
  subject: [{ name: 'artifact', digest: { sha256: createHash('sha256').update(ARTIFACT).digest('hex') } }],
  predicateType: 'https://acme.example/checked/v1',
  predicate: {},
});

describe.each(['v1', 'v2'] as const)('countersign sign-bundle with Rekor %s', (rekor) => {
  let testbed: Testbed;
  let folder: string;
  let paths: Readonly<Record<'artifact' | 'statement' | 'other', string>>;
  beforeAll(async () => {
    testbed = await startTestbed({ rekor });
    folder = await mkdtemp(join(tmpdir(), 'countersign-sign-bundle-'));
    paths = {
      artifact: join(folder, 'artifact'),
      statement: join(folder, 'statement.json'),
      other: join(folder, 'other'),
    };
    await writeFile(paths.artifact, ARTIFACT);
    await writeFile(paths.statement, STATEMENT);
    await writeFile(paths.other, 'something else');
  });
  afterAll(async () => {
    await testbed.stop();
    await rm(folder, { recursive: true });
  });

  const sign = (bundle: string, args: readonly string[], token = testbed.token()) =>
    countersign([
      'sign-bundle',
      ...['--identity-token', token, '--bundle', join(folder, bundle)],
      ...['--trusted-root', testbed.trustedRoot, '--signing-config', testbed.signingConfig],
      ...args,
    ]);
  const verify = (bundle: string, artifact: string) =>
    countersign([
      'verify-bundle',
      ...['--bundle', join(folder, bundle), '--certificate-identity', IDENTITY],
      ...['--certificate-oidc-issuer', testbed.issuer, '--trusted-root', testbed.trustedRoot, artifact],
    ]);
  const entries = () => {
    const { sigstore } = testbed.services;
    return [sigstore.logSize(), sigstore.tileLogSize()];
  };

  it('signs a file, logged where the config says, and the bundle is of that file alone', async () => {
    const before = entries();
    const signed = await sign('file.json', [paths.artifact]);
    assert.equal(signed.code, 0, signed.stderr);
    const grown = entries().map((size, at) => size - (before[at] ?? 0));
    assert.deepEqual(grown, rekor === 'v1' ? [1, 0] : [0, 1]);
    const bundle = JSON.parse(await readFile(join(folder, 'file.json'), 'utf8')) as {
      mediaType: string;
      messageSignature: { messageDigest: { algorithm: string } };
    };
    assert.equal(bundle.mediaType, 'application/vnd.dev.sigstore.bundle.v0.3+json');
    assert.equal(bundle.messageSignature.messageDigest.algorithm, 'SHA2_256');
    assert.equal((await verify('file.json', paths.artifact)).code, 0);
    assert.equal((await verify('file.json', paths.other)).code, 1);
  });

  it('signs an in-toto statement in an envelope', async () => {
    const signed = await sign('statement.json.bundle', ['--in-toto', paths.statement, '--json']);
    assert.equal(signed.code, 0, signed.stderr);
    const { predicateType } = JSON.parse(signed.stdout) as { predicateType: string };
    assert.equal(predicateType, 'https://acme.example/checked/v1');
    assert.equal((await verify('statement.json.bundle', paths.artifact)).code, 0);
    assert.equal((await verify('statement.json.bundle', paths.other)).code, 1);
  });

  it('writes nothing where the root is that of another Sigstore', async () => {
    const other = await startTestbed();
    try {
      const args = ['sign-bundle', '--identity-token', testbed.token(), '--bundle', join(folder, 'foreign')];
      const files = ['--trusted-root', other.trustedRoot, '--signing-config', testbed.signingConfig];
      const result = await countersign([...args, ...files, paths.artifact]);
      assert.equal(result.code, 1, result.stderr);
      assert.equal(existsSync(join(folder, 'foreign')), false);
      assert.deepEqual(
        (await readdir(folder)).filter((name) => name.endsWith('.new')),
        [],
      );
    } finally {
      await other.stop();
    }
  });

  it('says that a token is none before it looks for any service', async () => {
    const files = ['--trusted-root', testbed.trustedRoot, '--signing-config', join(folder, 'nowhere.json')];
    const args = ['--identity-token', 'no-token', '--bundle', join(folder, 'unsigned')];
    const result = await countersign(['sign-bundle', ...args, ...files, paths.artifact]);
    assert.equal(result.code, 2);
    assert.match(result.stderr, /IDENTITY_TOKEN_INVALID/);
  });

  it('prints the token nowhere', async () => {
    const token = testbed.token({ exp: Math.floor(Date.now() / 1000) - 60 });
    const result = await sign('expired', [paths.artifact], token);
    assert.equal(result.code, 2);
    assert.ok(!`${result.stdout}${result.stderr}`.includes(token));
    assert.equal(existsSync(join(folder, 'expired')), false);
  });

  const refused: readonly (readonly [why: string, args: () => readonly string[]])[] = [
    ['a statement that is none', () => ['--in-toto', paths.artifact]],
    ['no file', () => []],
    ['two files', () => [paths.artifact, paths.other]],
    ['a file that is not there', () => [join(folder, 'absent')]],
    ['a word for public-log that is none', () => ['--public-log', 'yes', paths.artifact]],
  ];
  for (const [why, args] of refused) {
    it(`is refused with ${why}, before anybody is asked`, async () => {
      const mark = testbed.requests.fulcio.mark();
      const result = await sign('refused', args());
      assert.equal(result.code, 2, result.stderr);
      assert.equal(testbed.requests.fulcio.count({}, mark), 0);
      assert.equal(existsSync(join(folder, 'refused')), false);
    });
  }

  it('asks nobody where the bundle cannot be written, and never writes it over the file that it is of', async () => {
    const mark = testbed.requests.fulcio.mark();
    const inArtifact = `./${basename(folder)}/../${basename(folder)}/artifact`;
    for (const place of ['absent/file.json', '.', 'artifact', `../${inArtifact}`]) {
      const result = await sign(place, [paths.artifact]);
      assert.equal(result.code, 2, `${place} ${result.stderr}`);
      assert.match(result.stderr, /INPUT/);
    }
    assert.equal(testbed.requests.fulcio.count({}, mark), 0);
    assert.equal(await readFile(paths.artifact, 'utf8'), ARTIFACT);
    assert.ok(!(await readdir(folder)).some((name) => name.endsWith('.new')));
  });

  it('does not know the staging instance without its files', async () => {
    const result = await countersign([
      ...['sign-bundle', '--staging', '--identity-token', testbed.token()],
      ...['--bundle', join(folder, 'staging'), paths.artifact],
    ]);
    assert.equal(result.code, 2);
    assert.match(result.stderr, /--signing-config/);
  });
});
