import { open, rm } from 'node:fs/promises';
import { CountersignError } from '@countersign/core/errors';

/** Where a new pair was written. */
export interface KeyFiles {
  readonly privateKeyFile: string;
  readonly publicKeyFile: string;
}

/**
 * Writes PREFIX.key, for its owner alone, and PREFIX.pub: both or neither, and over nothing, be it a link. Throws INPUT_INVALID.
 */
export async function writePair(prefix: string, privateKey: string, publicKey: string): Promise<KeyFiles> {
  const files = { privateKeyFile: `${prefix}.key`, publicKeyFile: `${prefix}.pub` };
  await writeNew(files.privateKeyFile, privateKey, 0o600);
  try {
    await writeNew(files.publicKeyFile, publicKey, 0o644);
  } catch (error) {
    await rm(files.privateKeyFile, { force: true });
    throw error;
  }
  return files;
}

async function writeNew(path: string, text: string, mode: number): Promise<void> {
  // wx is O_EXCL: it follows no link, and what is there stays as it is.
  const file = await open(path, 'wx', mode).catch((error: unknown) => {
    throw notWritten(path, error);
  });
  try {
    await file.writeFile(text);
    await file.sync();
  } catch (error) {
    await rm(path, { force: true });
    throw notWritten(path, error);
  } finally {
    await file.close();
  }
}

function notWritten(path: string, error: unknown): CountersignError {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const why = code === 'EEXIST' ? 'something is there already' : (WHY[code] ?? String(error));
  return new CountersignError('INPUT_INVALID', {
    what: `The key file ${JSON.stringify(path)} cannot be written: ${why}`,
    remedy:
      code === 'EEXIST'
        ? 'Give another --output-prefix: a key is never written over, since what it signed needs its public half.'
        : 'Give an --output-prefix in a folder that is there and that this user may write to.',
    cause: error,
  });
}

const WHY: Readonly<Record<string, string>> = {
  ENOENT: 'its folder is not there',
  ENOTDIR: 'something on its path is not a folder',
  EACCES: 'this user may not write there',
  EROFS: 'the file system is read-only',
};
