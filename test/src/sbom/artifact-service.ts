import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { serveLoopback } from '@countersign/testbed';

/** What a job's requests met. */
interface Received {
  readonly host: 'results' | 'storage';
  readonly call: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
}

/** In place of the usual answer of a call: CreateArtifact, PUT or FinalizeArtifact. */
export type Answer = (response: ServerResponse, request: IncomingMessage) => unknown;

/** GitHub's results service and the storage that it sends uploads to. */
export interface ArtifactService {
  readonly results: string;
  readonly storage: string;
  /** Of the address that uploads go to. */
  readonly signature: string;
  readonly received: Received[];
  /** Given one after the other to a call before the usual answer. */
  readonly answers: Record<'CreateArtifact' | 'PUT' | 'FinalizeArtifact', Answer[]>;
  signedUrl(): string;
  /** Artifacts that are whole, by name: their archive. */
  readonly finished: Map<string, Buffer>;
  clear(): void;
  stop(): Promise<void>;
}

export const SIGNATURE = 'c2lnbmVkLWJ5LWF6dXJl+/0=';
export const ARTIFACT_ID = '9007199254740993';

/** Both hosts on loopback. The storage holds a blob to its size, the service to size and hash that it is told. */
export async function serveArtifacts(): Promise<ArtifactService> {
  const received: Received[] = [];
  const finished = new Map<string, Buffer>();
  const blobs = new Map<string, Buffer>();
  const answers: ArtifactService['answers'] = { CreateArtifact: [], PUT: [], FinalizeArtifact: [] };
  const next = async (
    call: keyof typeof answers,
    response: ServerResponse,
    request: IncomingMessage,
  ): Promise<boolean> => {
    const answer = answers[call].shift();
    if (answer === undefined) return false;
    await answer(response, request);
    return true;
  };
  const storage = await serveLoopback({
    handler: async (request, response, url) => {
      if (answers.PUT.length > 0 && (await next('PUT', response, request))) {
        received.push({ host: 'storage', call: 'PUT', headers: request.headers, body: Buffer.alloc(0) });
        return;
      }
      const body = await buffer(request);
      received.push({ host: 'storage', call: request.method ?? '', headers: request.headers, body });
      const signed = url.searchParams.get('sig') === SIGNATURE && request.headers.authorization === undefined;
      const whole = body.length === Number(request.headers['content-length']);
      const isBlock = request.headers['x-ms-blob-type'] === 'BlockBlob' && request.method === 'PUT';
      if (signed && whole && isBlock) blobs.set(url.pathname, body);
      response.writeHead(signed && whole && isBlock ? 201 : 400).end();
    },
  });
  const signedUrl = (): string =>
    `${storage.origin}/results/artifact.zip?sv=2026-01-01&se=2026-11-21T16%3A00%3A00Z&sig=${encodeURIComponent(SIGNATURE)}`;
  const results = await serveLoopback({
    handler: async (request, response, url) => {
      const body = await buffer(request);
      const call = url.pathname.split('/').at(-1) ?? '';
      received.push({ host: 'results', call, headers: request.headers, body });
      if (call !== 'CreateArtifact' && call !== 'FinalizeArtifact') {
        response.writeHead(404).end();
        return;
      }
      if (await next(call, response, request)) return;
      const message = JSON.parse(body.toString('utf8')) as Record<string, unknown>;
      if (call === 'CreateArtifact') {
        sayJson(200, { ok: true, signed_upload_url: signedUrl() })(response);
        return;
      }
      const blob = blobs.get('/results/artifact.zip') ?? Buffer.alloc(0);
      const sum = createHash('sha256').update(blob).digest('hex');
      const same = message.size === String(blob.length) && message.hash === `sha256:${sum}`;
      if (same) finished.set(String(message.name), blob);
      sayJson(
        same ? 200 : 400,
        same ? { ok: true, artifact_id: ARTIFACT_ID } : { msg: 'other bytes' },
      )(response);
    },
  });
  return {
    results: results.origin,
    storage: storage.origin,
    signature: SIGNATURE,
    received,
    answers,
    signedUrl,
    finished,
    clear: () => {
      received.length = 0;
      finished.clear();
      blobs.clear();
      for (const list of Object.values(answers)) list.length = 0;
    },
    stop: async () => {
      await results.stop();
      await storage.stop();
    },
  };
}

export const sayJson =
  (status: number, body: unknown) =>
  (response: ServerResponse): void => {
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    response.writeHead(status, { 'content-type': 'application/json' }).end(text);
  };
