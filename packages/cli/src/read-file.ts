import { open } from 'node:fs/promises';
import { CountersignError } from '@countersign/core/errors';

/**
 * A file that a flag names, whole. `what` says in an error which one it is. Throws INPUT_INVALID where it cannot be read
 * and LIMIT_EXCEEDED where it is larger than `maxBytes`.
 */
export async function readFileOf(what: string, path: string, maxBytes: number): Promise<Buffer> {
  try {
    const file = await open(path);
    try {
      const { size } = await file.stat();
      if (size > maxBytes) throw tooLarge(what, path, size, maxBytes);
      return await file.readFile();
    } finally {
      await file.close();
    }
  } catch (error) {
    if (error instanceof CountersignError) throw error;
    throw new CountersignError('INPUT_INVALID', {
      what: `${what} ${path} cannot be read: ${(error as NodeJS.ErrnoException).code ?? String(error)}`,
      remedy: 'Give the path of a file that this user can read.',
      cause: error,
    });
  }
}

const tooLarge = (what: string, path: string, size: number, maxBytes: number): CountersignError =>
  new CountersignError('LIMIT_EXCEEDED', {
    what: `${what} ${path} has ${size} bytes, more than the ${maxBytes} that are read`,
    remedy: 'Give a smaller file.',
  });
