import type { Answer } from './attempt.js';

/** The whole body, up to `maxBytes`: more throws what `tooLarge` makes, or is cut off where an error's page is read. */
export async function collect(
  answer: Answer,
  maxBytes: number,
  tooLarge: (() => Error) | undefined,
): Promise<Uint8Array> {
  const refuse = answer.status >= 200 && answer.status < 300 ? tooLarge : undefined;
  const announced = Number(answer.headers['content-length'] ?? 0);
  if (refuse !== undefined && announced > maxBytes) {
    answer.discard();
    throw refuse();
  }
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of answer.body) {
    const room = maxBytes - length;
    if (chunk.length > room) {
      if (refuse !== undefined) throw refuse();
      chunks.push(chunk.subarray(0, room));
      break;
    }
    length += chunk.length;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** The body as a stream that throws once it is longer than `maxBytes`; what else goes wrong is put by `fail`. */
export async function* bounded(
  body: AsyncIterable<Uint8Array>,
  maxBytes: number,
  tooLarge: () => Error,
  fail: (error: unknown) => Error,
): AsyncGenerator<Uint8Array> {
  let length = 0;
  const chunks = body[Symbol.asyncIterator]();
  try {
    while (true) {
      const next = await chunks.next().catch((error: unknown) => {
        throw fail(error);
      });
      if (next.done === true) return;
      length += next.value.length;
      if (length > maxBytes) throw tooLarge();
      yield next.value;
    }
  } finally {
    await chunks.return?.();
  }
}
