import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request as it arrived. */
export interface Arrived {
  readonly method: string;
  /** Path and query. */
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
}

export interface Answer {
  readonly status: number;
  readonly json?: unknown;
  readonly text?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What a service does wrong, in its answers to signing. */
export type Twist =
  | 'wrong-signature'
  | 'other-key'
  | 'no-der'
  | 'not-json'
  | 'no-signature'
  | 'huge'
  | 'forbidden'
  | 'slow-down-once'
  | 'unavailable-once'
  | 'unauthorized-once'
  | 'redirect'
  | 'wrong-kind';

/** A key management service on loopback, the key in it, and how it is reached. */
export interface KeyService {
  readonly uri: string;
  readonly env: Readonly<Record<string, string>>;
  readonly publicKeyPem: string;
  /** Texts that no error may hold. */
  readonly secrets: readonly string[];
  /** What was wrong with the requests that came. */
  readonly complaints: readonly string[];
  /** Signatures asked for. */
  readonly signed: () => number;
  twist: Twist | undefined;
  stop(): Promise<void>;
}

export interface Loopback {
  readonly host: string;
  stop(): Promise<void>;
}

/** Serves plain http on a port of the system's choice. */
export async function serve(handle: (arrived: Arrived) => Answer): Promise<Loopback> {
  const server = createServer((request, response) => {
    answer(request, response, handle).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    host: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => {
          resolve();
        });
      }),
  };
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  handle: (arrived: Arrived) => Answer,
): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const { method = '', url: path = '', headers } = request;
  const { status, json, text, headers: own } = handle({ method, path, headers, body: Buffer.concat(chunks) });
  response.writeHead(status, { 'content-type': 'application/json', ...own });
  response.end(text ?? JSON.stringify(json));
}

/**
 * What goes wrong in the same way at every service; undefined: the service answers itself. `throttle`: how it says that it
 * is asked too often; `secret`: what it echoes in a refusal.
 */
export function commonTwist(
  service: { twist: Twist | undefined },
  elsewhere: string,
  secret: string,
  throttle: Answer,
): Answer | undefined {
  switch (service.twist) {
    case 'not-json':
      return { status: 200, text: '<html>hello</html>' };
    case 'no-signature':
      return { status: 200, json: {} };
    case 'huge':
      return { status: 200, text: `{"a":"${'x'.repeat(4_000_000)}"}` };
    case 'forbidden':
      return { status: 403, json: { message: `no: ${secret}\n::error::forged` } };
    case 'slow-down-once':
      service.twist = undefined;
      return throttle;
    case 'unavailable-once':
      service.twist = undefined;
      return { status: 503, text: 'busy' };
    case 'unauthorized-once':
      service.twist = undefined;
      return { status: 401, json: { message: `expired: ${secret}` } };
    case 'redirect':
      return { status: 307, text: '', headers: { location: `http://${elsewhere}/` } };
    default:
      return undefined;
  }
}
