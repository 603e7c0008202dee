import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { Transform, Writable, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createZstdDecompress } from 'node:zlib';
import { CountersignError } from '../errors.js';
import {
  MAX_LAYER_ENTRIES,
  MAX_LAYER_EXPANSION,
  MAX_LAYER_KEPT_PATH_CHARS,
  MAX_LAYER_UNPACKED_BYTES,
  UNSUSPICIOUS_LAYER_BYTES,
} from '../limits.js';
import { TarScanner, type TarEntry } from './image-tar.js';
import { packingOfHead, UnpackedCopy, type Unpacked } from './image-unpacked.js';

/** What one layer of an image does to the files that a reader of SBOMs asks about. */
export interface LayerListing {
  /** Files that the wishes keep, by their path without the leading slash. */
  readonly files: ReadonlyMap<string, ListedFile>;
  /** Paths below this layer that it takes away, each with all that is beneath it (OCI image specification, "Whiteouts"). */
  readonly removed: readonly string[];
  /** Folders whose content below this layer it takes away. */
  readonly emptied: readonly string[];
  readonly entries: number;
  readonly unpackedBytes: number;
  /** Where it was asked for and the layer is packed. */
  readonly unpacked?: Unpacked | undefined;
}

export interface ListedFile {
  readonly size: number;
  /** What the wishes made of the beginning of the content; undefined where none was read. */
  readonly note: string | undefined;
}

/** Which files are kept of a listing. */
export interface ListingWishes {
  /** How many bytes of the content `note` needs; undefined: the file is not asked about. */
  readonly bytesWanted: (path: string, entry: TarEntry) => number | undefined;
  /** Of a file whose content was wanted; undefined: it is not kept after all. */
  readonly note: (path: string, head: Buffer) => string | undefined;
}

/**
 * Lists a layer from its file: tar, plain or packed with gzip or zstd, told by its first bytes as runtimes do. Bounded in
 * entries, in bytes and in how far it expands, so that no archive that is small on the registry fills this machine.
 * `name` is for messages; `unpackTo`: where a packed layer is left unpacked. Throws IMAGE_UNREADABLE for what is no such archive, LIMIT_EXCEEDED, INTERRUPTED.
 */
export async function listLayer(
  path: string,
  name: string,
  wishes: ListingWishes,
  signal: AbortSignal,
  unpackTo?: string,
): Promise<LayerListing> {
  const { packing, size } = await packingOf(path);
  const copy =
    packing === undefined || unpackTo === undefined ? undefined : await UnpackedCopy.open(unpackTo);
  const found = new Findings(wishes, name);
  const scanner = new TarScanner({
    onEntry: (entry) => found.add(entry),
    onContent: (entry, content) => {
      found.read(entry, content);
    },
  });
  const archive = new Writable({
    highWaterMark: CHUNK_BYTES,
    write: (chunk: Buffer, _encoding, done) => {
      try {
        scanner.write(chunk);
        if (copy === undefined) done();
        else
          copy.write(chunk).then(() => {
            done();
          }, done);
      } catch (error) {
        done(error instanceof Error ? error : new Error(String(error)));
      }
    },
  });
  const meter = new Meter(size, name);
  try {
    const source: Readable = createReadStream(path, { highWaterMark: CHUNK_BYTES, signal });
    if (packing === undefined) await pipeline(source, meter, archive, { signal });
    else await pipeline(source, packing(), meter, archive, { signal });
    scanner.end();
  } catch (error) {
    await copy?.drop();
    if (error instanceof CountersignError) throw error;
    if (signal.aborted) {
      throw new CountersignError('INTERRUPTED', {
        what: `The run was interrupted while ${name} was being listed`,
        remedy: 'Run it again.',
      });
    }
    throw new CountersignError('IMAGE_UNREADABLE', {
      what: `${name} is no archive that can be listed: ${error instanceof Error ? error.message : String(error)}`,
      remedy: 'Build the image again; its layers have to be tar archives, plain or packed with gzip or zstd.',
      cause: error,
    });
  }
  return { ...found.listing(), unpackedBytes: meter.bytes, unpacked: await copy?.finish() };
}

const CHUNK_BYTES = 256 * 1024;

/** Told by the first bytes, not by the media type: the generator does the same. */
async function packingOf(
  path: string,
): Promise<{ readonly size: number; readonly packing: (() => Transform) | undefined }> {
  const file = await open(path);
  try {
    const head = Buffer.alloc(4);
    await file.read(head, 0, head.length, 0);
    const { size } = await file.stat();
    const unpack = { chunkSize: CHUNK_BYTES };
    switch (packingOfHead(head)) {
      case 'gzip':
        return { size, packing: () => createGunzip(unpack) };
      case 'zstd':
        return { size, packing: () => createZstdDecompress(unpack) };
      case undefined:
        return { size, packing: undefined };
    }
  } finally {
    await file.close();
  }
}

/** Counts what comes out of the packing and stops where it is more than an honest layer has. */
class Meter extends Transform {
  bytes = 0;
  readonly #packed: number;
  readonly #name: string;

  constructor(packed: number, name: string) {
    super({ highWaterMark: CHUNK_BYTES });
    this.#packed = packed;
    this.#name = name;
  }

  override _transform(
    chunk: Buffer,
    _encoding: BufferEncoding,
    done: (error: Error | null, data?: Buffer) => void,
  ): void {
    this.bytes += chunk.length;
    const expands = this.bytes > UNSUSPICIOUS_LAYER_BYTES && this.bytes > this.#packed * MAX_LAYER_EXPANSION;
    if (this.bytes > MAX_LAYER_UNPACKED_BYTES || expands) {
      const why = expands
        ? `expands to more than ${MAX_LAYER_EXPANSION} times its size`
        : `has more than ${MAX_LAYER_UNPACKED_BYTES} bytes unpacked`;
      done(tooMuch(this.#name, why));
    } else {
      done(null, chunk);
    }
  }
}

const WHITEOUT = '.wh.';
const OPAQUE = '.wh..wh..opq';

class Findings {
  readonly #wishes: ListingWishes;
  readonly #name: string;
  readonly #files = new Map<string, ListedFile>();
  readonly #removed: string[] = [];
  readonly #emptied: string[] = [];
  #entries = 0;
  #pathChars = 0;

  constructor(wishes: ListingWishes, name: string) {
    this.#wishes = wishes;
    this.#name = name;
  }

  /** Answers how much of the content is wanted. */
  add(entry: TarEntry): number {
    this.#entries += 1;
    if (this.#entries > MAX_LAYER_ENTRIES)
      throw tooMuch(this.#name, `has more than ${MAX_LAYER_ENTRIES} entries`);
    const path = plainPath(entry.name);
    const slash = path.lastIndexOf('/');
    const base = path.slice(slash + 1);
    if (base === OPAQUE) this.#emptied.push(this.#kept(path.slice(0, Math.max(slash, 0))));
    else if (base.startsWith(WHITEOUT))
      this.#removed.push(this.#kept(path.slice(0, slash + 1) + base.slice(WHITEOUT.length)));
    else return this.#addFile(path, entry);
    return 0;
  }

  /** A symbolic link is no evidence: what it points at is, where it is there. A hard link has its content elsewhere. */
  #addFile(path: string, entry: TarEntry): number {
    this.#files.delete(path); // an archive may have a path twice: the last one stands
    const wanted = entry.kind === 'other' ? undefined : this.#wishes.bytesWanted(path, entry);
    if (wanted === undefined) return 0;
    const size = entry.kind === 'file' ? entry.size : 1;
    const toRead = entry.kind === 'file' ? Math.min(wanted, size) : 0;
    if (wanted === 0 || toRead === 0) this.#files.set(this.#kept(path), { size, note: undefined });
    return toRead;
  }

  read({ name, size }: TarEntry, head: Buffer): void {
    const path = plainPath(name);
    const note = this.#wishes.note(path, head);
    if (note !== undefined) this.#files.set(this.#kept(path), { size, note });
  }

  /** A path may have 1 MiB, and there may be millions. */
  #kept(path: string): string {
    this.#pathChars += path.length;
    if (this.#pathChars > MAX_LAYER_KEPT_PATH_CHARS)
      throw tooMuch(
        this.#name,
        `has whiteouts and lists of packages whose paths have more than ${MAX_LAYER_KEPT_PATH_CHARS} characters`,
      );
    return path;
  }

  listing(): Omit<LayerListing, 'unpackedBytes'> {
    return {
      files: this.#files,
      removed: this.#removed,
      emptied: this.#emptied,
      entries: this.#entries,
    };
  }
}

/** `./usr/lib/x`, `/usr/lib/x` and `usr//lib/x` are one file. */
const plainPath = (name: string): string =>
  name
    .split('/')
    .filter((part) => part !== '' && part !== '.')
    .join('/');

const tooMuch = (name: string, why: string): CountersignError =>
  new CountersignError('LIMIT_EXCEEDED', {
    what: `${name} ${why}`,
    remedy: 'Look at what was pushed there before anything unpacks it; an honest layer is smaller.',
  });
