import type { Edge } from './edge.js';

/** Where a command's one result goes: a document for machines or text for people, never both. */
export interface Output {
  readonly json: boolean;
  /** Prints the result on stdout. With --json only the first result is printed: there is exactly one document. */
  result(document: unknown, text: string): void;
  /** Whether a result was printed. */
  readonly printed: () => boolean;
}

export function createOutput(edge: Edge, json: boolean): Output {
  let printed = false;
  return {
    json,
    printed: () => printed,
    result: (document, text) => {
      if (json && printed) return;
      printed = true;
      edge.stdout.write(withLineEnd(json ? escaped(JSON.stringify(document, undefined, 2)) : text));
    },
  };
}

/**
 * The same JSON without the marks that a terminal acts upon or that reorder and hide text (C1 controls, DEL, bidirectional
 * and zero-width marks): `JSON.stringify` leaves them in, and they may be texts of a registry.
 */
const escaped = (json: string): string =>
  json.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (mark) => (mark === '\n' ? mark : unicodeEscapes(mark)));

const unicodeEscapes = (mark: string): string =>
  Array.from(
    { length: mark.length },
    (_, at) => `\\u${mark.charCodeAt(at).toString(16).padStart(4, '0')}`,
  ).join('');

export const withLineEnd = (text: string): string =>
  text === '' || text.endsWith('\n') ? text : `${text}\n`;
