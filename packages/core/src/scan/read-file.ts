import { open } from 'node:fs/promises';

/**
 * The bytes of a file, in pieces for readScanReport: each is the same memory, and is over when the next is asked for. For a
 * report of hundreds of megabytes a stream makes hundreds of buffers, and Node.js collects its garbage for each few.
 * Throws what the file system says.
 */
export async function* fileBytes(path: string): AsyncGenerator<Uint8Array, undefined> {
  const file = await open(path);
  try {
    const buffer = Buffer.allocUnsafe(PIECE_BYTES);
    for (;;) {
      const { bytesRead } = await file.read(buffer, 0, PIECE_BYTES);
      if (bytesRead === 0) return;
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    await file.close();
  }
}

const PIECE_BYTES = 1024 * 1024;
