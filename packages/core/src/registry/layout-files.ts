import { constants } from 'node:fs';
import { access, mkdir, open, readdir, realpath, rename, rm, stat, type FileHandle } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { LAYOUT_LEFTOVER_MS, MAX_LAYOUT_FILE_BYTES, MAX_SHOWN_INPUT_CHARS } from '../limits.js';
import type { Random } from '../runtime.js';
import { memberAt, parseJson } from '../json.js';
import { codeOf, escapes, fileFailure, notALayout } from './layout-failure.js';

/** What is written, whole or piece by piece. */
export type Content = Uint8Array | AsyncIterable<Uint8Array>;

/**
 * The files of one layout folder (OCI image specification 1.1, "Image Layout"). The folder may be of anybody: what is a
 * link to a place outside it, or no regular file, is neither read nor written. Files are written beside their place and
 * moved there whole. Throws LAYOUT_INVALID, LAYOUT_ESCAPES, LAYOUT_FORBIDDEN, LAYOUT_UNAVAILABLE.
 */
export class LayoutFiles {
  /** The folder for people. */
  readonly where: string;
  readonly #path: string;
  readonly #random: Random;
  #root: Promise<string> | undefined;

  constructor(path: string, where: string, random: Random) {
    this.#path = path;
    this.where = where;
    this.#random = random;
  }

  /** A whole file; undefined: there is none. Throws LAYOUT_INVALID where it has more than `maxBytes`. */
  async read(file: string, maxBytes: number): Promise<Buffer | undefined> {
    return this.#opened(file, async (handle, size) => {
      if (size > maxBytes) {
        throw notALayout(this.where, `${file} has ${size} bytes, and at most ${maxBytes} are read`);
      }
      // One more than it says it has: a file that grows meanwhile is not what it was.
      const bytes = Buffer.alloc(size + 1);
      let length = 0;
      for (;;) {
        const { bytesRead } = await handle.read(bytes, length, bytes.length - length, length);
        length += bytesRead;
        if (bytesRead === 0 || length > size) return bytes.subarray(0, length);
      }
    });
  }

  /** Bytes; undefined: there is no such file. */
  sizeOf(file: string): Promise<number | undefined> {
    return this.#opened(file, (_handle, size) => Promise.resolve(size));
  }

  /** The file piece by piece; nothing where there is none. */
  async *stream(file: string): AsyncGenerator<Uint8Array> {
    const handle = await this.#open(file);
    if (handle === undefined) return;
    try {
      for (let at = 0; ;) {
        const chunk = Buffer.allocUnsafe(CHUNK_BYTES);
        const { bytesRead } = await handle.read(chunk, 0, chunk.length, at);
        if (bytesRead === 0) return;
        at += bytesRead;
        yield chunk.subarray(0, bytesRead);
      }
    } catch (error) {
      throw fileFailure(error, this.where, `read ${file} in`);
    } finally {
      await handle.close();
    }
  }

  /** Writes a file whole or not at all. `beforeMove`: what it throws leaves everything as it was. */
  async write(file: string, content: Content, beforeMove?: () => Promise<void>): Promise<void> {
    const target = await this.#placeFor(file);
    const temporary = join(await this.#opening(), `${TEMPORARY}${this.#unique()}`);
    try {
      const handle = await open(temporary, 'wx');
      try {
        await handle.writeFile(content);
        await handle.sync();
      } finally {
        await handle.close();
      }
      await beforeMove?.();
      await rename(temporary, target);
    } catch (error) {
      await rm(temporary, { force: true }).catch(() => undefined); // the error before is the one to tell
      throw fileFailure(error, this.where, `write ${file} to`);
    }
  }

  /** false: there was none. */
  async remove(file: string): Promise<boolean> {
    if ((await this.sizeOf(file)) === undefined) return false;
    try {
      await rm(await this.#placeFor(file));
      return true;
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return false;
      throw fileFailure(error, this.where, `delete ${file} in`);
    }
  }

  /** Writes a file and takes it away again. Files that an interrupted run left long ago go with it. */
  async proveWritable(): Promise<void> {
    const root = await this.#opening();
    const proof = join(root, `${TEMPORARY}${this.#unique()}`);
    try {
      await access(await this.#inside('blobs/sha256', { make: true }), constants.W_OK);
      const handle = await open(proof, 'wx');
      const { mtimeMs: now } = await handle.stat().finally(() => handle.close());
      for (const name of await readdir(root)) {
        if (!name.startsWith(TEMPORARY) || name.length > TEMPORARY.length + 40) continue;
        const { mtimeMs } = (await stat(join(root, name)).catch(() => undefined)) ?? {};
        if (mtimeMs !== undefined && now - mtimeMs > LAYOUT_LEFTOVER_MS)
          await rm(join(root, name), { force: true });
      }
    } catch (error) {
      throw fileFailure(error, this.where, 'write to');
    } finally {
      await rm(proof, { force: true }).catch(() => undefined);
    }
  }

  /** The path of a file that is ours alone, such as a lock, at the top of the folder. */
  async ownFile(name: string): Promise<string> {
    return join(await this.#opening(), name);
  }

  #opening(): Promise<string> {
    this.#root ??= this.#find();
    this.#root.catch(() => (this.#root = undefined)); // a later try may find it
    return this.#root;
  }

  async #find(): Promise<string> {
    const root = await realpath(this.#path).catch((error: unknown) => {
      throw fileFailure(error, this.where, 'open the folder');
    });
    const marker = await this.#readMarker(root);
    if (marker === undefined) throw notALayout(this.where, 'it has no file oci-layout');
    const version = versionOf(marker);
    if (version === '1.0.0') return root;
    throw notALayout(
      this.where,
      version === undefined
        ? 'its file oci-layout has no imageLayoutVersion'
        : `its layout is of version ${JSON.stringify(version.slice(0, MAX_SHOWN_INPUT_CHARS))}, not 1.0.0`,
    );
  }

  async #readMarker(root: string): Promise<Buffer | undefined> {
    const handle = await this.#openAt(root, 'oci-layout');
    try {
      const { bytesRead, buffer } = (await handle?.read(Buffer.alloc(MAX_LAYOUT_FILE_BYTES), 0)) ?? {};
      return buffer?.subarray(0, bytesRead);
    } catch (error) {
      throw fileFailure(error, this.where, 'read oci-layout in');
    } finally {
      await handle?.close();
    }
  }

  async #opened<T>(
    file: string,
    use: (handle: FileHandle, size: number) => Promise<T>,
  ): Promise<T | undefined> {
    const handle = await this.#open(file);
    if (handle === undefined) return undefined;
    try {
      return await use(handle, (await handle.stat()).size);
    } catch (error) {
      throw fileFailure(error, this.where, `read ${file} in`);
    } finally {
      await handle.close();
    }
  }

  async #open(file: string): Promise<FileHandle | undefined> {
    return this.#openAt(await this.#opening(), file);
  }

  async #openAt(root: string, file: string): Promise<FileHandle | undefined> {
    let handle: FileHandle | undefined;
    try {
      const real = await realpath(join(root, file));
      if (!isInside(real, root)) throw escapes(this.where, file);
      // Not through a link that came in this moment, and without waiting for the other end of a pipe.
      handle = await open(real, READ);
      if ((await handle.stat()).isFile()) return handle;
      throw notALayout(this.where, `${file} is no regular file`);
    } catch (error) {
      await handle?.close();
      if (codeOf(error) === 'ENOENT') return undefined;
      throw fileFailure(error, this.where, `read ${file} in`);
    }
  }

  async #placeFor(file: string): Promise<string> {
    const parts = file.split('/');
    const name = parts.pop() ?? file;
    try {
      return join(await this.#inside(parts.join('/'), { make: true }), name);
    } catch (error) {
      throw fileFailure(error, this.where, `write ${file} to`);
    }
  }

  /** A folder in this one, through links that stay in it. */
  async #inside(folder: string, { make }: { make: boolean }): Promise<string> {
    const root = await this.#opening();
    let path = root;
    for (const part of folder.split('/').filter((each) => each !== '')) {
      path = join(path, part);
      if (make) {
        await mkdir(path).catch((error: unknown) => {
          if (codeOf(error) !== 'EEXIST') throw error;
        });
      }
      path = await realpath(path);
      if (!isInside(path, root)) throw escapes(this.where, folder);
    }
    return path;
  }

  #unique(): string {
    return Buffer.from(this.#random.bytes(8)).toString('hex');
  }
}

/** What files that are being written are called until they are whole. */
const TEMPORARY = '.countersign-new-';
const CHUNK_BYTES = 256 * 1024;
// Windows knows neither.
const {
  O_RDONLY,
  O_NOFOLLOW = 0,
  O_NONBLOCK = 0,
} = constants as Partial<typeof constants> & {
  O_RDONLY: number;
};
const READ = O_RDONLY | O_NOFOLLOW | O_NONBLOCK;

const isInside = (path: string, root: string): boolean =>
  path === root || path.startsWith(root.endsWith(sep) ? root : `${root}${sep}`);

/** undefined for what is no JSON, or says none. */
function versionOf(marker: Buffer): string | undefined {
  const version = memberAt(parseJson(marker.toString('utf8')), 'imageLayoutVersion');
  return typeof version === 'string' ? version : undefined;
}
