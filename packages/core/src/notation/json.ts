import { isObject } from '../json.js';
import { malformed } from './rejection.js';

/**
 * Bytes as a JSON object whose members each stand once at every depth, not even in another case: programs in Go take two
 * such names for one and keep the last, so they would read another document than we do. Throws NOTATION_MALFORMED.
 */
export function readStrictObject(bytes: Uint8Array, what: string): Readonly<Record<string, unknown>> {
  let text: string;
  let value: unknown;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    value = JSON.parse(text);
  } catch (cause) {
    throw malformed(`The ${what} is not JSON`, cause);
  }
  if (!isObject(value)) throw malformed(`The ${what} is not a JSON object`);
  const twice = repeatedMember(text);
  if (twice !== undefined) throw malformed(`The ${what} holds a member twice`);
  return value;
}

/** Names that are one to a program in Go fold to the same: the Kelvin sign is a k there, and the long s an s. */
export function foldCase(name: string): string {
  return name.toUpperCase().toLowerCase();
}

/** The first member of any object in a valid JSON text that stands there before, case aside. */
function repeatedMember(text: string): string | undefined {
  const open: (Set<string> | undefined)[] = [];
  const tokens = /"(?:[^"\\]|\\.)*"(?<name>\s*:)?|[{}[\]]/g;
  for (const { 0: token, groups } of text.matchAll(tokens)) {
    if (token === '{') open.push(new Set());
    else if (token === '[') open.push(undefined);
    else if (token === '}' || token === ']') open.pop();
    else if (groups?.name !== undefined) {
      const name = String(JSON.parse(token.slice(0, token.length - groups.name.length)));
      const folded = foldCase(name);
      const names = open.at(-1);
      if (names?.has(folded) === true) return name;
      names?.add(folded);
    }
  }
  return undefined;
}

/** Whether any number of a valid JSON text has a fraction or an exponent: programs in Go take no such number for an integer. */
export function hasFraction(text: string): boolean {
  return [...text.matchAll(/"(?:[^"\\]|\\.)*"|\d[.eE]/g)].some(([token]) => !token.startsWith('"'));
}
