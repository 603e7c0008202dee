import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { CountersignError } from '../errors.js';
import { unreadable } from '../read-bounded.js';
import type { ScanOptions } from './scan-options.js';
import type { Services } from './types.js';

/** Where grype keeps the database of a run, absolute. */
export interface DatabaseFolder {
  readonly folder: string;
  /** It holds what was imported from one file and nothing else, or is not there. */
  readonly isOfFile: boolean;
}

/** Throws INPUT_INVALID where `db-file` names what cannot be read: before anything is fetched for a scan. */
export async function checkDatabaseFile(
  { database: { file } }: Pick<ScanOptions, 'database'>,
  { workDir }: Services,
): Promise<void> {
  if (file === undefined) return;
  try {
    const handle = await open(resolve(workDir, file));
    try {
      if ((await handle.stat()).isFile()) return;
    } finally {
      await handle.close();
    }
  } catch (error) {
    throw notReadable(file, unreadable(error), error);
  }
  throw notReadable(file, 'is no file');
}

/**
 * The folder that was named; else one for the bytes of the file to import, so that what one run imports is no other run's
 * database; else the one that all runs share and update. Throws INPUT_INVALID.
 */
export async function databaseFolderOf(
  { database: { file, folder } }: Pick<ScanOptions, 'database'>,
  { workDir, cacheDir }: Services,
): Promise<DatabaseFolder> {
  if (folder !== undefined) return { folder: resolve(workDir, folder), isOfFile: false };
  if (file === undefined) return { folder: join(cacheDir, 'grype-db'), isOfFile: false };
  const hash = createHash('sha256');
  try {
    await pipeline(createReadStream(resolve(workDir, file)), hash);
  } catch (error) {
    throw notReadable(file, unreadable(error), error);
  }
  return { folder: join(cacheDir, 'grype-db-files', hash.digest('hex')), isOfFile: true };
}

const notReadable = (file: string, why: string, cause?: unknown): CountersignError =>
  new CountersignError('INPUT_INVALID', {
    what: `The input db-file names ${JSON.stringify(file)}, which ${why}`,
    remedy:
      'Give the path of a database file that is there and may be read, relative to the working directory.',
    cause,
  });
