import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, describe, it } from '@jest/globals';
import { readUsersInputs } from './users-inputs.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'countersign-users-inputs-'));
});
afterAll(() => rm(folder, { recursive: true }));

const written = async (name: string, text: string): Promise<string> => {
  const path = join(folder, name);
  await writeFile(path, text);
  return path;
};
const read = (image: string | undefined, sbom?: string) => readUsersInputs({ image, sbom, keep: false });
const IMAGE = 'registry.example/team/app:1.0';

describe('what a user gives for the demo', () => {
  it('is nothing where the demo shows its own image', async () => {
    assert.equal(await read(undefined), undefined);
  });

  it('is an image with a tag, and a document by its absolute path', async () => {
    const document = await written('sbom.json', '{"bomFormat":"CycloneDX","specVersion":"1.6","version":1}');
    const given = await read(IMAGE, relative(process.cwd(), document));
    assert.deepEqual([given?.target, given?.sbom], ['1.0', document]);
  });

  it('is refused with an image that has neither a tag nor a digest', async () => {
    for (const image of ['x', 'registry.example/team/app'])
      await assert.rejects(read(image), { code: 'REFERENCE_INVALID', fault: 'user' });
  });

  it('is refused with a document that is not there, or is none', async () => {
    await assert.rejects(read(IMAGE, join(folder, 'nope')), { code: 'INPUT_INVALID', fault: 'user' });
    await assert.rejects(read(IMAGE, folder), { code: 'INPUT_INVALID', fault: 'user' });
    await assert.rejects(read(IMAGE, await written('other.json', '{}')), { code: 'PREDICATE_INVALID' });
  });
});
