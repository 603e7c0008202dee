import assert from 'node:assert/strict';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, it } from '@jest/globals';
import { buildDemoImage, pushImage, startTestbed, type Testbed } from '@countersign/testbed';
import { COUNTERSIGN } from '../cli/countersign.js';
import { writePlugin } from '../kms/plugin.js';
import { startVault } from '../kms/vault-service.js';
import { runProcess, type Finished } from '../support/run-process.js';
import { realProgram } from './real-program.js';

const PASSWORD = 'open sesame';

describe('the real cosign and Countersign, with the same keys', () => {
  let cosign: string;
  let testbed: Testbed;
  let folder: string;
  let env: Record<string, string>;
  let images = 0;

  beforeAll(async () => {
    cosign = realProgram('cosign');
    testbed = await startTestbed();
    folder = join(testbed.stateDir, 'keys');
    await mkdir(folder);
    env = { ...testbed.environment, COSIGN_PASSWORD: PASSWORD, SIGSTORE_ID_TOKEN: '', HOME: folder };
    for (const name of ['release', 'next', 'stranger'])
      await countersigned('key', 'generate', '--output-prefix', at(name));
    await cosigned('generate-key-pair', '--output-key-prefix', at('cosign'));
  });
  afterAll(() => testbed.stop());

  const at = (name: string): string => join(folder, name);
  const push = async (): Promise<string> => {
    const image = buildDemoImage([{ path: 'n', bytes: Buffer.from(String((images += 1))) }]);
    const { digest } = await pushImage(testbed.services.registry, 'acme/keys', image);
    return `${testbed.registry}/acme/keys@${digest}`;
  };
  const countersign = (...args: readonly string[]): Promise<Finished> =>
    runProcess(process.execPath, [COUNTERSIGN, ...args], { env });
  const run = (...args: readonly string[]): Promise<Finished> => runProcess(cosign, args, { env });
  const succeeds = async (doing: Promise<Finished>): Promise<string> => {
    const { code, stdout, stderr } = await doing;
    assert.equal(code, 0, `${stdout}${stderr}`);
    assert.ok(!`${stdout}${stderr}`.includes(PASSWORD));
    return stdout;
  };
  const countersigned = (...args: readonly string[]) => succeeds(countersign(...args));
  const cosigned = (...args: readonly string[]) => succeeds(run(...args));
  const sign = (key: string, image: string) =>
    countersigned('sign', image, '--platforms', 'index', '--key', key);
  const cosignSigns = (key: string, image: string) =>
    cosigned(
      ...['sign', '--yes', '--signing-config', testbed.signingConfig, '--trusted-root', testbed.trustedRoot],
      ...['--key', key, image],
    );
  /** In both formats: the bundle, and the .sig tag as cosign 2 reads it. */
  const cosignAsked = async (key: string, image: string): Promise<readonly Finished[]> => [
    await run('verify', '--trusted-root', testbed.trustedRoot, '--key', key, image),
    await runProcess(cosign, ['verify', '--new-bundle-format=false', '--key', key, image], {
      env: { ...env, SIGSTORE_REKOR_PUBLIC_KEY: testbed.pem.rekorKey },
    }),
  ];
  const cosignAccepts = async (key: string, image: string): Promise<void> => {
    for (const { code, stderr } of await cosignAsked(key, image)) assert.equal(code, 0, stderr);
  };
  const cosignRefuses = async (key: string, image: string): Promise<void> => {
    for (const { code, stderr } of await cosignAsked(key, image)) {
      assert.notEqual(code, 0);
      assert.match(stderr, /no matching signatures|no signatures found|failed to verify|invalid signature/);
    }
  };
  const verifies = async (key: string, image: string): Promise<boolean> =>
    (await countersign('verify', image, '--platforms', 'index', '--key', key)).code === 0;

  it('cosign verifies what a key of "key generate" signed, in both formats, and prints its public half', async () => {
    const image = await push();
    await sign(at('release.key'), image);
    await cosignAccepts(at('release.pub'), image);
    await cosignRefuses(at('stranger.pub'), image);
    const printed = await cosigned('public-key', '--key', at('release.key'));
    assert.equal(printed, await readFile(at('release.pub'), 'utf8'));
  });

  it('cosign signs with a key of "key generate"', async () => {
    const image = await push();
    await cosignSigns(at('release.key'), image);
    assert.deepEqual(
      [await verifies(at('release.pub'), image), await verifies(at('stranger.pub'), image)],
      [true, false],
    );
  });

  it('Countersign signs with a key that cosign made, under its older label as well', async () => {
    const key = await readFile(at('cosign.key'), 'utf8');
    await writeFile(at('older.key'), key.replaceAll('SIGSTORE PRIVATE KEY', 'COSIGN PRIVATE KEY'));
    for (const name of ['cosign.key', 'older.key']) {
      const image = await push();
      await sign(at(name), image);
      await cosignAccepts(at('cosign.pub'), image);
      await cosignRefuses(at('release.pub'), image);
    }
    const pub = await readFile(at('cosign.pub'), 'utf8');
    assert.equal(await countersigned('key', 'public', '--key', at('cosign.key')), pub);
  });

  it('cosign verifies by the former and by the next key what both signed', async () => {
    const image = await push();
    await sign(at('release.key'), image);
    await cosignRefuses(at('next.pub'), image);
    await sign(at('next.key'), image);
    for (const name of ['release.pub', 'next.pub']) await cosignAccepts(at(name), image);
    await cosignRefuses(at('stranger.pub'), image);
    const { code } = await countersign(
      ...['verify', image, '--platforms', 'index', '--key', at('release.pub'), '--key', at('next.pub')],
    );
    assert.equal(code, 0);
  });

  it('both sign by one program of sigstore, and each verifies the other', async () => {
    const bin = at('bin');
    await mkdir(bin);
    const { publicKeyPem } = await writePlugin(bin, 'token');
    await writeFile(at('token.pub'), publicKeyPem);
    env = { ...env, PATH: bin };
    const [ours, theirs] = [await push(), await push()];
    await sign('token://slot/1', ours);
    await cosignSigns('token://slot/1', theirs);
    await cosignAccepts(at('token.pub'), ours);
    assert.deepEqual(
      [await verifies(at('token.pub'), theirs), await verifies('token://slot/1', theirs)],
      [true, true],
    );
    assert.deepEqual([await verifies(at('stranger.pub'), theirs)], [false]);
  });

  it('both sign by one key of Vault, and each verifies the other', async () => {
    const vault = await startVault('127.0.0.1:1');
    try {
      env = { ...env, ...vault.env };
      const [ours, theirs] = [await push(), await push()];
      await sign(vault.uri, ours);
      assert.deepEqual(vault.complaints, []);
      await cosignSigns(vault.uri, theirs);
      await writeFile(at('vault.pub'), await countersigned('key', 'public', '--key', vault.uri));
      await cosignAccepts(at('vault.pub'), ours);
      assert.deepEqual(
        [await verifies(vault.uri, theirs), await verifies(at('stranger.pub'), theirs)],
        [true, false],
      );
    } finally {
      await vault.stop();
    }
  });
});
