import { isObject } from '../json.js';
import { MAX_SHOWN_INPUT_CHARS } from '../limits.js';
import type { Refusal } from './json-text.js';

type Json = Readonly<Record<string, unknown>>;

/** Reads members of a parsed document and says which one is not as it should be. All throw what `invalid` makes. */
export class Shape {
  readonly path: string;
  readonly format: string;
  private readonly invalid: Refusal;

  constructor(path: string, format: string, invalid: Refusal) {
    this.path = path;
    this.format = format;
    this.invalid = invalid;
  }

  text(object: Json, member: string, at = ''): string {
    const value = this.optionalText(object, member, at);
    return value ?? this.refuse(`${at}${member}`, 'is missing');
  }

  optionalText(object: Json, member: string, at = ''): string | undefined {
    const value = own(object, member);
    if (value === undefined || typeof value === 'string') return value;
    return this.refuse(`${at}${member}`, 'is not a string');
  }

  object(object: Json, member: string, at = ''): Json {
    return this.optionalObject(object, member, at) ?? this.refuse(`${at}${member}`, 'is missing');
  }

  optionalObject(object: Json, member: string, at = ''): Json | undefined {
    const value = own(object, member);
    if (value === undefined || isObject(value)) return value;
    return this.refuse(`${at}${member}`, 'is not an object');
  }

  /** The elements of an array of objects; none where the member is absent. */
  objects(object: Json, member: string, at = ''): readonly Json[] {
    return this.array(object, member, at).map((element, index) =>
      isObject(element) ? element : this.refuse(`${at}${member}[${index}]`, 'is not an object'),
    );
  }

  /** The elements of an array of strings; none where the member is absent. */
  texts(object: Json, member: string, at = ''): readonly string[] {
    return this.array(object, member, at).map((element, index) =>
      typeof element === 'string' ? element : this.refuse(`${at}${member}[${index}]`, 'is not a string'),
    );
  }

  refuse(member: string, why: string): never {
    throw this.invalid(this.path, `as ${this.format}, its member ${clipped(member)} ${why}`);
  }

  private array(object: Json, member: string, at: string): readonly unknown[] {
    const value = own(object, member);
    if (value === undefined) return [];
    return Array.isArray(value)
      ? (value as readonly unknown[])
      : this.refuse(`${at}${member}`, 'is not an array');
  }
}

/** A member's name may hold an id of the document, which may be of any length. */
const clipped = (member: string): string =>
  member.length <= 2 * MAX_SHOWN_INPUT_CHARS ? member : `${member.slice(0, 2 * MAX_SHOWN_INPUT_CHARS)}…`;

const own = (object: Json, member: string): unknown =>
  Object.hasOwn(object, member) ? object[member] : undefined;
