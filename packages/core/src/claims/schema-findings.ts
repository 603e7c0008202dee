import type { ErrorObject } from 'ajv';
import { MAX_SHOWN_FAULTS, MAX_SHOWN_POINTER_CHARS } from '../limits.js';

/**
 * What is wrong with a document, in bounded text: `/packages/0 lacks "name"; /files is not an array; and 3 more`. Names that
 * the document chose are quoted; its values are not shown.
 */
export function findingsText(errors: readonly ErrorObject[]): string {
  // That none of several forms fits says less than what is wrong with each of them.
  const plain = errors.filter(({ keyword }) => !['oneOf', 'anyOf', 'if', 'allOf'].includes(keyword));
  const byPlace = new Map<string, ErrorObject>();
  for (const error of plain.length > 0 ? plain : errors) {
    if (!byPlace.has(error.instancePath)) byPlace.set(error.instancePath, error);
  }
  const shown = [...byPlace.values()].slice(0, MAX_SHOWN_FAULTS).map(findingText);
  const more = byPlace.size - shown.length;
  return [...shown, ...(more > 0 ? [`and ${more} more`] : [])].join('; ');
}

const findingText = (error: ErrorObject): string => `${placeOf(error.instancePath)} ${faultOf(error)}`;

function faultOf({ keyword, params, message }: ErrorObject): string {
  const given = params as Readonly<Record<string, unknown>>;
  switch (keyword) {
    case 'required':
      return `lacks ${quoted(given.missingProperty)}`;
    case 'additionalProperties':
      return `has the unknown member ${quoted(given.additionalProperty)}`;
    case 'type':
      return `is not ${[given.type].flat().join(' or ')}`;
    case 'enum':
      return `is none of the values that are allowed${listed(given.allowedValues)}`;
    case 'const':
      return `is not ${JSON.stringify(given.allowedValue)}`;
    case 'format':
      return `is not a ${String(given.format)}`;
    case 'uniqueItems':
      return 'has two elements that are equal';
    case 'oneOf':
    case 'anyOf':
      return 'has none of the forms that are allowed';
    default:
      // The library's words about the schema: nothing of the document is in them.
      return message ?? `breaks the rule ${keyword}`;
  }
}

/** A JSON pointer as it stands where it is plain, else quoted; the document chose the names in it. */
function placeOf(pointer: string): string {
  if (pointer === '') return 'the document';
  const short = pointer.slice(0, MAX_SHOWN_POINTER_CHARS);
  const text = /^[\w/~.$@:+-]+$/.test(short) ? short : JSON.stringify(short);
  return pointer.length > short.length ? `${text}…` : text;
}

const quoted = (name: unknown): string => JSON.stringify(String(name).slice(0, MAX_SHOWN_POINTER_CHARS));

const listed = (values: unknown): string =>
  Array.isArray(values) && values.length <= 8
    ? ` (${values.map((value) => JSON.stringify(value)).join(', ')})`
    : '';
