/** One DER element (ITU-T X.690): its identifier octet, its contents and all of its bytes. */
export interface Der {
  readonly tag: number;
  readonly contents: Buffer;
  readonly raw: Buffer;
}

export const SEQUENCE = 0x30;
export const SET = 0x31;
export const INTEGER = 0x02;
export const BIT_STRING = 0x03;
export const OCTET_STRING = 0x04;
const OID = 0x06;
export const BOOLEAN = 0x01;
/** A constructed element under the context-specific tag `number`. */
export const context = (number: number): number => 0xa0 | number;

/** What is thrown for bytes that are not DER; whoever reads says what they should have been. */
class NotDer extends Error {
  override readonly name = 'NotDer';
}

/** The one element that these bytes are, with nothing behind it. Throws NotDer. */
export function readDer(bytes: Uint8Array, tag?: number): Der {
  const [element, ...more] = elements(Buffer.from(bytes));
  if (element === undefined || more.length > 0) throw new NotDer('not exactly one element');
  return expect(element, tag);
}

/** The elements in a constructed one. Throws NotDer. */
export const inside = ({ contents }: Der): readonly Der[] => elements(contents);

/** The element itself where it has this tag. Throws NotDer. */
export function expect(element: Der | undefined, tag: number | undefined): Der {
  if (element === undefined || (tag !== undefined && element.tag !== tag)) {
    throw new NotDer(`an element is not of the tag ${String(tag)}`);
  }
  return element;
}

/** An object identifier in dotted form. Throws NotDer. */
export function oidOf(element: Der | undefined): string {
  const { contents } = expect(element, OID);
  const arcs: number[] = [];
  let arc = 0;
  for (const [at, byte] of contents.entries()) {
    const starts = at === 0 || ((contents[at - 1] ?? 0) & 0x80) === 0;
    if (starts && byte === 0x80) throw new NotDer('an object identifier has a leading zero');
    arc = arc * 128 + (byte & 0x7f);
    if (arc > Number.MAX_SAFE_INTEGER) throw new NotDer('an object identifier is too large');
    if ((byte & 0x80) === 0) {
      arcs.push(arc);
      arc = 0;
    }
  }
  const [first] = arcs;
  if (first === undefined || ((contents.at(-1) ?? 0x80) & 0x80) !== 0) {
    throw new NotDer('an object identifier ends early');
  }
  const top = Math.min(Math.floor(first / 40), 2);
  return [top, first - 40 * top, ...arcs.slice(1)].join('.');
}

/** A small non-negative INTEGER. Throws NotDer. */
export function smallInteger(element: Der | undefined): number {
  const { contents } = expect(element, INTEGER);
  if (contents.length === 0 || contents.length > 4 || (contents[0] ?? 0) >= 0x80) {
    throw new NotDer('an integer is negative or too large');
  }
  return contents.readUIntBE(0, contents.length);
}

const UTC_TIME = /^(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/;
const GENERALIZED_TIME = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:\.(\d{1,9}))?Z$/;

/** UTCTime or GeneralizedTime, in UTC (RFC 5280 4.1.2.5, RFC 3161 2.4.2). Throws NotDer. */
export function timeOf(element: Der | undefined): Date {
  const { tag, contents } = expect(element, undefined);
  const match = (tag === 0x17 ? UTC_TIME : tag === 0x18 ? GENERALIZED_TIME : undefined)?.exec(
    contents.toString('latin1'),
  );
  const [, year = '', month = '', day = '', hour = '', minute = '', second = '', fraction = ''] = match ?? [];
  const century = tag === 0x17 ? (Number(year) >= 50 ? '19' : '20') : '';
  const milliseconds = fraction.slice(0, 3).padEnd(3, '0');
  const text = `${century}${year}-${month}-${day}T${hour}:${minute}:${second}.${milliseconds}Z`;
  const time = new Date(text);
  // Date would count on from the last day of a month, and from hour 24.
  if (Number.isNaN(time.getTime()) || time.toISOString() !== text) throw new NotDer('a time cannot be read');
  return time;
}

function elements(bytes: Buffer): readonly Der[] {
  const found: Der[] = [];
  for (let at = 0; at < bytes.length;) {
    const element = elementAt(bytes, at);
    found.push(element);
    at += element.raw.length;
  }
  return found;
}

function elementAt(bytes: Buffer, at: number): Der {
  const [tag, first] = [bytes[at], bytes[at + 1]];
  if (tag === undefined || first === undefined) throw new NotDer('an element ends early');
  if ((tag & 0x1f) === 0x1f) throw new NotDer('a tag has several bytes');
  const lengthBytes = first < 0x80 ? 0 : first & 0x7f;
  // 0x80 is BER's indefinite length, which DER does not have.
  if (first === 0x80 || lengthBytes > 4 || at + 2 + lengthBytes > bytes.length) {
    throw new NotDer('a length is not definite, or too long');
  }
  const length = lengthBytes === 0 ? first : bytes.readUIntBE(at + 2, lengthBytes);
  if (lengthBytes > 0 && (length < 0x80 || (lengthBytes > 1 && bytes[at + 2] === 0))) {
    throw new NotDer('a length is not written in its shortest form');
  }
  const start = at + 2 + lengthBytes;
  if (start + length > bytes.length) throw new NotDer('an element is longer than what holds it');
  return { tag, contents: bytes.subarray(start, start + length), raw: bytes.subarray(at, start + length) };
}
