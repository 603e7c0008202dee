import type { BodySource } from '../http/index.js';

/**
 * JSON of the form `head text tail` with `text` inside a string of it, as a request body that is made piece by piece: an
 * envelope of many megabytes would else be held once more as text and once more as bytes.
 */
export function jsonBody(head: string, text: string, tail: string): BodySource {
  const ends = Buffer.byteLength(head) + Buffer.byteLength(tail);
  let size = ends;
  for (const piece of escaped(text)) size += piece.length;
  return {
    size,
    // eslint-disable-next-line @typescript-eslint/require-await -- a body is an async iterable
    open: async function* () {
      yield Buffer.from(head);
      yield* escaped(text);
      yield Buffer.from(tail);
    },
  };
}

const PIECE_CHARS = 256 * 1024;

/** As JSON escapes it within a string; a pair of surrogates stays in one piece. */
function* escaped(text: string): Generator<Buffer> {
  for (let at = 0; at < text.length;) {
    let end = Math.min(at + PIECE_CHARS, text.length);
    if (end < text.length && /[\ud800-\udbff]/.test(text.charAt(end - 1))) end -= 1;
    yield Buffer.from(JSON.stringify(text.slice(at, end)).slice(1, -1));
    at = end;
  }
}
