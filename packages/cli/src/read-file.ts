import { CountersignError } from '@countersign/core/errors';
import { readBounded, unreadable } from '@countersign/core/read-bounded';

/**
 * A file that a flag names, whole. `what` says in an error which one it is. Throws INPUT_INVALID where it cannot be read
 * or is larger than `maxBytes`.
 */
export async function readFileOf(what: string, path: string, maxBytes: number): Promise<Buffer> {
  try {
    return await readBounded(path, maxBytes);
  } catch (error) {
    if (error instanceof CountersignError) throw error;
    throw new CountersignError('INPUT_INVALID', {
      what: `${what} ${JSON.stringify(path)} ${unreadable(error)}`,
      remedy: `Give the path of a file that this user can read, of at most ${sizeOf(maxBytes)}.`,
      cause: error,
    });
  }
}

const MIB = 1024 * 1024;

const sizeOf = (bytes: number): string => (bytes % MIB === 0 ? `${bytes / MIB} MiB` : `${bytes} bytes`);
