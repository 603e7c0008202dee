import assert from 'node:assert/strict';
import { lstat, mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
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

  it('stays the same folder where an empty one is there: a shell may stand in it, or a volume be mounted there', async () => {
    await mkdir(folder, { mode: 0o750 });
    const { ino, mode } = await stat(folder);
    await writeExport(folder, filesOf('one'), false);
    await writeExport(folder, filesOf('two'), true);
    const after = await stat(folder);
    assert.deepEqual([after.ino, after.mode, await written()], [ino, mode, 'two']);
    assert.deepEqual(
      [await readdir(around), (await readdir(folder)).sort()],
      [['trust'], ['countersign-trust.json', 'gh']],
    );
  });

  it('is reached by a link, which stays', async () => {
    const real = join(around, 'real');
    await mkdir(real);
    await symlink(real, folder);
    await writeExport(folder, filesOf('one'), false);
    await writeExport(folder, filesOf('two'), true);
    assert.equal(await readFile(join(real, 'gh/trusted_root.jsonl'), 'utf8'), 'two');
    assert.ok((await lstat(folder)).isSymbolicLink());
    assert.deepEqual((await readdir(around)).sort(), ['real', 'trust']);
  });

  it('is refused where a link within it leads elsewhere, whatever an earlier export says that it wrote', async () => {
    const elsewhere = join(around, 'elsewhere');
    await mkdir(elsewhere);
    await writeFile(join(elsewhere, 'trusted_root.jsonl'), 'mine');
    await mkdir(folder);
    await symlink(elsewhere, join(folder, 'gh'));
    const forms = [{ format: 'gh', files: ['gh', 'gh/trusted_root.jsonl'] }];
    await writeFile(join(folder, 'countersign-trust.json'), JSON.stringify({ forms }));
    await assert.rejects(writeExport(folder, filesOf('two'), true), refused);
    assert.equal(await readFile(join(elsewhere, 'trusted_root.jsonl'), 'utf8'), 'mine');
  });

  it('is as it was before where a file cannot be written', async () => {
    const broken = [...filesOf('two'), { path: 'gh/trusted_root.jsonl/below', bytes: Buffer.from('x') }];
    for (const before of ['nothing', 'empty', 'export'] as const) {
      await rm(folder, { recursive: true, force: true });
      if (before === 'empty') await mkdir(folder);
      if (before === 'export') await writeExport(folder, filesOf('one'), false);
      await assert.rejects(writeExport(folder, broken, true), refused);
      if (before === 'nothing') assert.deepEqual(await readdir(around), []);
      if (before === 'empty') assert.deepEqual(await readdir(folder), []);
      if (before === 'export') assert.equal(await written(), 'one');
      assert.ok((await readdir(around)).length <= 1);
    }
  });

  it("is not searched through where it is plainly no export, such as somebody's home", async () => {
    await mkdir(join(folder, 'documents/deep'), { recursive: true });
    await writeFile(join(folder, 'documents/deep/letter'), 'mine');
    await assert.rejects(writeExport(folder, filesOf('one'), true), { ...refused, message: /"documents"/ });
    await assert.rejects(writeExport(folder, filesOf('one'), false), { ...refused, message: /not empty/ });
    await mkdir(join(folder, 'documents/empty'));
    await rm(join(folder, 'documents/deep'), { recursive: true });
    await assert.rejects(writeExport(folder, filesOf('one'), false), { ...refused, message: /not empty/ });
    assert.deepEqual(await readdir(folder), ['documents']);
  });

  it('has to be a folder', async () => {
    await writeFile(folder, '');
    for (const force of [true, false])
      await assert.rejects(writeExport(folder, filesOf('one'), force), refused);
    await assert.rejects(writeExport(join(folder, 'below'), filesOf('one'), false), refused);
    assert.deepEqual(await readdir(around), ['trust']);
  });
});
