import { promisify } from 'node:util';
import { crc32, deflateRaw } from 'node:zlib';
import type { ZipInputFile } from 'fflate';
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
  const { Zip } = await import('fflate');
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
    const entry: ZipInputFile = { filename: name, compression: DEFLATE, mtime: OLDEST_TIME, size: 0, crc: 0 };
    zip.add(entry);
    // By zlib, beside the main thread and several times as fast as in JavaScript.
    const packed = await compressed(bytes);
    entry.crc = crc32(bytes);
    entry.size = bytes.length;
    entry.ondata?.(null, packed, true);
  }
  zip.end();
  return Buffer.concat(chunks);
}

/** ZIP's number of it (APPNOTE.TXT, 4.4.5). */
const DEFLATE = 8;
/** The first that an archive can hold. fflate writes the local time, so a time without a zone is the same everywhere. */
const OLDEST_TIME = '1980-01-01T00:00:00';

const compressed = promisify(deflateRaw) as (bytes: Uint8Array) => Promise<Buffer<ArrayBuffer>>;

const tooLarge = (what: string, limit: number): CountersignError =>
  new CountersignError('LIMIT_EXCEEDED', {
    what: `The documents for upload-artifact ${what}; at most ${limit} bytes are uploaded`,
    remedy: 'Leave out a format, or give output-dir to actions/upload-artifact.',
  });
