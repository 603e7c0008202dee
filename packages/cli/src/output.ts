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
      edge.stdout.write(withLineEnd(json ? JSON.stringify(document, undefined, 2) : text));
    },
  };
}

export const withLineEnd = (text: string): string =>
  text === '' || text.endsWith('\n') ? text : `${text}\n`;
