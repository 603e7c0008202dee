import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, realpath, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { CountersignError } from '../errors.js';

/** A folder that files of a run are written to. */
export class OutputFolder {
  readonly path: string;

  private constructor(path: string) {
    this.path = path;
  }

  /** Makes the folder where it is not there. Throws INPUT_INVALID where it cannot be written to. */
  static async open(path: string): Promise<OutputFolder> {
    await orInvalid(path, () => mkdir(path, { recursive: true }));
    return new OutputFolder(path);
  }

  pathOf(name: string): string {
    return join(this.path, name);
  }

  /**
   * Writes a file of the pieces, which need not stand in memory together; answers its path. It appears whole or not at all,
   * and in place of what lies there: no link in a checkout says where it is written to.
   */
  async write(name: string, pieces: Iterable<string>): Promise<string> {
    const path = this.pathOf(name);
    await orInvalid(path, () => writePieces(path, pieces));
    return path;
  }
}

/**
 * `scan`, `scan-linux-amd64`: how the names of each subject's files begin. Platforms whose names would be the same have their
 * digest in it.
 */
export function uniqueNames(
  subjects: readonly { readonly platform: string | undefined; readonly digest: string | undefined }[],
): readonly string[] {
  const names = subjects.map(({ platform }) =>
    platform === undefined ? 'scan' : `scan-${platform.toLowerCase().replace(/[^a-z0-9.]+/g, '-')}`,
  );
  return names.map((name, at) => {
    if (names.filter((each) => each === name).length === 1) return name;
    return `${name}-${subjects[at]?.digest?.replace(/^\w+:/, '').slice(0, 12) ?? at + 1}`;
  });
}

/**
 * Takes away what an earlier scan left in a folder: where this one fails, no later step must take that for its result. Files
 * that are inputs of this run stay; what it writes in their place takes it. Throws INPUT_INVALID.
 */
export async function removeOldScan(folder: string, inputs: readonly string[]): Promise<void> {
  const kept = new Set(
    await Promise.all([folder, ...inputs].map((path) => realpath(path).catch(() => path))),
  );
  const names = await readdir(folder).catch(() => []);
  for (const name of names.filter((each) => OF_A_SCAN.test(each))) {
    const path = join(folder, name);
    if (!kept.has(await realpath(path).catch(() => path))) await orInvalid(path, () => rm(path));
  }
}

const OF_A_SCAN =
  /^scan\.(?:sarif|md|junit\.xml)$|^scan(?:-[a-z0-9.-]+)?\.(?:grype|vuln|vulns|vdr\.cdx)\.json$/;

async function writePieces(path: string, pieces: Iterable<string>): Promise<void> {
  const passing = join(dirname(path), `.${basename(path)}.${randomUUID()}`);
  try {
    await writeNew(passing, pieces);
    await rename(passing, path);
  } catch (error) {
    await rm(passing, { force: true });
    throw error;
  }
}

async function writeNew(path: string, pieces: Iterable<string>): Promise<void> {
  const file = await open(path, 'wx');
  try {
    let waiting = '';
    for (const piece of pieces) {
      waiting += piece;
      if (waiting.length < WRITE_CHARS) continue;
      await file.writeFile(waiting);
      waiting = '';
    }
    await file.writeFile(waiting);
  } finally {
    await file.close();
  }
}

const WRITE_CHARS = 1024 * 1024;

async function orInvalid(path: string, act: () => Promise<unknown>): Promise<void> {
  try {
    await act();
  } catch (cause) {
    if (!(cause instanceof Error && 'syscall' in cause)) throw cause;
    throw new CountersignError('INPUT_INVALID', {
      what: `${path} cannot be written: ${cause.message}`,
      remedy: 'Give a folder (output-dir) that this user may write to, with room on its disk.',
      cause,
    });
  }
}
