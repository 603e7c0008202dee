import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from '@jest/globals';
import { writeExport, type ExportedFile } from '@countersign/core/trust-export';

let around: string;
let folder: string;
beforeEach(async () => {
  around = await mkdtemp(join(tmpdir(), 'countersign-export-'));
  folder = join(around, 'trust');
});
afterEach(() => rm(around, { recursive: true }));

const filesOf = (text: string): readonly ExportedFile[] => {
  const forms = [{ format: 'gh', files: ['gh/trusted_root.jsonl'] }];
  return [
    { path: 'gh/trusted_root.jsonl', bytes: Buffer.from(text) },
    { path: 'countersign-trust.json', bytes: Buffer.from(JSON.stringify({ forms })) },
  ];
};
const written = () => readFile(join(folder, 'gh/trusted_root.jsonl'), 'utf8');
const refused = { code: 'INPUT_INVALID', fault: 'user' } as const;

describe('the folder of an export', () => {
  it('is made, also where an empty one is there, and leaves nothing beside it', async () => {
    await writeExport(folder, filesOf('one'), false);
    assert.equal(await written(), 'one');
    await rm(folder, { recursive: true });
    await mkdir(folder);
    await writeExport(folder, filesOf('two'), false);
    assert.equal(await written(), 'two');
    assert.deepEqual(await readdir(around), ['trust']);
  });

  it('is not written over, and with force only where it is an earlier export', async () => {
    await writeExport(folder, filesOf('one'), false);
    await assert.rejects(writeExport(folder, filesOf('two'), false), refused);
    assert.equal(await written(), 'one');
    await writeExport(folder, filesOf('two'), true);
    assert.equal(await written(), 'two');
    assert.deepEqual(await readdir(around), ['trust']);
  });

  it('is left alone with force where something of others is in it', async () => {
    await writeExport(folder, filesOf('one'), false);
    await writeFile(join(folder, 'notes.txt'), 'mine');
    await assert.rejects(writeExport(folder, filesOf('two'), true), refused);
    assert.deepEqual([await written(), await readFile(join(folder, 'notes.txt'), 'utf8')], ['one', 'mine']);
  });

  it('is left alone with force where it is no export at all', async () => {
    await mkdir(folder);
    await writeFile(join(folder, 'precious'), 'mine');
    await assert.rejects(writeExport(folder, filesOf('two'), true), refused);
    assert.deepEqual(await readdir(folder), ['precious']);
  });

  it('has to be a folder', async () => {
    await writeFile(folder, '');
    for (const force of [true, false])
      await assert.rejects(writeExport(folder, filesOf('one'), force), refused);
    await assert.rejects(writeExport(join(folder, 'below'), filesOf('one'), false), refused);
    assert.deepEqual(await readdir(around), ['trust']);
  });
});
