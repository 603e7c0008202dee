import { MAX_SHOWN_INPUT_CHARS } from '../limits.js';
/**
 * What is wrong with the lists in a document, in words that follow its name; undefined where nothing is. The generated
 * reader takes a list under another spelling (`timestamp_authorities`), or something else in its place, for an empty one:
 * then a trusted root that was meant to demand a log would demand none.
 */
export function faultInLists(json: unknown, lists: readonly string[]): string | undefined {
  if (typeof json !== 'object' || json === null) return undefined;
  for (const [name, value] of Object.entries(json)) {
    const list = lists.find((each) => plain(each) === plain(name));
    if (list === undefined) continue;
    if (name !== list)
      return `names ${JSON.stringify(name.slice(0, MAX_SHOWN_INPUT_CHARS))}, which is spelled ${list}`;
    if (value !== null && !Array.isArray(value)) return `has something else than a list at ${list}`;
  }
  return undefined;
}

const plain = (name: string): string => name.toLowerCase().replaceAll(/[^a-z]/g, '');
