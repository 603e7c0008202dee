import { isObject } from '../json.js';
import {
  MAX_REPORT_BYTES,
  MAX_REPORT_BYTES_CHECKED_FOR_REPEATS,
  MAX_REPORT_DEPTH,
  MAX_REPORT_VALUE_BYTES,
} from '../limits.js';
import { invalidReport } from './read-invalid.js';
import type { ParseBytes } from './read-parts.js';
import { endOfValue, membersIn } from './read-structure.js';

/**
 * JSON of any size, read from a stream value by value: the caller goes into the objects and arrays that it names, and takes
 * every other value whole, up to MAX_REPORT_VALUE_BYTES. Everything is checked by JSON.parse in the end; the bytes are only
 * looked at to find where a value ends: stream-json, which makes an object of every token, took ten times as long to hand
 * out the matches of a report of grype's as it takes to read them here, decide, and write what comes of it.
 *
 * All methods throw REPORT_INVALID.
 */
export class ReportBytes {
  readonly path: string;
  private readonly source: AsyncIterator<Uint8Array>;
  private room: Buffer = Buffer.alloc(0);
  /** A part of `room`: what was read and not yet taken is `buffer` from `at` on. */
  private buffer: Buffer = this.room;
  private at = 0;
  private read = 0;
  private ended = false;
  private depth = 0;
  private readonly decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

  constructor(source: AsyncIterable<Uint8Array>, path: string) {
    this.source = source[Symbol.asyncIterator]();
    this.path = path;
  }

  /** Goes into an object; `take` has to take the value of each of its members. A name that stands twice is refused. */
  async object(take: (name: string) => Promise<void>): Promise<void> {
    await this.open(OPEN_BRACE, 'an object');
    const names = new Set<string>();
    let next = await this.peek();
    while (next !== CLOSE_BRACE) {
      if (next !== QUOTE) this.refuse('an object has something else than a name where a name belongs');
      const name = (await this.value()) as string;
      if (names.has(name)) this.refuse('an object in it has two members of one name');
      if (names.add(name).size > MAX_NAMES) this.refuse('an object in it has too many members');
      if ((await this.peek()) !== COLON) this.refuse('a name has no value');
      this.at += 1;
      await take(name);
      next = await this.separator(CLOSE_BRACE);
    }
    this.close();
  }

  /** Goes into an array whose elements are objects; null is an empty one, as Go writes it. */
  async objects<Made>(form: ElementForm<Made>, take: (made: Made) => void): Promise<void> {
    await this.elements(async () => {
      const marker = this.markerHere();
      let made = this.quickElement(form, marker);
      if (made === undefined) {
        const element = await this.value();
        if (!isObject(element)) return this.refuse('an element that should be an object is none');
        made = form.whole(element);
      }
      // Elements that lie whole in the buffer are taken in turn, without a promise for each.
      for (; made !== undefined; made = this.nextQuickly(form, marker)) take(made);
    });
  }

  /** Goes into an array; `take` has to take each element. null is an empty one. */
  async elements(take: () => Promise<unknown>): Promise<void> {
    if ((await this.peek()) === LETTER_N) {
      if ((await this.value()) !== null) this.refuse('an array is none');
      return;
    }
    await this.open(OPEN_BRACKET, 'an array');
    let next = await this.peek();
    while (next !== CLOSE_BRACKET) {
      await take();
      next = await this.separator(CLOSE_BRACKET);
    }
    this.close();
  }

  /** Takes the value that stands next, whole. */
  async value(): Promise<unknown> {
    await this.peek();
    let tried = 0;
    for (;;) {
      const end = endOfValue(this.buffer, this.at, MAX_REPORT_DEPTH - this.depth);
      if (end === 'too deep') return this.refuse(`it is nested deeper than ${MAX_REPORT_DEPTH} levels`);
      if (end !== undefined) return this.parsed(end);
      // A longer look only after the double, so that a value that comes in many pieces is not looked through for each.
      tried = Math.max(2 * tried, this.buffer.length - this.at + 1);
      if (tried > 2 * MAX_REPORT_VALUE_BYTES) this.tooLarge();
      if (!(await this.fill(tried))) this.refuse('it ends in the middle');
    }
  }

  /** Passes over the value that stands next; an array may have any size. */
  async skip(): Promise<void> {
    if ((await this.peek()) === OPEN_BRACKET) await this.elements(() => this.value());
    else await this.value();
  }

  /** Whatever stands next, as its first byte. */
  async peek(): Promise<number> {
    for (;;) {
      while (isSpace(this.buffer[this.at])) this.at += 1;
      const byte = this.buffer[this.at];
      if (byte !== undefined) return byte;
      if (!(await this.fill(1))) this.refuse('it ends in the middle');
    }
  }

  /** Nothing but white space may follow. */
  async end(): Promise<void> {
    for (;;) {
      while (isSpace(this.buffer[this.at])) this.at += 1;
      if (this.at < this.buffer.length) this.refuse('something stands behind its end');
      if (!(await this.fill(1))) return;
    }
  }

  refuse(why: string, cause?: unknown): never {
    throw invalidReport(this.path, why, cause);
  }

  private async open(byte: number, what: string): Promise<void> {
    if ((await this.peek()) !== byte) this.refuse(`${what} is none`);
    this.at += 1;
    if ((this.depth += 1) > MAX_REPORT_DEPTH)
      this.refuse(`it is nested deeper than ${MAX_REPORT_DEPTH} levels`);
  }

  private close(): void {
    this.at += 1;
    this.depth -= 1;
  }

  /** After a member or element: what follows the comma, or the end. */
  private async separator(end: number): Promise<number> {
    const byte = await this.peek();
    if (byte === end) return byte;
    if (byte !== COMMA) this.refuse('a comma or an end is missing');
    this.at += 1;
    const next = await this.peek();
    if (next === end) this.refuse('a comma has nothing behind it');
    return next;
  }

  /**
   * The beginning of the object that stands here, to the colon of its first name: `{"vulnerability":`. Where the same bytes
   * come again, the object may be over. Whether it is, JSON.parse says: a text that parses is one whole value, and no two
   * beginnings of the same bytes are both whole values. So a wrong guess costs time and is never believed. It is no use to
   * look for a brace within a string: the quote behind it would end the string.
   */
  private markerHere(): Buffer | undefined {
    const colon = this.buffer.indexOf(COLON, this.at);
    if (this.buffer[this.at] !== OPEN_BRACE || colon < 0 || colon - this.at > MAX_MARKER_BYTES)
      return undefined;
    const marker = this.buffer.subarray(this.at, colon + 1);
    return /^\{\s*"\w+"\s*:$/.test(marker.toString('latin1')) ? Buffer.from(marker) : undefined;
  }

  private nextQuickly<Made>(form: ElementForm<Made>, marker: Buffer | undefined): Made | undefined {
    let at = this.at;
    while (isSpace(this.buffer[at])) at += 1;
    if (this.buffer[at] !== COMMA) return undefined;
    at += 1;
    while (isSpace(this.buffer[at])) at += 1;
    if (this.buffer[at] !== OPEN_BRACE) return undefined;
    const before = this.at;
    this.at = at;
    const made = this.quickElement(form, marker);
    if (made === undefined) this.at = before;
    return made;
  }

  /** The object that stands here, if the next marker is its end; undefined where it has to be read slowly, or refused there. */
  private quickElement<Made>(form: ElementForm<Made>, marker: Buffer | undefined): Made | undefined {
    if (marker === undefined) return undefined;
    const next = this.buffer.indexOf(marker, this.at + 1);
    if (next < 0 || next - this.at > MAX_REPORT_VALUE_BYTES) return undefined;
    let end = next - 1;
    while (isSpace(this.buffer[end])) end -= 1;
    if (this.buffer[end] !== COMMA) return undefined;
    const bytes = this.buffer.subarray(this.at, end);
    let made = form.inParts?.(bytes, this.parse);
    if (made === undefined) {
      const whole = this.parse(bytes, '');
      if (!isObject(whole)) return undefined;
      made = form.whole(whole);
    }
    this.at = end;
    return made;
  }

  private readonly parse: ParseBytes = (bytes, end) => {
    let value: unknown;
    try {
      value = JSON.parse(this.decoder.decode(bytes) + end);
    } catch {
      return undefined;
    }
    this.checkRepeats(value, bytes);
    return value;
  };

  private parsed(end: number): unknown {
    if (end - this.at > MAX_REPORT_VALUE_BYTES) this.tooLarge();
    const bytes = this.buffer.subarray(this.at, end);
    let value: unknown;
    try {
      value = JSON.parse(this.decoder.decode(bytes));
    } catch (cause) {
      return this.refuse('it is not JSON in UTF-8', cause);
    }
    this.checkRepeats(value, bytes);
    this.at = end;
    return value;
  }

  /**
   * RFC 8259, section 4: readers differ in which of two members they take. Counting takes longer than reading, so it ends
   * with the first MAX_REPORT_BYTES_CHECKED_FOR_REPEATS; nothing but what was taken here is decided on in either case.
   */
  private checkRepeats(value: unknown, bytes: Buffer): void {
    if (this.read > MAX_REPORT_BYTES_CHECKED_FOR_REPEATS) return;
    if (membersIn(bytes) !== membersOf(value)) this.refuse('an object in it has two members of one name');
  }

  /** Reads until `wanted` bytes are there that were not taken; false where the source ends before. */
  private async fill(wanted: number): Promise<boolean> {
    const before = this.buffer.length - this.at;
    let length = before;
    this.room.copyWithin(0, this.at, this.buffer.length);
    // Some more than is asked for: what lies in the buffer whole is read quickly.
    while (!this.ended && length < Math.max(wanted, LEAST_BUFFER_BYTES)) {
      const next = await this.source.next();
      if (next.done === true) this.ended = true;
      else {
        if ((this.read += next.value.length) > MAX_REPORT_BYTES)
          this.refuse(`it has more than ${MAX_REPORT_BYTES} bytes`);
        this.put(next.value, length);
        length += next.value.length;
      }
    }
    this.buffer = this.room.subarray(0, length);
    this.at = 0;
    return length > before;
  }

  /** All pieces go into one buffer, which grows: a new one for each costs more than to read it. */
  private put(piece: Uint8Array, at: number): void {
    if (at + piece.length > this.room.length) {
      const larger = Buffer.allocUnsafe(2 * (at + piece.length));
      this.room.copy(larger, 0, 0, at);
      this.room = larger;
    }
    this.room.set(piece, at);
  }

  private tooLarge(): never {
    return this.refuse(`one value in it has more than ${MAX_REPORT_VALUE_BYTES} bytes`);
  }
}

/** What is made of the elements of an array. */
export interface ElementForm<Made> {
  readonly whole: (element: Json) => Made;
  /** undefined where the element has to be parsed whole. */
  readonly inParts?: (bytes: Buffer, parse: ParseBytes) => Made | undefined;
}

type Json = Readonly<Record<string, unknown>>;

const LEAST_BUFFER_BYTES = 1024 * 1024;
const MAX_MARKER_BYTES = 200;
/** Of an object that is gone into: scanners write some ten. */
const MAX_NAMES = 1000;

const QUOTE = 0x22;
const COMMA = 0x2c;
const COLON = 0x3a;
const LETTER_N = 0x6e;
const [OPEN_BRACE, CLOSE_BRACE, OPEN_BRACKET, CLOSE_BRACKET] = [0x7b, 0x7d, 0x5b, 0x5d];
const isSpace = (byte: number | undefined): boolean =>
  byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;

/** Members of all objects at any depth. Not recursive: what was read quickly may be nested as deep as it is long. */
function membersOf(value: unknown): number {
  const waiting: unknown[] = [value];
  let members = 0;
  for (let each = waiting.pop(); waiting.length > 0 || each !== undefined; each = waiting.pop()) {
    if (typeof each !== 'object' || each === null) continue;
    const inner: readonly unknown[] = Object.values(each);
    if (!Array.isArray(each)) members += inner.length;
    for (const part of inner) if (typeof part === 'object' && part !== null) waiting.push(part);
  }
  return members;
}
