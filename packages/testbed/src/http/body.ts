import type { IncomingMessage, ServerResponse } from 'node:http';

/** A refusal that the server answers with its status; `body` is sent as JSON. */
export class HttpRefusal extends Error {
  override readonly name = 'HttpRefusal';
  readonly status: number;
  readonly body: unknown;
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, body: unknown, headers: Readonly<Record<string, string>> = {}) {
    super(`HTTP ${status}`);
    this.status = status;
    this.body = body;
    this.headers = headers;
  }
}

/**
 * Reads a request's body whole. Throws an HttpRefusal of 413 beyond `maxBytes`, after the rest was read and thrown away:
 * a client in the middle of its upload then sees the refusal, not a broken connection.
 */
export async function readBody(request: IncomingMessage, maxBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= maxBytes) chunks.push(chunk);
    else chunks.length = 0;
  }
  if (size > maxBytes) throw new HttpRefusal(413, { message: `the body is larger than ${maxBytes} bytes` });
  return Buffer.concat(chunks);
}

/** Answers bytes with their length; the body is left out where the request is a HEAD. */
export function send(
  response: ServerResponse,
  status: number,
  headers: Readonly<Record<string, string>>,
  body: Uint8Array | string = '',
): void {
  response.writeHead(status, { ...headers, 'content-length': String(Buffer.byteLength(body)) });
  response.end(response.req.method === 'HEAD' ? undefined : body);
}

/** Answers a JSON document. */
export function sendJson(
  response: ServerResponse,
  status: number,
  document: unknown,
  headers: Readonly<Record<string, string>> = {},
): void {
  send(response, status, { 'content-type': 'application/json', ...headers }, JSON.stringify(document));
}
