import type { ServerResponse } from 'node:http';

/** Holds the answer back and sends it with half of its body, then closes; or whole, with one byte flipped. */
export function spoilBody(response: ServerResponse, how: 'truncate' | 'wrong-digest'): void {
  const { end, write } = sender(response);
  intercept(response, (body) => {
    if (how === 'wrong-digest') {
      end(flipped(body));
      return;
    }
    response.flushHeaders();
    write(body.subarray(0, Math.floor(body.length / 2)), () => {
      response.destroy();
    });
  });
}

/** Lets the handler do its work and drops the connection in place of the answer. */
export function loseAnswer(response: ServerResponse): void {
  intercept(response, () => {
    response.socket?.resetAndDestroy();
  });
}

const flipped = (body: Buffer): Buffer => {
  const copy = Buffer.from(body);
  const middle = Math.floor(copy.length / 2);
  const byte = copy[middle];
  if (byte !== undefined) copy[middle] = byte ^ 1; // one bit: a letter or a digit stays one, so JSON mostly still parses
  return copy;
};

type Sender = (bytes: Buffer, done?: () => void) => void;

const sender = (response: ServerResponse): { end: Sender; write: Sender } => ({
  end: response.end.bind(response) as Sender,
  write: response.write.bind(response) as Sender,
});

/** Gathers what the handler writes and hands it over when it ends. */
function intercept(response: ServerResponse, whenDone: (body: Buffer) => void): void {
  const chunks: Buffer[] = [];
  const keep = (chunk: unknown): void => {
    if (typeof chunk === 'string' || chunk instanceof Uint8Array)
      chunks.push(Buffer.from(chunk as Uint8Array));
  };
  response.write = (chunk: unknown) => {
    keep(chunk);
    return true;
  };
  response.end = (chunk?: unknown) => {
    keep(chunk);
    whenDone(Buffer.concat(chunks));
    return response;
  };
}
