/** One entry of a tar archive. */
export interface TarEntry {
  /** As the archive has it. */
  readonly name: string;
  readonly kind: 'file' | 'hard-link' | 'other';
  /** Of its content in the archive, in bytes. */
  readonly size: number;
  /** Permission bits. */
  readonly mode: number;
}

/** What is done with the entries. `onEntry` says how many bytes of the content `onContent` is to have. */
export interface TarReader {
  readonly onEntry: (entry: TarEntry) => number;
  readonly onContent: (entry: TarEntry, content: Buffer) => void;
}

/** Says why an archive is none; the caller knows which one it was. */
class TarError extends Error {}

/**
 * Reads the headers of a tar archive (POSIX ustar and pax, GNU long names and sparse files, as Go's archive/tar reads them)
 * piece by piece, and passes over contents. It holds one header and what `onEntry` asked for, never an entry.
 */
export class TarScanner {
  readonly #reader: TarReader;
  #state: 'header' | 'sparse' | 'body' | 'end' = 'header';
  /** The part of a header block that came so far. */
  #block = Buffer.alloc(BLOCK_BYTES);
  #filled = 0;
  /** Content, then padding, that is still to come. */
  #content = 0;
  #padding = 0;
  #kept: Buffer[] = [];
  #keep = 0;
  #whenRead: ((content: Buffer) => void) | undefined;
  /** What a header before the entry says of it. */
  #longName: string | undefined;
  #pax: ReadonlyMap<string, string> = new Map();

  constructor(reader: TarReader) {
    this.#reader = reader;
  }

  /** Throws TarError. */
  write(chunk: Buffer): void {
    let at = 0;
    while (at < chunk.length && this.#state !== 'end') {
      at += this.#state === 'body' ? this.#takeBody(chunk, at) : this.#takeBlock(chunk, at);
    }
  }

  /** Throws TarError where the archive stops in the middle. An archive without its closing blocks is taken, as Go does. */
  end(): void {
    const inBody = this.#state === 'body' && this.#content > 0;
    if (inBody || this.#state === 'sparse' || this.#filled > 0) throw new TarError('it stops in the middle');
  }

  #takeBlock(chunk: Buffer, at: number): number {
    const taken = Math.min(BLOCK_BYTES - this.#filled, chunk.length - at);
    chunk.copy(this.#block, this.#filled, at, at + taken);
    this.#filled += taken;
    if (this.#filled < BLOCK_BYTES) return taken;
    this.#filled = 0;
    if (this.#state === 'sparse') {
      if (this.#block[SPARSE_GOES_ON] === 0) this.#state = 'body';
    } else {
      this.#header(this.#block);
    }
    return taken;
  }

  #takeBody(chunk: Buffer, at: number): number {
    const taken = Math.min(this.#content, chunk.length - at);
    if (this.#keep > 0) {
      const kept = Buffer.from(chunk.subarray(at, at + Math.min(taken, this.#keep)));
      this.#kept.push(kept);
      this.#keep -= kept.length;
    }
    this.#content -= taken;
    const padding = Math.min(this.#content === 0 ? this.#padding : 0, chunk.length - at - taken);
    this.#padding -= padding;
    if (this.#content === 0) this.#finishContent();
    if (this.#content === 0 && this.#padding === 0) this.#state = 'header';
    return taken + padding;
  }

  #finishContent(): void {
    const done = this.#whenRead;
    this.#whenRead = undefined;
    done?.(Buffer.concat(this.#kept));
    this.#kept = [];
  }

  #header(block: Buffer): void {
    if (block.every((byte) => byte === 0)) {
      this.#state = 'end';
      return;
    }
    checkSum(block);
    const type = String.fromCharCode(block[156] ?? 0);
    const size = numberIn(block, 124, 12);
    if (type === 'x' || type === 'L' || type === 'K' || type === 'g') {
      if (size > MAX_SPECIAL_BYTES) throw new TarError(`a header of it has ${size} bytes`);
      this.#expect(size, size, (content) => {
        if (type === 'x') this.#pax = paxRecords(content);
        else if (type === 'L') this.#longName = textIn(content, 0, content.length);
      });
      return;
    }
    const kind = KINDS.get(type) ?? 'other';
    const stated = kind === 'file' || !WITHOUT_CONTENT.has(type) ? (paxSize(this.#pax) ?? size) : 0;
    const name = this.#pax.get('GNU.sparse.name') ?? this.#pax.get('path') ?? this.#longName ?? nameIn(block);
    const entry = { name, kind, size: stated, mode: numberIn(block, 100, 8) };
    this.#longName = undefined;
    this.#pax = new Map();
    const wanted = Math.min(this.#reader.onEntry(entry), stated);
    this.#expect(
      stated,
      wanted,
      wanted === 0
        ? undefined
        : (content) => {
            this.#reader.onContent(entry, content);
          },
    );
    if (type === GNU_SPARSE && block[SPARSE_BEGINS] !== 0) this.#state = 'sparse';
  }

  #expect(size: number, keep: number, done: ((content: Buffer) => void) | undefined): void {
    this.#content = size;
    this.#padding = (BLOCK_BYTES - (size % BLOCK_BYTES)) % BLOCK_BYTES;
    this.#keep = keep;
    this.#whenRead = done;
    if (size === 0) this.#finishContent();
    this.#state = size === 0 ? 'header' : 'body';
  }
}

const BLOCK_BYTES = 512;
/** Go's archive/tar takes no longer one. */
const MAX_SPECIAL_BYTES = 1024 * 1024;
const GNU_SPARSE = 'S';
const SPARSE_BEGINS = 482;
const SPARSE_GOES_ON = 504;
const KINDS: ReadonlyMap<string, TarEntry['kind']> = new Map([
  ['\0', 'file'],
  ['0', 'file'],
  ['7', 'file'],
  [GNU_SPARSE, 'file'],
  ['1', 'hard-link'],
]);
/** Links, devices, folders and pipes: a size in their header is no content. */
const WITHOUT_CONTENT: ReadonlySet<string> = new Set(['1', '2', '3', '4', '5', '6']);

function checkSum(block: Buffer): void {
  let sum = 0;
  for (let at = 0; at < BLOCK_BYTES; at += 1) sum += at >= 148 && at < 156 ? 0x20 : (block[at] ?? 0);
  if (numberIn(block, 148, 8) !== sum) throw new TarError('a header of it is damaged');
}

/** Octal digits, or base 256 where the first bit is set (GNU, for sizes from 8 GiB on). */
function numberIn(block: Buffer, at: number, length: number): number {
  const first = block[at] ?? 0;
  let value: number;
  if ((first & 0x80) !== 0) {
    value = first & 0x7f;
    for (let index = at + 1; index < at + length; index += 1) value = value * 256 + (block[index] ?? 0);
  } else {
    const text = textIn(block, at, length).trim();
    if (!/^[0-7]*$/.test(text)) throw new TarError('a number in a header of it is none');
    value = text === '' ? 0 : Number.parseInt(text, 8);
  }
  if (!Number.isSafeInteger(value)) throw new TarError('a number in a header of it is too large');
  return value;
}

function nameIn(block: Buffer): string {
  const name = textIn(block, 0, 100);
  const isPosix = block.toString('latin1', 257, 263) === 'ustar\0';
  const prefix = isPosix ? textIn(block, 345, 155) : '';
  return prefix === '' ? name : `${prefix}/${name}`;
}

function textIn(bytes: Buffer, at: number, length: number): string {
  const field = bytes.subarray(at, at + length);
  const end = field.indexOf(0);
  return field.toString('utf8', 0, end === -1 ? field.length : end);
}

/** `LENGTH KEY=VALUE\n`, the length counting the whole record. */
function paxRecords(content: Buffer): ReadonlyMap<string, string> {
  const records = new Map<string, string>();
  let at = 0;
  while (at < content.length) {
    const space = content.indexOf(0x20, at);
    const digits = space === -1 ? '' : content.toString('latin1', at, space);
    const end = at + Number(digits);
    if (!/^[1-9]\d{0,7}$/.test(digits) || end > content.length || end <= space)
      throw new TarError('an extended header of it is malformed');
    const record = content.toString('utf8', space + 1, end - 1);
    const equals = record.indexOf('=');
    if (equals < 1) throw new TarError('an extended header of it is malformed');
    records.set(record.slice(0, equals), record.slice(equals + 1));
    at = end;
  }
  return records;
}

function paxSize(pax: ReadonlyMap<string, string>): number | undefined {
  const text = pax.get('size');
  if (text === undefined) return undefined;
  if (!/^\d{1,15}$/.test(text)) throw new TarError('a size in it is no number');
  return Number(text);
}
