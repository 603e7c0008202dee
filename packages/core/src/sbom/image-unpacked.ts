import { createHash } from 'node:crypto';
import { open, rm, type FileHandle } from 'node:fs/promises';

/** What was unpacked of a layer, beside the layer itself. */
export interface Unpacked {
  readonly path: string;
  /** `sha256:…` of it: the layer's diff id. */
  readonly diffId: string;
}

/**
 * Keeps what comes out of a layer's packing, because syft unpacks a layer of a layout twice: once to have its diff id, which
 * other sources have from the config. Only a help: where it cannot be written, it is given up.
 */
export class UnpackedCopy {
  readonly #path: string;
  readonly #hash = createHash('sha256');
  #file: FileHandle | undefined;
  #head = Buffer.alloc(0);

  private constructor(path: string, file: FileHandle | undefined) {
    this.#path = path;
    this.#file = file;
  }

  static async open(path: string): Promise<UnpackedCopy> {
    return new UnpackedCopy(path, await open(path, 'wx').catch(() => undefined));
  }

  async write(chunk: Buffer): Promise<void> {
    if (this.#file === undefined) return;
    if (this.#head.length < HEAD_BYTES)
      this.#head = Buffer.concat([this.#head, chunk.subarray(0, HEAD_BYTES)]);
    this.#hash.update(chunk);
    try {
      await this.#file.writeFile(chunk);
    } catch {
      await this.drop(); // a full disk: the layer as it came is smaller
    }
  }

  /** undefined where nothing was kept, or what is packed again: syft would look into that, and find other files. */
  async finish(): Promise<Unpacked | undefined> {
    if (this.#file === undefined || isPacked(this.#head)) {
      await this.drop();
      return undefined;
    }
    await this.#file.close();
    this.#file = undefined;
    return { path: this.#path, diffId: `sha256:${this.#hash.digest('hex')}` };
  }

  async drop(): Promise<void> {
    const file = this.#file;
    this.#file = undefined;
    await file?.close().catch(() => undefined);
    if (file !== undefined) await rm(this.#path, { force: true });
  }
}

const HEAD_BYTES = 4;

/** How an archive is packed, told by its first bytes. */
export function packingOfHead(head: Buffer): 'gzip' | 'zstd' | undefined {
  if (head[0] === 0x1f && head[1] === 0x8b) return 'gzip';
  return head.length >= HEAD_BYTES && head.readUInt32LE(0) === 0xfd2fb528 ? 'zstd' : undefined;
}

const isPacked = (head: Buffer): boolean => packingOfHead(head) !== undefined;
