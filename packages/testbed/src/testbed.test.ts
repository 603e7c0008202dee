import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, it } from '@jest/globals';
import { startTestbed, type Testbed, type TestbedOptions } from './testbed.js';

let testbed: Testbed | undefined;
let folder: string | undefined;
afterEach(async () => {
  await testbed?.stop();
  if (folder !== undefined) await rm(folder, { recursive: true });
  [testbed, folder] = [undefined, undefined];
});
const start = async (options: TestbedOptions = {}): Promise<Testbed> =>
  (testbed = await startTestbed(options));

describe('the test bed', () => {
  it('writes what its command promises into the folder given', async () => {
    folder = await mkdtemp(join(tmpdir(), 'countersign-test-'));
    const { environment, env } = await start({ stateDir: folder });
    const description = JSON.parse(await readFile(join(folder, 'testbed.json'), 'utf8')) as Record<
      string,
      unknown
    >;
    assert.deepEqual(Object.keys(description), [
      'registry',
      'auth',
      'issuer',
      'oidcUrl',
      'tokenUrl',
      'fulcioUrl',
      'rekorUrl',
      'rekorV2Url',
      'tsaUrl',
      'trustedRoot',
      'signingConfig',
      'tufUrl',
      'tufRoot',
      'pem',
      'env',
    ]);
    assert.equal(description.auth, null);
    assert.equal(description.issuer, 'https://token.actions.githubusercontent.com');
    const pem = description.pem as Record<string, string>;
    assert.deepEqual(Object.keys(pem), [
      'fulcioChain',
      'fulcioRoot',
      'rekorKey',
      'rekorV2Key',
      'ctlogKey',
      'tsaChain',
    ]);
    for (const path of Object.values(pem)) assert.match(await readFile(path, 'utf8'), /^-----BEGIN /);
    assert.deepEqual(Object.keys(environment), [
      'ACTIONS_ID_TOKEN_REQUEST_URL',
      'ACTIONS_ID_TOKEN_REQUEST_TOKEN',
      'COUNTERSIGN_TRUSTED_ROOT',
      'COUNTERSIGN_SIGNING_CONFIG',
    ]);
    const lines = Object.entries(environment).map(([name, value]) => `${name}=${value}\n`);
    assert.equal(await readFile(env, 'utf8'), lines.join(''));
    for (const value of Object.values(environment)) assert.doesNotMatch(value, /[\s"'$`\\&;|<>()]/);
    assert.equal((await stat(env)).mode & 0o077, 0, 'the environment holds a token');
  });

  it('gives a Docker configuration to a registry with passwords', async () => {
    const { auth, registry, environment } = await start({ auth: 'basic' });
    assert.ok(auth);
    assert.equal(environment.DOCKER_CONFIG, auth.dockerConfig);
    const config = JSON.parse(await readFile(join(auth.dockerConfig, 'config.json'), 'utf8')) as {
      auths: Record<string, { auth: string }>;
    };
    const entry = config.auths[registry]?.auth ?? '';
    assert.equal(Buffer.from(entry, 'base64').toString(), `${auth.username}:${auth.password}`);
    assert.equal((await fetch(`http://${registry}/v2/`)).status, 401);
    assert.equal(
      (await fetch(`http://${registry}/v2/`, { headers: { authorization: `Basic ${entry}` } })).status,
      200,
    );
  });

  it('removes its temporary folder when it stops', async () => {
    const running = await start();
    const { stateDir } = running;
    assert.ok(existsSync(join(stateDir, 'testbed.json')));
    await running.stop();
    assert.ok(!existsSync(stateDir));
  });

  it('takes its description and its token away when it stops, and leaves the folder that was given', async () => {
    folder = await mkdtemp(join(tmpdir(), 'countersign-test-'));
    const running = await start({ stateDir: folder });
    await running.stop();
    assert.ok(!existsSync(join(folder, 'testbed.json')));
    assert.ok(!existsSync(join(folder, 'testbed.env')));
    assert.ok(existsSync(join(folder, 'trusted_root.json')));
  });

  it('refuses a folder that a running one uses, and takes one that was left behind', async () => {
    folder = await mkdtemp(join(tmpdir(), 'countersign-test-'));
    const running = await start({ stateDir: folder });
    await assert.rejects(startTestbed({ stateDir: folder }), { code: 'INPUT_INVALID' });
    assert.ok(existsSync(join(folder, 'testbed.json')), 'that of the running one stays');
    await running.stop();
    await writeFile(join(folder, 'testbed.json'), JSON.stringify(running.description));
    const { registry } = await start({ stateDir: folder });
    assert.notEqual(registry, running.description.registry);
  });

  it('refuses at once a folder that cannot be made', async () => {
    for (const stateDir of ['/proc/countersign', join(tmpdir(), 'countersign-none', 'below')])
      await assert.rejects(start({ stateDir }), { code: 'ENOENT' });
  });

  it('refuses a folder whose name would need quoting', async () => {
    await assert.rejects(start({ stateDir: join(tmpdir(), 'a folder') }), { code: 'INPUT_INVALID' });
  });

  it('strikes and logs each service on its own', async () => {
    const { faults, requests, fulcioUrl, rekorUrl, tsaUrl, tufUrl, oidcUrl, registry } = await start();
    const probes = {
      registry: `http://${registry}/v2/`,
      oidc: `${oidcUrl}/.well-known/jwks`,
      fulcio: `${fulcioUrl}/api/v2/trustBundle`,
      rekor: `${rekorUrl}/api/v1/log`,
      tsa: `${tsaUrl}/certchain`,
      tuf: `${tufUrl}/timestamp.json`,
    } as const;
    for (const [service, url] of Object.entries(probes) as [keyof typeof probes, string][]) {
      faults[service].add({ match: {}, action: { kind: 'status', status: 503, retryAfter: 1 } });
      const statuses = [];
      for (let round = 0; round < 2; round += 1) statuses.push((await fetch(url)).status);
      assert.deepEqual(statuses, [503, 200], service);
      assert.equal(requests[service].count(), 2, service);
    }
  });

  it('delays every service alike', async () => {
    const { registry, fulcioUrl } = await start({ latencyMs: 40 });
    for (const url of [`http://${registry}/v2/`, `${fulcioUrl}/api/v2/trustBundle`]) {
      const begin = performance.now();
      await fetch(url);
      assert.ok(performance.now() - begin >= 39, url);
    }
  });

  it('issues tokens that have expired, for those who ask', async () => {
    const running = await start();
    const [, payload = ''] = running.token({ exp: 1 }).split('.');
    assert.equal((JSON.parse(Buffer.from(payload, 'base64url').toString()) as { exp: number }).exp, 1);
  });
});
