import { open } from 'node:fs/promises';
import { CountersignError } from './errors.js';

/**
 * A whole file. Where it says that it is no larger than `maxBytes` that is not relied on: a pipe or a device says 0.
 * Rejects with the file system's error, and with INPUT_INVALID where more than `maxBytes` come.
 */
export async function readBounded(path: string, maxBytes: number): Promise<Buffer> {
  const file = await open(path);
  try {
    const about = await file.stat();
    const { size } = about;
    if (about.isFile() && size > maxBytes) throw tooLarge(path, `${size} bytes`, maxBytes);
    let bytes = Buffer.allocUnsafe(Math.min(Math.max(size, LEAST_ROOM_BYTES), maxBytes) + 1);
    let length = 0;
    for (;;) {
      const { bytesRead } = await file.read(bytes, length, bytes.length - length, null);
      if (bytesRead === 0) return bytes.subarray(0, length);
      length += bytesRead;
      if (length > maxBytes) throw tooLarge(path, 'more', maxBytes);
      if (length === bytes.length) bytes = Buffer.concat([bytes], Math.min(2 * length, maxBytes + 1));
    }
  } finally {
    await file.close();
  }
}

/** The error of an input that names a file which cannot be read: INPUT_INVALID, or one that says more. */
export const unreadableInput = (input: string, path: string, error: unknown): CountersignError =>
  error instanceof CountersignError
    ? error
    : new CountersignError('INPUT_INVALID', {
        what: `The input ${input} names the file ${JSON.stringify(path)}, which ${unreadable(error)}`,
        remedy: 'Give the path of a file that is there and may be read, relative to the working directory.',
        cause: error,
      });

/** Why a file could not be read, to stand behind its name. */
export function unreadable(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return WHY[code] ?? `cannot be read (${code === '' ? String(error) : code})`;
}

const WHY: Readonly<Record<string, string | undefined>> = {
  ENOENT: 'is not there',
  ENOTDIR: 'is not there',
  EISDIR: 'is a folder',
  EACCES: 'may not be read by this user',
  EPERM: 'may not be read by this user',
};

const LEAST_ROOM_BYTES = 4096;

const tooLarge = (path: string, size: string, maxBytes: number): CountersignError =>
  new CountersignError('INPUT_INVALID', {
    what: `The file ${path} has ${size}, and at most ${maxBytes} bytes are read`,
    remedy: 'Give a smaller file.',
  });
