import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, it } from '@jest/globals';
import { readBounded } from './read-bounded.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'countersign-read-'));
});
afterAll(() => rm(folder, { recursive: true }));

describe('readBounded', () => {
  it('reads a file of exactly the bound, and refuses one byte more', async () => {
    const path = join(folder, 'file');
    await writeFile(path, 'x'.repeat(100));
    assert.equal((await readBounded(path, 100)).length, 100);
    await assert.rejects(readBounded(path, 99), { code: 'INPUT_INVALID' });
  });
  it('ends at the bound where a device never ends', async () => {
    await assert.rejects(readBounded('/dev/zero', 1000), { code: 'INPUT_INVALID' });
  });
  it('rejects with the error of the file system where there is nothing to read', async () => {
    await assert.rejects(readBounded(join(folder, 'gone'), 1), { code: 'ENOENT' });
    await assert.rejects(readBounded(folder, 1), { code: 'EISDIR' });
  });
});
