import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, it } from '@jest/globals';
import { issueSigner } from '../notation/certificates.js';
import { countersign } from './countersign.js';

let folder: string;
let chain: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'countersign-cli-notation-'));
  chain = await chainOf('release');
});
afterAll(() => rm(folder, { recursive: true }));

async function chainOf(name: string): Promise<string> {
  const path = join(folder, `chain-${Buffer.from(name).toString('hex')}.pem`);
  await writeFile(path, (await issueSigner(name)).chainPem);
  return path;
}

const policy = (certificates: string, out: string, ...args: readonly string[]) =>
  countersign(
    [
      'notation',
      'policy',
      ...args,
      '--notation-certificates',
      certificates,
      '--output-dir',
      join(folder, out),
    ],
    { HOME: folder },
  );

describe('countersign notation policy', () => {
  it('writes a trust policy for the repositories that are given', async () => {
    const { code, stderr } = await policy(chain, 'own', 'registry.example/team/app:1.2', '--level', 'audit');
    assert.equal(code, 0, stderr);
    const text = await readFile(join(folder, 'own/trustpolicy.json'), 'utf8');
    const [statement = {}] = (JSON.parse(text) as { trustPolicies: Record<string, unknown>[] }).trustPolicies;
    assert.deepEqual(statement.registryScopes, ['registry.example/team/app']);
    assert.deepEqual(statement.signatureVerification, { level: 'audit' });
  });

  it('writes over nothing', async () => {
    assert.equal((await policy(chain, 'twice', '*')).code, 0);
    const { code, stderr } = await policy(chain, 'twice', '*');
    assert.equal(code, 2);
    assert.match(stderr, /INPUT_INVALID/);
  });

  it('shows the name of a certificate without what a terminal acts upon', async () => {
    const { code, stdout } = await policy(await chainOf('re\u001b[2Jlease'), 'hostile', '*');
    assert.equal(code, 0);
    assert.match(stdout, /lease/);
    assert.ok(!stdout.includes('\u001b'), JSON.stringify(stdout));
  });

  const refused: readonly (readonly [why: string, args: readonly string[], code: string])[] = [
    ['it is not told what to do', [], 'INPUT_MISSING'],
    ['it is told what it does not know', ['polcy'], 'INPUT_UNKNOWN'],
    ['no folder is given', ['policy', '*'], 'INPUT_MISSING'],
    ['no repository is given', ['policy', '--output-dir', 'out'], 'INPUT_MISSING'],
    ['the level is none', ['policy', '*', '--output-dir', 'out', '--level', 'skip'], 'INPUT_INVALID'],
  ];
  it.each(refused)('refuses where %s', async (_why, args, code) => {
    const { code: exit, stderr } = await countersign(['notation', ...args], { HOME: folder });
    assert.equal(exit, 2);
    assert.match(stderr, new RegExp(`\\(${code}\\)`));
  });
});
