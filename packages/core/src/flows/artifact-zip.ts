import { setImmediate } from 'node:timers/promises';
import { CountersignError } from '../errors.js';
import { MAX_ARTIFACT_CONTENT_BYTES, MAX_ARTIFACT_UPLOAD_BYTES } from '../limits.js';
import type { NewFile } from './sbom-files.js';

/**
 * A ZIP archive with these files in its root, in their order; the same files give the same bytes. Throws LIMIT_EXCEEDED
 * where it, or what goes into it, is larger than is uploaded.
 */
export async function zipOf(files: readonly NewFile[]): Promise<Buffer> {
  const content = files.reduce((sum, { bytes }) => sum + bytes.length, 0);
  if (content > MAX_ARTIFACT_CONTENT_BYTES)
    throw tooLarge(`hold ${content} bytes`, MAX_ARTIFACT_CONTENT_BYTES);
  const { Zip, ZipDeflate } = await import('fflate');
  const chunks: Uint8Array[] = [];
  let size = 0;
  const zip = new Zip((error, chunk) => {
    if (error !== null) throw error;
    size += chunk.length;
    if (size > MAX_ARTIFACT_UPLOAD_BYTES)
      throw tooLarge('are larger when compressed', MAX_ARTIFACT_UPLOAD_BYTES);
    chunks.push(chunk);
  });
  for (const { name, bytes } of files) {
    const entry = new ZipDeflate(name, { level: 6 });
    // fflate reads the parts of the local time, so a time of day without a zone is the same everywhere.
    entry.mtime = OLDEST_TIME;
    zip.add(entry);
    for (let at = 0; at < bytes.length; at += PIECE_BYTES) {
      entry.push(bytes.subarray(at, at + PIECE_BYTES), false);
      // Compressing holds the thread: between pieces an abort and the log get their turn.
      await setImmediate();
    }
    entry.push(new Uint8Array(0), true);
  }
  zip.end();
  return Buffer.concat(chunks);
}

/** The first that a ZIP archive can hold. */
const OLDEST_TIME = '1980-01-01T00:00:00';
const PIECE_BYTES = 1024 * 1024;

const tooLarge = (what: string, limit: number): CountersignError =>
  new CountersignError('LIMIT_EXCEEDED', {
    what: `The documents for upload-artifact ${what}; at most ${limit} bytes are uploaded`,
    remedy: 'Leave out a format, or give output-dir to actions/upload-artifact.',
  });
