import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, it } from '@jest/globals';
import { buildDemoImage, pushImage } from '@countersign/testbed';
import { countersign } from './countersign.js';
import { startTestbedProcess } from './start-testbed.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'countersign-cli-testbed-'));
});
afterAll(() => rm(folder, { recursive: true }));

const MEMBERS = [
  'auth',
  'env',
  'fulcioUrl',
  'issuer',
  'oidcUrl',
  'pem',
  'registry',
  'rekorUrl',
  'rekorV2Url',
  'signingConfig',
  'tokenUrl',
  'trustedRoot',
  'tsaUrl',
  'tufRoot',
  'tufUrl',
];

const variablesIn = async (path: string): Promise<string[]> =>
  (await readFile(path, 'utf8'))
    .trim()
    .split('\n')
    .map((line) => line.slice(0, line.indexOf('=')));

describe('countersign testbed', () => {
  it('serves with its defaults until SIGTERM, and says where', async () => {
    const testbed = await startTestbedProcess(join(folder, 'defaults'));
    const { description } = testbed;
    assert.deepEqual(Object.keys(description).sort(), MEMBERS);
    assert.equal(description.auth, null);
    assert.equal(description.issuer, 'https://token.actions.githubusercontent.com');
    assert.match(String(description.tokenUrl), /\?api-version=2\.0$/);
    assert.equal((await fetch(`http://${description.registry}/v2/`)).status, 200);
    assert.deepEqual(await variablesIn(description.env), [
      'ACTIONS_ID_TOKEN_REQUEST_URL',
      'ACTIONS_ID_TOKEN_REQUEST_TOKEN',
      'COUNTERSIGN_TRUSTED_ROOT',
      'COUNTERSIGN_SIGNING_CONFIG',
    ]);
    assert.match(testbed.stdout(), /testbed\.json/);
    assert.equal(await testbed.stop('SIGTERM'), 0);
    await assert.rejects(fetch(`http://${description.registry}/v2/`));
  });

  it('has the switches that it was given, and prints one document with --json', async () => {
    const claims = join(folder, 'claims.json');
    await writeFile(claims, '{"repository": "acme/other"}');
    const flags = ['--auth', 'basic', '--issuer', 'own', '--claims', claims, '--json'];
    const testbed = await startTestbedProcess(join(folder, 'switches'), flags);
    const { description } = testbed;
    assert.equal(description.issuer, description.oidcUrl);
    assert.equal((await fetch(`http://${description.registry}/v2/`)).status, 401);
    assert.ok((await variablesIn(description.env)).includes('DOCKER_CONFIG'));
    assert.equal(await testbed.stop('SIGINT'), 0);
    const document = JSON.parse(testbed.stdout()) as Record<string, unknown>;
    assert.equal(document.command, 'testbed');
    assert.equal(document.status, 'ok');
    assert.deepEqual(document.testbed, description);
  });

  it('is a pull-through cache of another one where it is told so, and has tags that never move', async () => {
    const origin = await startTestbedProcess(join(folder, 'origin'), ['--immutable-tags', 'on']);
    const target = { origin: `http://${origin.description.registry}` };
    const image = (text: string) => buildDemoImage([{ path: 'file', bytes: Buffer.from(text) }]);
    const { digest } = await pushImage(target, 'acme/app', image('one'), 'v1');
    await assert.rejects(pushImage(target, 'acme/app', image('two'), 'v1'), /answered 400/);

    const flags = ['--upstream', origin.description.registry, '--referrers', 'off'];
    const cache = await startTestbedProcess(join(folder, 'cache'), flags);
    const base = `http://${cache.description.registry}/v2/acme/app`;
    assert.equal((await fetch(`${base}/manifests/v1`)).headers.get('docker-content-digest'), digest);
    assert.equal((await fetch(`${base}/blobs/uploads/`, { method: 'POST' })).status, 405);
    assert.equal((await fetch(`${base}/referrers/${digest}`)).status, 404);
    assert.deepEqual([await cache.stop('SIGTERM'), await origin.stop('SIGTERM')], [0, 0]);
  });

  it('refuses a folder that it cannot make, and one that is not named', async () => {
    const file = join(folder, 'file');
    await writeFile(file, '');
    for (const args of [['--state', join(file, 'below')], []]) {
      const { code, stdout, stderr } = await countersign(['testbed', ...args]);
      assert.equal(code, 2);
      assert.equal(stdout, '');
      assert.match(stderr, /^Error: .*--state/);
    }
  });

  it('refuses claims that are not a JSON object', async () => {
    const claims = join(folder, 'list.json');
    await writeFile(claims, '[]');
    const { code, stderr } = await countersign(['testbed', '--state', join(folder, 'x'), '--claims', claims]);
    assert.equal(code, 2);
    assert.match(stderr, /INPUT_INVALID/);
  });
});
