import assert from 'node:assert/strict';
import { generateKeyPairSync, verify } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join, relative } from 'node:path';
import { afterEach, beforeEach, describe, it } from '@jest/globals';
import { writePlugin, type PluginOptions } from './plugin.js';
import { MESSAGE, openKeyStage, type KeyStage } from './stage.js';

const other = generateKeyPairSync('ec', { namedCurve: 'P-256' });

let folder: string;
let stage: KeyStage;
let env: Record<string, string>;
let seenFile: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kms-program-'));
  stage = openKeyStage();
  env = { PATH: folder };
});
afterEach(async () => {
  stage.close();
  await rm(folder, { recursive: true });
});

const install = async (options: PluginOptions = {}, where = folder): Promise<string> => {
  const { publicKeyPem, seen: path } = await writePlugin(where, 'pkcs11tool', options);
  seenFile = path;
  return publicKeyPem;
};

const seen = async (): Promise<{
  version: string;
  call: Record<string, unknown>;
  stdin: string;
  env: Record<string, string>;
}> => JSON.parse(await readFile(seenFile, 'utf8')) as never;

const URI = 'pkcs11tool://slot-1/release';

describe('a key behind a program of sigstore', () => {
  it('signs the message that the program reads, whatever its exit status says', async () => {
    const publicKeyPem = await install();
    const key = await stage.open(URI, env);
    assert.equal(key.publicKeyPem, publicKeyPem);
    assert.ok(verify('sha256', Buffer.concat(MESSAGE), publicKeyPem, await key.sign(MESSAGE)));
    const { version, call, stdin } = await seen();
    assert.equal(version, 'v1');
    assert.deepEqual(call.initOptions, {
      protocolVersion: 'v1',
      keyResourceID: 'slot-1/release',
      hashFunc: 5,
      rpcOptions: { keyVersion: '', remoteVerification: false },
    });
    assert.equal(Buffer.from(stdin, 'base64').toString(), 'DSSEv1 payload');
    assert.ok(stage.logged.some((line) => line.includes('touch your token')));
  });

  it('signs a message larger than any pipe holds', async () => {
    const publicKeyPem = await install();
    const large = [Buffer.alloc(3_000_000, 'a'), Buffer.alloc(0), Buffer.alloc(5, 'b')];
    const key = await stage.open(URI, env);
    assert.ok(verify('sha256', Buffer.concat(large), publicKeyPem, await key.sign(large)));
  });

  it('gets the environment but for what is the step alone', async () => {
    await install();
    Object.assign(env, {
      PIN_FILE: '/run/pin',
      COSIGN_PASSWORD: 'x',
      GITHUB_TOKEN: 'x',
      INPUT_PASSWORD: 'x',
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'x',
      NODE_OPTIONS: '',
    });
    await stage.open(URI, env);
    const { env: got } = await seen();
    assert.deepEqual(
      Object.keys(got)
        .filter((name) => name in env)
        .sort(),
      ['PATH', 'PIN_FILE'],
    );
  });

  const failing: readonly (readonly [
    why: string,
    instead: string,
    code: 'KMS_REFUSED' | 'PROGRAM_FAILED',
  ])[] = [
    ['says no', "answer({ errorMessage: 'no such slot\\n::error::x' })", 'KMS_REFUSED'],
    ['prints no JSON', "process.stdout.write('hello')", 'PROGRAM_FAILED'],
    ['prints nothing', ';', 'PROGRAM_FAILED'],
    ['prints no signature', 'answer({ signMessage: {} })', 'PROGRAM_FAILED'],
    ['prints without end', "process.stdout.write('x'.repeat(3_000_000))", 'PROGRAM_FAILED'],
    ['is killed', "process.kill(process.pid, 'SIGKILL')", 'PROGRAM_FAILED'],
  ];
  for (const [why, instead, code] of failing) {
    it(`fails where the program ${why}`, async () => {
      await install({ instead });
      const key = await stage.open(URI, env);
      await stage.fails(key.sign(MESSAGE), code);
    });
  }

  it('fails where the program signs with another key', async () => {
    await install({ secret: other.privateKey });
    const key = await stage.open(URI, env);
    await stage.fails(key.sign(MESSAGE), 'KMS_UNAVAILABLE');
  });

  it('is looked for on absolute entries of PATH alone', async () => {
    const inner = join(folder, 'inner');
    await mkdir(inner);
    await install({}, inner);
    const path = ['', '.', relative(process.cwd(), inner)].join(delimiter);
    const error = await stage.fails(stage.open(URI, { PATH: path }), 'INPUT_INVALID');
    assert.match(error.message, /sigstore-kms-pkcs11tool/);
  });

  it('is no program where the file may not be run, or is a folder', async () => {
    await mkdir(join(folder, 'sigstore-kms-folder'));
    await writeFile(join(folder, 'sigstore-kms-plain'), '');
    for (const uri of ['folder://a', 'plain://a']) await stage.fails(stage.open(uri, env), 'INPUT_INVALID');
  });

  it('is never a path that a scheme makes up', async () => {
    for (const uri of ['a/b://x', '../x://y', 'x y://z', 'A://x', 'pkcs11tool://a b'])
      await stage.fails(stage.open(uri, env), 'INPUT_INVALID');
  });
});
