import { request as httpRequest, type Agent, type ClientRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { MAX_RESPONSE_HEADER_BYTES } from '../limits.js';
import type { BodySource } from './types.js';

/** One request on the wire, everything decided. */
export interface Attempt {
  readonly method: string;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array | BodySource | undefined;
  readonly agent: Agent;
  /** No byte either way for this long ends the attempt. */
  readonly stallMs: number;
  /** However much moves, the attempt ends here. */
  readonly totalMs: number;
  readonly signal: AbortSignal;
}

/** An answer whose body has not been read yet. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** The body, once; a stall, a reset or a cut-off end throws. Ending early drops the connection. */
  readonly body: AsyncIterable<Uint8Array>;
  /** Drops the connection in place of reading the body. */
  discard(): void;
}

/** The connection was there and nothing came any more. */
class Stalled extends Error {
  override readonly name = 'Stalled';
  readonly code = 'STALLED';
}

/** The source of a request body failed, or gave another number of bytes than it said: nothing of the network's. */
export class BodyFailed extends Error {
  override readonly name = 'BodyFailed';
}

/** Sends the request and answers with the response's head. Throws what the socket throws, Stalled or BodyFailed. */
export async function attempt(about: Attempt): Promise<Answer> {
  const request = open(about);
  // Kept beside the stream: a response whose request is destroyed only says "aborted".
  const end: { reason: Stalled | undefined } = { reason: undefined };
  const giveUp = (reason: Stalled) => {
    end.reason = reason;
    request.destroy(reason);
  };
  const total = setTimeout(() => {
    giveUp(new Stalled(`took longer than ${about.totalMs} ms`));
  }, about.totalMs);
  const watch = new StallWatch(about.stallMs, giveUp);
  // Not handed to node: it would keep the signal on the socket as well, whose error has no listener once the request ended.
  const onAbort = () => {
    request.destroy(new Error('aborted', { cause: about.signal.reason }));
  };
  about.signal.addEventListener('abort', onAbort, { once: true });
  const done = () => {
    clearTimeout(total);
    watch.stop();
    about.signal.removeEventListener('abort', onAbort);
  };
  const source: { failure: Error | undefined } = { failure: undefined };
  try {
    const response = await new Promise<IncomingMessage>((resolve, reject) => {
      request.once('response', resolve);
      request.on('error', reject); // stays: a later error must not be an uncaught one
      // Waiting for a free connection is no stall: those before it in the queue are bounded themselves.
      request.once('socket', () => {
        watch.arm();
      });
      writeBody(request, about.body, watch).catch((error: unknown) => {
        source.failure = error instanceof Error ? error : new BodyFailed(String(error));
        request.destroy();
        reject(source.failure);
      });
    });
    watch.stop();
    return {
      status: response.statusCode ?? 0,
      headers: headersOf(response),
      body: read(request, response, watch, end, done),
      discard: () => {
        done();
        request.destroy();
      },
    };
  } catch (error) {
    done();
    throw source.failure ?? error;
  }
}

function open({ url, method, headers, agent }: Attempt): ClientRequest {
  const send = url.protocol === 'http:' ? httpRequest : httpsRequest;
  return send(url, { method, headers, agent, maxHeaderSize: MAX_RESPONSE_HEADER_BYTES });
}

const CHUNK_BYTES = 64 * 1024;

/** Small pieces, so that the stall watch sees a slow but moving upload move. */
async function writeBody(
  request: ClientRequest,
  body: Uint8Array | BodySource | undefined,
  watch: StallWatch,
): Promise<void> {
  if (body === undefined) {
    request.end();
    return;
  }
  const answer = { refuses: false };
  request.once('response', (response: IncomingMessage) => {
    // The answer is there already and it is no "yes": the rest of the body has no reader.
    answer.refuses = (response.statusCode ?? 0) >= 300;
  });
  const size = body instanceof Uint8Array ? body.length : body.size;
  let sent = 0;
  for await (const chunk of chunksOf(body)) {
    sent += chunk.length;
    if (sent > size) throw new BodyFailed(`the body is longer than the ${size} bytes announced`);
    if (answer.refuses || request.destroyed) return;
    await new Promise<void>((resolve) => {
      // Also called, with an error, when the connection breaks; the 'error' event tells of that.
      request.write(chunk, () => {
        resolve();
      });
    });
    watch.touch();
  }
  if (sent < size) throw new BodyFailed(`the body ended after ${sent} of ${size} bytes`);
  request.end();
}

async function* chunksOf(body: Uint8Array | BodySource): AsyncGenerator<Uint8Array> {
  const source = body instanceof Uint8Array ? [body] : body.open();
  const iterator = (async function* () {
    yield* source;
  })();
  while (true) {
    let next: IteratorResult<Uint8Array, void>;
    try {
      next = await iterator.next();
    } catch (cause) {
      throw new BodyFailed('the body could not be read', { cause });
    }
    if (next.done === true) return;
    for (let at = 0; at < next.value.length; at += CHUNK_BYTES)
      yield next.value.subarray(at, at + CHUNK_BYTES);
  }
}

async function* read(
  request: ClientRequest,
  response: IncomingMessage,
  watch: StallWatch,
  end: { readonly reason: Stalled | undefined },
  done: () => void,
): AsyncGenerator<Uint8Array> {
  try {
    const chunks = response[Symbol.asyncIterator]() as AsyncIterator<Uint8Array>;
    while (true) {
      watch.arm(); // only while we wait: a reader that takes its time is no stall
      const next = await chunks.next();
      watch.stop();
      if (next.done === true) break;
      yield next.value;
    }
    if (!response.complete) throw Object.assign(new Error('the answer was cut off'), { code: 'ECONNRESET' });
  } catch (error) {
    throw end.reason ?? error;
  } finally {
    done();
    // An answer left half read, or one that came before the request was out, leaves a connection nobody can use.
    if (!response.complete || !request.writableFinished) request.destroy();
  }
}

const headersOf = (response: IncomingMessage): Record<string, string> =>
  Object.fromEntries(
    Object.entries(response.headersDistinct).map(([name, values]) => [name, (values ?? []).join(', ')]),
  );

class StallWatch {
  readonly #ms: number;
  readonly #onStall: (error: Stalled) => void;
  #timer: NodeJS.Timeout | undefined;

  constructor(ms: number, onStall: (error: Stalled) => void) {
    this.#ms = ms;
    this.#onStall = onStall;
  }

  arm(): void {
    this.stop();
    this.#timer = setTimeout(() => {
      this.#onStall(new Stalled(`sent nothing for ${this.#ms} ms`));
    }, this.#ms);
  }

  /** Something moved; a watch that is off stays off. */
  touch(): void {
    if (this.#timer !== undefined) this.arm();
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}
