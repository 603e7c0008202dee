import { open, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
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

  /** Writes a file of the pieces, which need not stand in memory together; answers its path. */
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

async function writePieces(path: string, pieces: Iterable<string>): Promise<void> {
  const file = await open(path, 'w');
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
