import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
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
    await assert.rejects(readBounded('/dev/zero', 10_000), { code: 'INPUT_INVALID' });
  });
  it('reads a pipe whole, which says that it is empty', async () => {
    const pipe = join(folder, 'pipe');
    execFileSync('mkfifo', [pipe]);
    const text = Array.from({ length: 5000 }, (_, line) => `${line}\n`).join('');
    const [bytes] = await Promise.all([readBounded(pipe, text.length), writeFile(pipe, text)]);
    assert.equal(bytes.toString(), text);
  });
  it('rejects with the error of the file system where there is nothing to read', async () => {
    await assert.rejects(readBounded(join(folder, 'gone'), 1), { code: 'ENOENT' });
    await assert.rejects(readBounded(folder, 1), { code: 'EISDIR' });
  });
});
