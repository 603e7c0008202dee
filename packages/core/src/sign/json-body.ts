import type { BodySource } from '../http/index.js';

/**
 * JSON of the form `head text tail` with the ASCII `text` inside a string of it, as a request body that is made piece by
 * piece: an envelope of many megabytes would else be held once more as text and once more as bytes.
 */
export function jsonBody(head: string, text: Buffer, tail: string): BodySource {
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

const PIECE_BYTES = 256 * 1024;

/** As JSON escapes it within a string. */
function* escaped(text: Buffer): Generator<Buffer> {
  for (let at = 0; at < text.length; at += PIECE_BYTES) {
    yield Buffer.from(JSON.stringify(text.toString('latin1', at, at + PIECE_BYTES)).slice(1, -1));
  }
}
