import { buffer } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { pack } from 'tar-stream';

const BLOCK = 512;
/** Go's decompressor hands out no more at a time than what lies before the next multiple of this. */
const WINDOW = 32 * 1024;

/**
 * A TUF repository as `mirrorFS` of policy-controller: a gzipped tar archive. policy-controller 0.15.1 reads each file
 * with a single Read (pkg/tuf/repo.go, UncompressMemFS), which ends wherever the decompressor's window does; the rest of
 * the file would be zeros. So that no file lies across such a place, a file of zeros that nobody reads goes before one
 * that would. undefined: a file is larger than a window.
 */
export async function packMirror(files: ReadonlyMap<string, Uint8Array>): Promise<Buffer | undefined> {
  const archive = pack();
  let at = 0;
  let fillers = 0;
  const add = (name: string, bytes: Uint8Array): void => {
    archive.entry({ name, mtime: new Date(0), mode: 0o644 }, Buffer.from(bytes));
    at += BLOCK + Math.ceil(bytes.length / BLOCK) * BLOCK;
  };
  for (const [name, bytes] of files) {
    if (bytes.length > WINDOW - BLOCK) return undefined;
    const next = Math.ceil((at + BLOCK + 1) / WINDOW) * WINDOW;
    if (at + BLOCK < next && at + BLOCK + bytes.length > next) {
      fillers += 1;
      add(`filler-${fillers}`, Buffer.alloc(next - 2 * BLOCK - at));
    }
    add(name, bytes);
  }
  archive.finalize();
  return promisify(gzip)(await buffer(archive));
}
