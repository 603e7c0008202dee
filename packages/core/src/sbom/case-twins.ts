import { isObject } from '../json.js';
import type { Json } from './raw-document.js';

/**
 * The first pair of members that differ in case alone, in the document itself, in what stands directly in it, and in each
 * package of it; undefined where there is none. Programs in Go take two such names for one and keep the last, so a scanner
 * would look at other packages than we do. Deeper members are not looked at: maps of others stand there.
 */
export function caseTwins(document: Json): string | undefined {
  const known = new Map<string, string | undefined>();
  const twinsOf = (object: Json): string | undefined => {
    const names = Object.keys(object);
    const form = JSON.stringify(names);
    if (!known.has(form)) known.set(form, twinsAmong(names)); // packages have a few forms alone
    return known.get(form);
  };
  const objects = [
    document,
    ...Object.values(document)
      .flatMap((member): unknown => member)
      .filter(isObject),
  ];
  for (const object of objects) {
    const twins = twinsOf(object);
    if (twins !== undefined) return twins;
  }
  return undefined;
}

function twinsAmong(names: readonly string[]): string | undefined {
  const first = new Map<string, string>();
  for (const name of names) {
    const folded = name.toLowerCase();
    const other = first.get(folded);
    if (other !== undefined) return `${other} and ${name}`;
    first.set(folded, name);
  }
  return undefined;
}
