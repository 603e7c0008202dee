import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, it } from '@jest/globals';
import { buildDemoImage, pushImage, startTestbed, type Testbed } from '@countersign/testbed';
import { startVault } from '../kms/vault-service.js';
import { countersign } from './countersign.js';

const PASSWORD = 'open sesame 0123';
const BY_PASSWORD = { COSIGN_PASSWORD: PASSWORD };

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'countersign-cli-key-'));
});
afterEach(() => rm(folder, { recursive: true }));

const generate = (env: Readonly<Record<string, string>> = BY_PASSWORD, name = 'k') =>
  countersign(['key', 'generate', '--output-prefix', join(folder, name)], env);
const publicOf = (key: string, env: Readonly<Record<string, string>> = {}, ...more: string[]) =>
  countersign(['key', 'public', `--key=${key}`, ...more], env);

describe('countersign key generate', () => {
  it('writes an encrypted key for its owner alone, and its public half', async () => {
    const { code, stdout, stderr } = await generate();
    assert.equal(code, 0, stderr);
    assert.match(stdout, /k\.key .*k\.pub/);
    const [key, pub] = await Promise.all(
      ['k.key', 'k.pub'].map((name) => readFile(join(folder, name), 'utf8')),
    );
    assert.match(key ?? '', /^-----BEGIN ENCRYPTED SIGSTORE PRIVATE KEY-----\n/);
    assert.equal((await stat(join(folder, 'k.key'))).mode & 0o777, 0o600);
    const printed = await publicOf(join(folder, 'k.key'), BY_PASSWORD);
    assert.deepEqual([printed.code, printed.stdout], [0, pub]);
  });

  it('makes another key each time, also with an empty password, of which it warns', async () => {
    await generate({ COSIGN_PASSWORD: '' }, 'a');
    const { code, stderr } = await generate({ COSIGN_PASSWORD: '' }, 'b');
    assert.equal(code, 0);
    assert.match(stderr, /password is empty/);
    const [a, b] = await Promise.all(['a.pub', 'b.pub'].map((name) => readFile(join(folder, name), 'utf8')));
    assert.notEqual(a, b);
    assert.equal((await publicOf(join(folder, 'a.key'), { COSIGN_PASSWORD: '' })).stdout, a);
  });

  for (const name of ['', '/', '.', 'sub/', 'sub/..']) {
    it(`makes no hidden files where the prefix names a folder: ${JSON.stringify(name)}`, async () => {
      await mkdir(join(folder, 'sub'));
      const prefix = `${folder}/${name}`;
      const { code, stderr } = await countersign(
        ['key', 'generate', '--output-prefix', prefix, '--json'],
        BY_PASSWORD,
      );
      assert.equal(code, 2);
      assert.match(stderr, /--output-prefix is .*INPUT_INVALID|INPUT_INVALID.*--output-prefix is /s);
      assert.deepEqual([await readdir(folder), await readdir(join(folder, 'sub'))], [['sub'], []]);
    });
  }

  it('tells a strange name in a way that a terminal does not act upon', async () => {
    const { code, stdout } = await generate(BY_PASSWORD, 'a\u001b[31m\nb');
    assert.equal(code, 0);
    assert.match(stdout, /^Wrote .*a\\u\{1b\}\[31m\\u\{a\}b\.key .*\n$/);
  });

  for (const there of ['k.key', 'k.pub']) {
    it(`writes over no ${there}, and leaves nothing else behind`, async () => {
      await writeFile(join(folder, there), 'mine');
      const { code, stderr } = await generate();
      assert.equal(code, 2);
      assert.match(stderr, /INPUT_INVALID/);
      assert.deepEqual(await readdir(folder), [there]);
      assert.equal(await readFile(join(folder, there), 'utf8'), 'mine');
    });

    it(`follows no link at ${there}`, async () => {
      const target = join(folder, 'target');
      await symlink(target, join(folder, there));
      assert.equal((await generate()).code, 2);
      assert.deepEqual(await readdir(folder), [there]);
    });
  }

  it('needs a password that is set, and a folder that is there', async () => {
    const unset = await generate({});
    assert.deepEqual([unset.code, unset.stderr.includes('COSIGN_PASSWORD')], [2, true]);
    assert.equal((await generate(BY_PASSWORD, 'nowhere/k')).code, 2);
    assert.deepEqual(await readdir(folder), []);
  });

  it('tells a program where the files are, and never the password', async () => {
    const args = ['key', 'generate', '--output-prefix', join(folder, 'k'), '--json'];
    const { stdout, stderr } = await countersign(args, BY_PASSWORD);
    const document = JSON.parse(stdout) as Record<string, string>;
    assert.equal(document.privateKeyFile, join(folder, 'k.key'));
    assert.equal(document.publicKey, await readFile(join(folder, 'k.pub'), 'utf8'));
    assert.ok(!`${stdout}${stderr}`.includes(PASSWORD));
  });
});

describe('countersign key public', () => {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const pem = publicKey.export({ type: 'spki', format: 'pem' }).toString();
  const pkcs8 = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();

  it('prints that of a PKCS#8 key, of a public key and of a variable', async () => {
    await writeFile(join(folder, 'p8'), pkcs8);
    await writeFile(join(folder, 'pub'), pem);
    for (const [key, env] of [
      [join(folder, 'p8'), {}],
      [join(folder, 'pub'), {}],
      ['env://MY_KEY', { MY_KEY: pkcs8 }],
    ] as const) {
      const { code, stdout, stderr } = await publicOf(key, env);
      assert.deepEqual([code, stdout], [0, pem], stderr);
    }
  });

  it('prints that of a key management service', async () => {
    const vault = await startVault('127.0.0.1:1');
    try {
      const { code, stdout } = await publicOf(vault.uri, vault.env, '--json');
      assert.equal(code, 0);
      const document = JSON.parse(stdout) as Record<string, string>;
      assert.deepEqual([document.key, document.publicKey], [vault.uri, vault.publicKeyPem]);
    } finally {
      await vault.stop();
    }
  });

  const failing: readonly (readonly [
    why: string,
    key: () => string,
    env: Record<string, string>,
    code: RegExp,
  ])[] = [
    [
      'the password is another',
      () => join(folder, 'k.key'),
      { COSIGN_PASSWORD: 'another password' },
      /KEY_INVALID/,
    ],
    ['no password is set', () => join(folder, 'k.key'), {}, /INPUT_MISSING/],
    ['the file is not there', () => join(folder, 'x.key'), {}, /INPUT_INVALID/],
    ['the file holds no key', () => folder, {}, /INPUT_INVALID/],
    ['the key itself is given', () => pkcs8, {}, /KEY_INVALID/],
    ['the variable is not set', () => 'env://NOT_SET', {}, /INPUT_INVALID/],
    ['it is a PKCS#11 URI', () => 'pkcs11:token=x', {}, /INPUT_INVALID[^]*sigstore-kms-/],
  ];
  for (const [why, key, env, code] of failing) {
    it(`fails where ${why}`, async () => {
      if (key().endsWith('k.key')) await generate();
      const result = await publicOf(key(), env);
      assert.equal(result.code, 2);
      assert.match(result.stderr, code);
      assert.equal(result.stdout, '');
      assert.ok(
        !result.stderr.includes('another password') && !result.stderr.includes(pkcs8.split('\n')[1] ?? '?'),
      );
    });
  }
});

describe('countersign key', () => {
  it('says what it can do where it is asked for something else', async () => {
    for (const [args, code] of [
      [['key'], /INPUT_MISSING/],
      [['key', 'generat'], /INPUT_UNKNOWN[^]*generate/],
      [['key', 'public'], /INPUT_MISSING/],
      [['key', 'public', 'k.key'], /INPUT_UNKNOWN/],
      [['key', 'generate', '--key', 'k'], /INPUTS_CONTRADICT/],
    ] as const) {
      const result = await countersign([...args], BY_PASSWORD);
      assert.equal(result.code, 2);
      assert.match(result.stderr, code);
    }
    assert.deepEqual(await readdir(folder), []);
  });
});

describe('sign and verify with keys that the command made', () => {
  let testbed: Testbed;
  beforeAll(async () => {
    testbed = await startTestbed();
  });
  afterAll(() => testbed.stop());
  const push = async (name: string): Promise<string> => {
    const built = buildDemoImage([{ path: 'file', bytes: Buffer.from(name) }]);
    const { digest } = await pushImage({ origin: `http://${testbed.registry}` }, `acme/${name}`, built, 'v1');
    return `${testbed.registry}/acme/${name}@${digest}`;
  };

  it('accepts what the key signed, and nobody else', async () => {
    await generate();
    await generate(BY_PASSWORD, 'other');
    const image = await push('file');
    const env = { ...testbed.environment, ...BY_PASSWORD, SIGSTORE_ID_TOKEN: '' };
    const signed = await countersign(['sign', image, '--key', join(folder, 'k.key')], env);
    assert.equal(signed.code, 0, signed.stderr);
    assert.ok(!`${signed.stdout}${signed.stderr}`.includes(PASSWORD));
    const by = async (key: string) => (await countersign(['verify', image, '--key', key], env)).code;
    assert.deepEqual([await by(join(folder, 'k.pub')), await by(join(folder, 'other.pub'))], [0, 1]);
    // A verifier is never handed a private key.
    assert.equal(await by(join(folder, 'k.key')), 2);
  });

  it('signs and verifies by the URI of a key management service', async () => {
    const vault = await startVault('127.0.0.1:1');
    try {
      const image = await push('kms');
      const env = { ...testbed.environment, ...vault.env, SIGSTORE_ID_TOKEN: '' };
      const signed = await countersign(['sign', image, '--key', vault.uri], env);
      assert.equal(signed.code, 0, signed.stderr);
      const verified = await countersign(['verify', image, '--key', vault.uri], env);
      assert.equal(verified.code, 0, verified.stderr);
      const without = await countersign(['verify', image, '--key', vault.uri], testbed.environment);
      assert.deepEqual([without.code, without.stderr.includes('INPUT_MISSING')], [2, true]);
      await mkdir(join(folder, 'x'));
      await generate(BY_PASSWORD, 'x/k');
      const other = await countersign(['verify', image, '--key', join(folder, 'x/k.pub')], env);
      assert.equal(other.code, 1, other.stderr);
    } finally {
      await vault.stop();
    }
  });
});
