import { isObject } from '../json.js';
import { MAX_FINDING_LIST, MAX_FINDING_TEXT_CHARS } from '../limits.js';
import { invalidReport, shown } from './read-invalid.js';
import { SEVERITIES, type Severity } from './types.js';

type Json = Readonly<Record<string, unknown>>;

/**
 * Reads members of a report's values. What is absent is undefined; what is there and of another type is REPORT_INVALID: it may be what decides.
 */
export class ReportTexts {
  readonly path: string;

  constructor(path: string) {
    this.path = path;
  }

  /** A text without its rest beyond `maxChars`; undefined for an absent or empty one, and null. */
  optional(object: Json, member: string, maxChars: number = MAX_FINDING_TEXT_CHARS): string | undefined {
    const value = object[member];
    if (value === undefined || value === null || value === '') return undefined;
    if (typeof value !== 'string') return this.refuse(member, 'is not a string');
    return cut(value, maxChars);
  }

  /** A text that tells which finding it is: never cut, so too long a one is refused, and so is an absent one. */
  required(object: Json, member: string): string {
    const value = this.optional(object, member, Infinity);
    if (value === undefined) return this.refuse(member, 'is missing');
    if (value.length > MAX_FINDING_TEXT_CHARS) return this.refuse(member, 'is too long');
    return value;
  }

  objects(object: Json, member: string): readonly Json[] {
    const value = object[member];
    if (value === undefined || value === null) return NONE;
    if (!Array.isArray(value)) return this.refuse(member, 'is not an array');
    for (const each of value)
      if (!isObject(each)) this.refuse(member, 'has an element that is not an object');
    return value as readonly Json[];
  }

  object(object: Json, member: string): Json {
    const value = object[member];
    return isObject(value) ? value : this.refuse(member, 'is not an object');
  }

  /** The first texts of an array; elements of other types are left out: nothing is decided by them. */
  list(value: unknown): readonly string[] {
    if (!Array.isArray(value)) return NONE;
    return (value as unknown[])
      .slice(0, MAX_FINDING_LIST)
      .filter((each) => typeof each === 'string' && each !== '')
      .map((each) => cut(each as string, MAX_FINDING_TEXT_CHARS));
  }

  /** A finite number from 0 to `most`, undefined where absent. `1e999` parses as infinite. */
  amount(object: Json, member: string, most: number): number | undefined {
    const value = object[member];
    if (value === undefined || value === null) return undefined;
    if (typeof value === 'number' && value >= 0 && value <= most) return value;
    return this.refuse(member, `is not a number from 0 to ${most}: ${shown(value)}`);
  }

  /** An absent severity is unknown; a word that none of the scanners has is refused, since it might be a grave one. */
  severity(object: Json, member: string): Severity {
    const value = object[member];
    if (value === undefined || value === '') return 'unknown';
    const found = typeof value === 'string' ? SEVERITY_OF.get(value.toLowerCase()) : undefined;
    return found ?? this.refuse(member, `is not a severity: ${shown(value)}`);
  }

  refuse(member: string, why: string): never {
    throw invalidReport(this.path, `its member ${member} ${why}`);
  }
}

/** A text without its rest. A slice would hold all of it in memory; half a surrogate pair at its end is left out. */
export const cut = (text: string, maxChars: number): string =>
  text.length <= maxChars
    ? text
    : `${Buffer.from(text.slice(0, maxChars - 1).replace(/[\uD800-\uDBFF]$/, '')).toString('utf8')}…`;

const NONE: readonly never[] = [];
const SEVERITY_OF: ReadonlyMap<string, Severity> = new Map(SEVERITIES.map((each) => [each, each]));
