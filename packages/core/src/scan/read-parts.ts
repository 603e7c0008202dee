import { ReadAgain } from './read-again.js';

type Json = Readonly<Record<string, unknown>>;

/** Names of members, and what is made of an element's parts; both may throw. */
export interface PartsOf<First, Last> {
  /** The last but one member. */
  readonly middle: string;
  readonly last: string;
  /** Of the members before the middle. */
  readonly ofFirst: (members: Json) => First;
  readonly ofLast: (value: unknown) => Last;
  readonly refuse: (why: string) => never;
}

/** A text that is JSON with `end` behind it, as its value; undefined for any other. */
export type ParseBytes = (bytes: Buffer, start: string, end: string) => unknown;

/**
 * Objects of which two parts come again and again: their first members, and the value of their last one. What is made of
 * these is made once for the same bytes; the member between them is parsed for each.
 *
 * Nothing is passed over: where the first part with a brace behind it, the middle in braces and the last value are JSON, so
 * is the whole, and it has just their members.
 */
export class ElementParts<First, Last> {
  private readonly of: PartsOf<First, Last>;
  private readonly middle: Buffer;
  private readonly last: Buffer;
  private readonly firsts = new ReadAgain<First>();
  private readonly lasts = new ReadAgain<Last>();

  constructor(of: PartsOf<First, Last>) {
    this.of = of;
    this.middle = Buffer.from(`"${of.middle}"`);
    this.last = Buffer.from(`"${of.last}"`);
  }

  /** undefined where the object has not these parts, or is no JSON: it has to be read whole. */
  read(
    bytes: Buffer,
    parse: ParseBytes,
  ): { readonly first: First; readonly middle: unknown; readonly last: Last } | undefined {
    const lastAt = bytes.lastIndexOf(this.last);
    const middleAt = lastAt < 0 ? -1 : bytes.lastIndexOf(this.middle, lastAt);
    if (middleAt < 0) return undefined;
    const [firstEnd, middleEnd] = [commaBefore(bytes, middleAt), commaBefore(bytes, lastAt)];
    const lastValue = valueBehind(bytes, lastAt + this.last.length);
    if (firstEnd < 0 || middleEnd < middleAt || lastValue === undefined) return undefined;

    const middle = parse(bytes.subarray(middleAt, middleEnd), '{', '}') as Json | undefined;
    if (middle === undefined || Object.keys(middle).length !== 1) return undefined;
    const first = this.firsts.get(bytes.subarray(0, firstEnd), (part) => this.firstOf(part, parse));
    if (first === undefined) return undefined;
    const last = this.lasts.get(lastValue, (part) => {
      const value = parse(part, '', '');
      return value === undefined ? undefined : this.of.ofLast(value);
    });
    return last === undefined ? undefined : { first, middle: middle[this.of.middle], last };
  }

  private firstOf(part: Buffer, parse: ParseBytes): First | undefined {
    const members = parse(part, '', '}') as Json | undefined;
    if (members === undefined) return undefined;
    if (Object.hasOwn(members, this.of.middle) || Object.hasOwn(members, this.of.last))
      this.of.refuse('an object in it has two members of one name');
    return this.of.ofFirst(members);
  }
}

/** The index of the comma that stands before `at`; -1 where something else does. */
function commaBefore(bytes: Buffer, at: number): number {
  let here = at - 1;
  while (isSpace(bytes[here])) here -= 1;
  return bytes[here] === COMMA ? here : -1;
}

/** What stands between the colon at `at` and the brace that ends the bytes. */
function valueBehind(bytes: Buffer, at: number): Buffer | undefined {
  let end = bytes.length - 2;
  while (isSpace(bytes[end])) end -= 1;
  return bytes[at] === COLON && bytes[bytes.length - 1] === CLOSE_BRACE
    ? bytes.subarray(at + 1, end + 1)
    : undefined;
}

const [COMMA, COLON, CLOSE_BRACE] = [0x2c, 0x3a, 0x7d];
const isSpace = (byte: number | undefined): boolean =>
  byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;
