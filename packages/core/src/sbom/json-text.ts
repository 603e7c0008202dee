import { CountersignError } from '../errors.js';
import { isObject } from '../json.js';
import { MAX_DOCUMENT_BYTES, MAX_DOCUMENT_DEPTH } from '../limits.js';

/** A JSON object as read from a file: its value, to look into, and its text without the space between parts, to sign. */
export interface JsonDocument {
  readonly value: Readonly<Record<string, unknown>>;
  readonly compact: Uint8Array;
}

/** How a file is refused, in the words and with the code of who reads it. */
export type Refusal = (path: string, why: string) => CountersignError;

/**
 * Reads a file that must hold one JSON object. Bounded in size and depth before it is parsed. Throws what `invalid`
 * makes, or LIMIT_EXCEEDED for a file over `maxBytes`.
 */
export function readJsonDocument(
  bytes: Uint8Array,
  path: string,
  invalid: Refusal,
  maxBytes: number = MAX_DOCUMENT_BYTES,
): JsonDocument {
  if (bytes.length > maxBytes) {
    throw new CountersignError('LIMIT_EXCEEDED', {
      what: `${path} has ${bytes.length} bytes; at most ${maxBytes} are read`,
      remedy: 'Leave out what no consumer reads: for an SBOM, its file entries.',
    });
  }
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) {
    throw invalid(path, 'it starts with a byte order mark, which JSON does not allow');
  }
  const value = parse(decode(bytes, path, invalid), path, invalid);
  if (!isObject(value)) throw invalid(path, 'it is not a JSON object');
  const { compact, members } = withoutSpace(bytes, path, invalid);
  // RFC 8259, section 4: readers differ in which of two members they take, so what we checked may not be what they read.
  if (membersOf(value) !== members) throw invalid(path, 'an object in it has two members of one name');
  return { value, compact };
}

function decode(bytes: Uint8Array, path: string, invalid: Refusal): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw invalid(path, 'it is not UTF-8 text');
  }
}

function parse(text: string, path: string, invalid: Refusal): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    const where =
      cause instanceof SyntaxError ? /position \d+|end of JSON/.exec(cause.message)?.[0] : undefined;
    throw invalid(path, where === undefined ? 'it is not JSON' : `it is not JSON (${where})`);
  }
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COLON = 0x3a;
const isSpace = (byte: number): boolean => byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;
const opens = (byte: number): boolean => byte === 0x7b || byte === 0x5b;
const closes = (byte: number): boolean => byte === 0x7d || byte === 0x5d;

/**
 * Valid JSON without the space outside its strings, and how many members its text names. Every structural byte is ASCII,
 * so UTF-8 is copied as it is.
 */
function withoutSpace(
  bytes: Uint8Array,
  path: string,
  invalid: Refusal,
): { compact: Uint8Array; members: number } {
  let compact = bytes; // itself, up to the first space
  let length = 0;
  let depth = 0;
  let members = 0;
  let inString = false;
  const keep = (byte: number): void => {
    if (compact !== bytes) compact[length] = byte;
    length += 1;
  };
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    if (!inString && isSpace(byte)) {
      if (compact === bytes) compact = new Uint8Array(bytes);
      continue;
    }
    keep(byte);
    if (byte === QUOTE) inString = !inString;
    else if (inString) {
      if (byte === BACKSLASH) keep(bytes[(at += 1)] ?? 0);
    } else if (opens(byte)) {
      if ((depth += 1) > MAX_DOCUMENT_DEPTH) {
        throw invalid(path, `it is nested deeper than ${MAX_DOCUMENT_DEPTH} levels`);
      }
    } else if (closes(byte)) depth -= 1;
    else if (byte === COLON) members += 1;
  }
  return { compact: compact.subarray(0, length), members };
}

/** Members of all objects at any depth; of two with one name the parser kept one. */
function membersOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  const inner: readonly unknown[] = Object.values(value);
  let members = Array.isArray(value) ? 0 : inner.length;
  for (const each of inner) members += membersOf(each);
  return members;
}
