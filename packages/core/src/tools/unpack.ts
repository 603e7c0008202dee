import { createHash, type Hash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { PassThrough, Transform, Writable, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { crc32, createGunzip } from 'node:zlib';
import { CountersignError } from '../errors.js';
import { MAX_ARCHIVE_ENTRIES, MAX_SHOWN_INPUT_CHARS, MAX_TOOL_BYTES, MAX_UNPACKED_BYTES } from '../limits.js';

/** What an archive of a release holds that matters here. */
export interface Wanted {
  /** Path of the archive, and what it is called in errors. */
  readonly path: string;
  readonly name: string;
  /** The one file that is taken out, at the top of the archive. */
  readonly program: string;
}

/**
 * Takes exactly one program out of a `.tar.gz` or `.zip`, and nothing else: no other entry is ever written. With `target`
 * undefined it is only hashed. Answers its sha256. An archive with a path that leaves it, a link, the program twice or not at all, an
 * end that is cut off, or more than the bounds, is refused whole: TOOL_REJECTED.
 */
export async function unpackProgram(wanted: Wanted, target: string | undefined): Promise<string> {
  const taker = new Taker(wanted, target);
  try {
    if (wanted.name.endsWith('.zip')) await readZip(wanted, taker);
    else await readTarGz(wanted, taker);
  } catch (error) {
    if (error instanceof CountersignError) throw error;
    throw refused(wanted, 'is damaged or cut off', error);
  }
  return taker.sha256();
}

/** Looks at every entry and lets one through. */
class Taker {
  readonly #wanted: Wanted;
  readonly #target: string | undefined;
  #entries = 0;
  #unpacked = 0;
  #hash: Hash | undefined;

  constructor(wanted: Wanted, target: string | undefined) {
    this.#wanted = wanted;
    this.#target = target;
  }

  /** Whether this entry is the program; throws for one that no archive of a release has. */
  accepts(name: string, type: 'file' | 'directory' | 'other', size: number): boolean {
    this.#entries += 1;
    if (this.#entries > MAX_ARCHIVE_ENTRIES)
      throw refused(this.#wanted, `holds more than ${MAX_ARCHIVE_ENTRIES} entries`);
    const path = name.startsWith('./') ? name.slice(2) : name;
    if (leaves(path)) throw refused(this.#wanted, `holds a path that leaves it, ${shown(name)}`);
    if (type === 'other') throw refused(this.#wanted, `holds a link or a device, ${shown(name)}`);
    this.#unpacked += size;
    if (this.#unpacked > MAX_UNPACKED_BYTES)
      throw refused(this.#wanted, `unpacks to more than ${MAX_UNPACKED_BYTES} bytes`);
    if (path !== this.#wanted.program) return false;
    if (type !== 'file') throw refused(this.#wanted, `holds a folder in place of ${this.#wanted.program}`);
    if (this.#hash !== undefined) throw refused(this.#wanted, `holds ${this.#wanted.program} twice`);
    if (size > MAX_TOOL_BYTES) throw refused(this.#wanted, `holds a program of ${size} bytes`);
    return true;
  }

  async take(content: Readable, through: Transform = new PassThrough()): Promise<void> {
    const hash = createHash('sha256');
    this.#hash = hash;
    const sink =
      this.#target === undefined ? nowhere() : createWriteStream(this.#target, { flags: 'wx', mode: 0o755 });
    await pipeline(content, through, hashing(hash), sink);
  }

  sha256(): string {
    if (this.#hash === undefined) throw refused(this.#wanted, `does not hold ${this.#wanted.program}`);
    return this.#hash.digest('hex');
  }
}

async function readTarGz({ path }: Wanted, taker: Taker): Promise<void> {
  const { extract } = await import('tar-stream');
  const entries = extract();
  entries.on('entry', (header, content, next) => {
    // An entry that is refused ends with the archive's error, which is told there: unheard here it would end the process.
    content.on('error', () => undefined);
    const type = header.type === 'file' || header.type === 'directory' ? header.type : 'other';
    (async () => {
      if (taker.accepts(header.name, type, header.size)) await taker.take(content as unknown as Readable);
      else content.resume();
    })().then(
      () => {
        next();
      },
      (error: unknown) => {
        next(error instanceof Error ? error : new Error(String(error)));
      },
    );
  });
  await pipeline(
    createReadStream(path, { highWaterMark: PIECE_BYTES }),
    createGunzip({ chunkSize: PIECE_BYTES }),
    bounded(MAX_UNPACKED_BYTES),
    entries as unknown as Writable,
  );
}

async function readZip(wanted: Wanted, taker: Taker): Promise<void> {
  const { openPromise } = await import('yauzl');
  const archive = await openPromise(wanted.path, { lazyEntries: true, strictFileNames: true });
  try {
    for await (const entry of archive.eachEntry()) {
      const name = entry.fileName;
      const type = zipType(name, entry.externalFileAttributes);
      if (!taker.accepts(name, type, entry.uncompressedSize)) continue;
      // yauzl leaves the check of the sum to its caller.
      const sum = new CrcCheck();
      await taker.take(await archive.openReadStreamPromise(entry), sum.stream);
      if (sum.value !== entry.crc32) throw refused(wanted, `holds ${name} with a wrong checksum`);
    }
  } finally {
    archive.close();
  }
}

/** Larger than Node's own 16 KiB: a program of 100 MB is fewer steps. */
const PIECE_BYTES = 512 * 1024;

const TYPE_MASK = 0o170000;
const REGULAR = 0o100000;
const FOLDER = 0o040000;

/** The upper half of the attributes is the Unix mode; archives made on Windows have none. */
function zipType(name: string, attributes: number): 'file' | 'directory' | 'other' {
  const mode = (attributes >>> 16) & TYPE_MASK;
  if (mode !== 0 && mode !== REGULAR && mode !== FOLDER) return 'other';
  return name.endsWith('/') || mode === FOLDER ? 'directory' : 'file';
}

const leaves = (path: string): boolean =>
  path.startsWith('/') ||
  path.includes('\\') ||
  path.includes('\0') ||
  /^[A-Za-z]:/.test(path) ||
  path.split('/').includes('..');

const hashing = (hash: Hash): Transform =>
  new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      done(undefined, chunk);
    },
  });

class CrcCheck {
  value = 0;
  readonly stream = new Transform({
    transform: (chunk: Buffer, _encoding, done) => {
      this.value = crc32(chunk, this.value);
      done(undefined, chunk);
    },
  });
}

const nowhere = (): Writable =>
  new Writable({
    write(_chunk, _encoding, done) {
      done();
    },
  });

/** What comes out of the decompression, whatever the headers say. */
function bounded(maxBytes: number): Transform {
  let length = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      length += chunk.length;
      if (length > maxBytes) done(new Error(`more than ${maxBytes} bytes`));
      else done(undefined, chunk);
    },
  });
}

const shown = (name: string): string => JSON.stringify(name.slice(0, MAX_SHOWN_INPUT_CHARS));

const refused = ({ name }: Wanted, why: string, cause?: unknown): CountersignError =>
  new CountersignError('TOOL_REJECTED', {
    what: `The archive ${name} ${why}`,
    remedy: 'Nothing was installed. Do not unpack it by hand; tell the vendor what was found there.',
    cause,
  });
