import { open } from 'node:fs/promises';
import { CountersignError } from '../errors.js';

/**
 * A whole file. What it says of its size is not relied on: a pipe or a device says 0.
 * Rejects with the file system's error, and with INPUT_INVALID where more than `maxBytes` come.
 */
export async function readBounded(path: string, maxBytes: number): Promise<Uint8Array> {
  const file = await open(path);
  try {
    const chunks: Uint8Array[] = [];
    let size = 0;
    for await (const chunk of file.createReadStream({ autoClose: false }) as AsyncIterable<Uint8Array>) {
      chunks.push(chunk);
      size += chunk.length;
      if (size > maxBytes) throw tooLarge(path, maxBytes);
    }
    return Buffer.concat(chunks);
  } finally {
    await file.close();
  }
}

const tooLarge = (path: string, maxBytes: number): CountersignError =>
  new CountersignError('INPUT_INVALID', {
    what: `The file ${path} has more than ${maxBytes} bytes`,
    remedy: 'Give a smaller file.',
  });
