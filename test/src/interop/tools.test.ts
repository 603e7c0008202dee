import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, it } from '@jest/globals';
import { runProcess, type Finished } from '../support/run-process.js';

const ROOT = resolve(import.meta.dirname, '../../..');

let cache: string;
beforeAll(async () => {
  cache = await mkdtemp(join(tmpdir(), 'countersign-tools-'));
});
afterAll(() => rm(cache, { recursive: true, force: true }));

const node = (...args: readonly string[]): Promise<Finished> =>
  runProcess(process.execPath, args, {
    cwd: ROOT,
    env: { COUNTERSIGN_INTEROP_CACHE: cache },
    timeoutMs: 60_000,
  });
const interop = (): Promise<Finished> =>
  node(join(ROOT, 'test/build/interop/run.js'), '--only', 'cosign3,gh', '--exhibit', 'unsigned', '--smoke');

describe('programs that were not built for want of time', () => {
  it('are left out without an error, each with that reason', async () => {
    const { code, stdout, stderr } = await node('scripts/tools.mjs', '--all', '--budget', '0s');
    assert.equal(code, 0, stderr);
    assert.match(stdout, /^cosign \(1 of \d+\): not run: budget$/m);
    const status = JSON.parse(await readFile(join(cache, 'tools-status.json'), 'utf8')) as object;
    assert.ok(Object.values(status).every((each) => (each as { why?: string }).why === 'budget'));
  });

  it('are told to whoever asks, and no others', async () => {
    const told = await node('scripts/tools.mjs', '--left-out', 'syft', 'grype');
    assert.equal(told.code, 0);
    assert.equal(told.stdout, 'not run: budget (syft, grype)\n');
  });

  it('fail a run where one of them must not be missing', async () => {
    const { code, stdout } = await interop();
    assert.equal(code, 1, stdout);
    assert.match(stdout, /^NOT RUN at all, and must not be missing: cosign$/m);
  });

  it('fail a run where they are missing for another reason', async () => {
    const status = JSON.parse(await readFile(join(cache, 'tools-status.json'), 'utf8')) as object;
    const broken = { ...status, distribution: { state: 'failed', why: 'it does not compile' } };
    await writeFile(join(cache, 'tools-status.json'), JSON.stringify(broken));
    const { code, stdout } = await interop();
    assert.equal(code, 1);
    assert.match(stdout, /not run: it does not compile \(distribution\)/);
    assert.match(stdout, /[1-9]\d* unexpected$/m);
    assert.equal((await node('scripts/tools.mjs', '--left-out', 'distribution')).code, 1);
  });
});

describe('a budget', () => {
  it('is refused where it is none', async () => {
    const { code, stderr } = await node('scripts/tools.mjs', 'oras', '--budget', 'soon');
    assert.equal(code, 2);
    assert.match(stderr, /--budget soon: give it as 90s, 35m or 1h/);
  });
});
