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
export type ParseBytes = (bytes: Buffer, end: string) => unknown;

/**
 * Objects of which two parts come again and again: their first members, and the value of their last one. What is made of
 * these is made once for the same bytes; the member between them is parsed for each.
 *
 * Nothing is passed over: where the first part with a brace behind it and the values of the two last members are JSON, so is
 * the whole, and it has just these members.
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
    if (middleAt < 0 || bytes[bytes.length - 1] !== CLOSE_BRACE) return undefined;
    const firstEnd = commaBefore(bytes, middleAt);
    const middleValue = valueIn(bytes, middleAt + this.middle.length, commaBefore(bytes, lastAt));
    const lastValue = valueIn(bytes, lastAt + this.last.length, bytes.length - 1);
    if (firstEnd < 0 || middleValue === undefined || lastValue === undefined) return undefined;

    const middle = parse(middleValue, '');
    if (middle === undefined) return undefined;
    const first = this.firsts.get(bytes.subarray(0, firstEnd), (part) => this.firstOf(part, parse));
    if (first === undefined) return undefined;
    const last = this.lasts.get(lastValue, (part) => {
      const value = parse(part, '');
      return value === undefined ? undefined : this.of.ofLast(value);
    });
    return last === undefined ? undefined : { first, middle, last };
  }

  private firstOf(part: Buffer, parse: ParseBytes): First | undefined {
    const members = parse(part, '}') as Json | undefined;
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

/** What stands between the colon at `colon` and `end`: one value of a member, if it is JSON. */
const valueIn = (bytes: Buffer, colon: number, end: number): Buffer | undefined =>
  bytes[colon] === COLON && end > colon ? bytes.subarray(colon + 1, end) : undefined;

const [COMMA, COLON, CLOSE_BRACE] = [0x2c, 0x3a, 0x7d];
const isSpace = (byte: number | undefined): boolean =>
  byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;
