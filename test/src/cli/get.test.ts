import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, it } from '@jest/globals';
import { buildDemoImage, pushImage, startTestbed, type Testbed } from '@countersign/testbed';
import { countersign } from './countersign.js';

const TYPE = 'https://acme.example/review/v1';
const ACCEPTED = ['--source-repository', 'acme/app'];

let testbed: Testbed;
let folder: string;
let image: string;
const run = (...args: string[]) => countersign(args, testbed.environment);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'countersign-cli-get-'));
  testbed = await startTestbed();
  const built = buildDemoImage([{ path: 'file', bytes: Buffer.from('good') }]);
  const { digest } = await pushImage({ origin: `http://${testbed.registry}` }, 'acme/app', built, 'v1');
  image = `${testbed.registry}/acme/app@${digest}`;
  const path = join(folder, 'review.json');
  await writeFile(path, '{"verdict":"good"}');
  const { code, stderr } = await run('attest', image, '--predicate-type', TYPE, '--predicate-path', path);
  assert.equal(code, 0, stderr);
});
afterAll(async () => {
  await testbed.stop();
  await rm(folder, { recursive: true });
});

describe('countersign get', () => {
  it('prints the predicate and nothing else, with --json too', async () => {
    for (const more of [[], ['--json']]) {
      const { code, stdout } = await run('get', image, ...ACCEPTED, '--type', TYPE, ...more);
      assert.equal(code, 0);
      assert.deepEqual(JSON.parse(stdout), { verdict: 'good' });
    }
  });

  it('prints a list with --all', async () => {
    const { code, stdout } = await run('get', image, ...ACCEPTED, '--type', TYPE, '--all');
    assert.equal(code, 0);
    assert.deepEqual(JSON.parse(stdout), [{ verdict: 'good' }]);
  });

  const failing: readonly (readonly [what: string, code: number, args: readonly string[], says: RegExp])[] = [
    [
      'another signer is accepted',
      1,
      ['--source-repository', 'acme/x', '--type', TYPE],
      /SIGNER_NOT_ALLOWED/,
    ],
    ['nothing of the type is there', 1, [...ACCEPTED, '--type', 'vuln'], /CLAIM_MISSING/],
    ['nobody is accepted', 2, ['--type', TYPE], /INPUT_MISSING/],
    ['no type is given', 2, ACCEPTED, /INPUT_MISSING/],
    ['the type is a signature', 2, [...ACCEPTED, '--type', 'signature'], /INPUT_INVALID/],
    ['the type is misspelt', 2, [...ACCEPTED, '--type', 'spdxx'], /--type is "spdxx"[^]*Did you mean spdx\?/],
    ['two types are given', 2, [...ACCEPTED, '--type', 'spdx,vuln'], /INPUT_INVALID/],
  ];
  for (const [what, expected, args, says] of failing) {
    it(`prints nothing on stdout where ${what}`, async () => {
      for (const more of [[], ['--json']]) {
        const { code, stdout, stderr } = await run('get', image, ...args, ...more);
        assert.deepEqual([code, stdout], [expected, ''], stderr);
        assert.match(stderr, says);
      }
    });
  }
});
