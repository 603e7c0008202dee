import { createHash } from 'node:crypto';
import type { Context } from '../context.js';
import { CountersignError } from '../errors.js';
import { MAX_MANIFEST_BYTES } from '../limits.js';
import { digestOf, hexOf, isDigest, type Descriptor, type Digest } from '../oci/index.js';
import { LayoutFiles, type Content } from './layout-files.js';
import { notALayout } from './layout-failure.js';
import { readLayoutIndex, writeLayoutIndex, type LayoutEntry, type LayoutIndex } from './layout-index.js';
import { withLock } from './layout-lock.js';

/** What a layout folder holds: blobs by digest, and the index that names some of them. Throws what LayoutFiles throws. */
export class LayoutStore {
  readonly where: string;
  readonly #files: LayoutFiles;
  readonly #context: Pick<Context, 'clock' | 'random' | 'signal'>;
  /** Writers of this process wait here and not at the lock. */
  #writing: Promise<unknown> = Promise.resolve();

  constructor(path: string, where: string, context: Pick<Context, 'clock' | 'random' | 'signal'>) {
    this.where = where;
    this.#context = context;
    this.#files = new LayoutFiles(path, where, context.random);
  }

  async index(): Promise<LayoutIndex> {
    const bytes = await this.#files.read(INDEX, MAX_MANIFEST_BYTES);
    if (bytes === undefined) throw notALayout(this.where, 'it has no index.json');
    return readLayoutIndex(bytes, this.where);
  }

  /**
   * Replaces the entries of the index, while no other process that asks for the lock does. `edit` answers undefined where
   * nothing is to be changed. Throws WRITE_CONTENDED, LIMIT_EXCEEDED.
   */
  editIndex(edit: (index: LayoutIndex) => readonly LayoutEntry[] | undefined): Promise<boolean> {
    const write = (): Promise<boolean> => this.#editAlone(edit);
    const writing = this.#writing.then(write, write);
    this.#writing = writing;
    return writing;
  }

  /** The bytes of a manifest; undefined: there are none. Throws DIGEST_MISMATCH, LAYOUT_INVALID. */
  async manifest(digest: Digest): Promise<Buffer | undefined> {
    const bytes = await this.#files.read(blobFile(digest), MAX_MANIFEST_BYTES);
    if (bytes !== undefined) this.#check(digestOf(bytes), bytes.length, { digest, size: bytes.length });
    return bytes;
  }

  /** undefined: there is none. Throws DIGEST_MISMATCH. */
  async blob(descriptor: Pick<Descriptor, 'digest' | 'size'>): Promise<Buffer | undefined> {
    const { digest, size } = descriptor;
    const length = await this.#files.sizeOf(blobFile(digest));
    if (length === undefined) return undefined;
    if (length !== size) throw this.#mismatch(descriptor, `${length} bytes`);
    const bytes = await this.#files.read(blobFile(digest), size);
    if (bytes !== undefined) this.#check(digestOf(bytes), bytes.length, descriptor);
    return bytes;
  }

  /** undefined: there is none. The stream throws DIGEST_MISMATCH at its end, or where more comes than should. */
  async stream(
    descriptor: Pick<Descriptor, 'digest' | 'size'>,
  ): Promise<AsyncIterable<Uint8Array> | undefined> {
    const length = await this.#files.sizeOf(blobFile(descriptor.digest));
    return length === undefined ? undefined : this.#checked(descriptor);
  }

  /** Stores a blob unless it is there whole. Throws DIGEST_MISMATCH where the content is another. */
  async put(digest: Digest, size: number, open: () => Content): Promise<void> {
    if (await this.#isWhole({ digest, size })) return;
    let found: string | undefined;
    const content = open();
    const hashed = content instanceof Uint8Array ? content : hashing(content, (hex) => (found = hex));
    await this.#files.write(blobFile(digest), hashed, () => {
      const digested = content instanceof Uint8Array ? digestOf(content) : `sha256:${found ?? ''}`;
      if (digested !== digest) throw this.#mismatch({ digest, size }, digested);
      return Promise.resolve();
    });
  }

  has(digest: Digest): Promise<boolean> {
    return this.#files.sizeOf(blobFile(digest)).then((size) => size !== undefined);
  }

  /** Takes a manifest away, and what the index names it with; false: there was none. */
  async deleteManifest(digest: Digest): Promise<boolean> {
    await this.editIndex(({ entries }) => {
      const left = entries.filter(({ descriptor }) => descriptor?.digest !== digest);
      return left.length === entries.length ? undefined : left;
    });
    return this.#files.remove(blobFile(digest));
  }

  /** Does all that a write does, and changes nothing. */
  async proveWritable(): Promise<void> {
    await this.#files.proveWritable();
    await this.editIndex(() => undefined);
  }

  async #editAlone(edit: (index: LayoutIndex) => readonly LayoutEntry[] | undefined): Promise<boolean> {
    const lock = await this.#files.ownFile(LOCK);
    return withLock(lock, this.where, this.#context, async (stillHeld) => {
      const index = await this.index();
      const entries = edit(index);
      if (entries === undefined) return false;
      await this.#files.write(INDEX, writeLayoutIndex(index, entries, this.where), stillHeld);
      return true;
    });
  }

  /** What an interrupted copy left half written is written again. */
  async #isWhole(descriptor: Pick<Descriptor, 'digest' | 'size'>): Promise<boolean> {
    if ((await this.#files.sizeOf(blobFile(descriptor.digest))) !== descriptor.size) return false;
    const hash = createHash('sha256');
    for await (const chunk of this.#files.stream(blobFile(descriptor.digest))) hash.update(chunk);
    return `sha256:${hash.digest('hex')}` === descriptor.digest;
  }

  async *#checked(descriptor: Pick<Descriptor, 'digest' | 'size'>): AsyncGenerator<Uint8Array> {
    const hash = createHash('sha256');
    let length = 0;
    for await (const chunk of this.#files.stream(blobFile(descriptor.digest))) {
      length += chunk.length;
      if (length > descriptor.size) throw this.#mismatch(descriptor, `more than ${descriptor.size} bytes`);
      hash.update(chunk);
      yield chunk;
    }
    this.#check(`sha256:${hash.digest('hex')}`, length, descriptor);
  }

  #check(found: string, length: number, descriptor: Pick<Descriptor, 'digest' | 'size'>): void {
    if (found === descriptor.digest && length === descriptor.size) return;
    throw this.#mismatch(descriptor, `${found} (${length} bytes)`);
  }

  #mismatch({ digest, size }: Pick<Descriptor, 'digest' | 'size'>, found: string): CountersignError {
    return new CountersignError('DIGEST_MISMATCH', {
      what: `${this.where} holds other bytes under ${digest} (${size} bytes): ${found}`,
      remedy: 'Do not use this image: what is in the folder was changed or damaged. Build or copy it again.',
    });
  }
}

const INDEX = 'index.json';
const LOCK = '.countersign-index.lock';

/** A digest is made by a parser alone; looked at again, since here it becomes a path. */
function blobFile(digest: Digest): string {
  if (!isDigest(digest)) throw new Error('a digest is none');
  return `blobs/sha256/${hexOf(digest)}`;
}

async function* hashing(
  content: AsyncIterable<Uint8Array>,
  atEnd: (hex: string) => void,
): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256');
  for await (const chunk of content) {
    hash.update(chunk);
    yield chunk;
  }
  atEnd(hash.digest('hex'));
}
