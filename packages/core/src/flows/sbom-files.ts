import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { CountersignError } from '../errors.js';
import { unreadable } from '../read-bounded.js';

/** A file to write, by its name in the folder. */
export interface NewFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface WrittenFile {
  /** Absolute. */
  readonly path: string;
  /** 64 hexadecimal digits. */
  readonly sha256: string;
  readonly size: number;
}

/**
 * Writes files into a folder, all or none: each under a passing name first, renamed only once every one of them is on the
 * disk. Throws INPUT_INVALID where the folder cannot be written to.
 */
export async function writeTogether(
  folder: string,
  files: readonly NewFile[],
): Promise<readonly WrittenFile[]> {
  const staged = files.map(({ name, bytes }) => ({
    path: join(folder, name),
    passing: join(folder, `.${name}.${randomUUID()}`),
    bytes,
  }));
  try {
    await mkdir(folder, { recursive: true });
    for (const { passing, bytes } of staged) await writeSynced(passing, bytes);
    for (const { passing, path } of staged) await rename(passing, path);
  } catch (error) {
    await Promise.all(staged.map(({ passing }) => rm(passing, { force: true })));
    throw new CountersignError('INPUT_INVALID', {
      what: `The folder ${folder} of output-dir ${unreadable(error).replace('read', 'written to')}`,
      remedy: 'Name a folder in output-dir that this user may write to.',
      cause: error,
    });
  }
  return staged.map(({ path, bytes }) => ({
    path,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    size: bytes.length,
  }));
}

/** Takes files of an earlier run away, so that none is taken for one of this run. */
export const removeOld = async (folder: string, names: readonly string[]): Promise<void> => {
  await Promise.all(names.map((name) => rm(join(folder, name), { force: true })));
};

async function writeSynced(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'wx');
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}
