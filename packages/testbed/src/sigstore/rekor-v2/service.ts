import type { IncomingMessage, ServerResponse } from 'node:http';
import { FaultPlan, readBody, send, sendJson, serveLoopback, type RequestLog } from '../../http/index.js';
import type { ServiceOptions } from '../options.js';
import { canonicalEntry } from './entry.js';
import { newNoteKey, type NoteKey } from './log-key.js';
import { createPublisher, type Publisher } from './publisher.js';
import { badRequest, refusal } from './refusal.js';
import { TileLog, type ProvenEntry } from './tile-log.js';
import { parseTile, type TileName } from './tiles.js';

export interface RekorV2Options extends Omit<ServiceOptions, 'now'> {
  /**
   * How long entries wait for the next checkpoint, and with them the answers: 0, the default, publishes one after each
   * entry. The public log takes 10 seconds.
   */
  readonly checkpointIntervalMs?: number;
}

/** A transparency log of tiles that answers until it is stopped. */
export interface RunningRekorV2 {
  /** Where entries are written and tiles are read. */
  readonly origin: string;
  /**
   * What a trusted root calls the log. Without a port, and not the address above: sigstore-go takes the host of it for
   * the origin of checkpoints, sigstore-js looks for that origin in it, monitors take it without its scheme.
   */
  readonly baseUrl: string;
  readonly key: NoteKey;
  /** How many entries it holds. */
  size(): number;
  readonly faults: FaultPlan;
  readonly requests: RequestLog;
  stop(): Promise<void>;
}

/** Serves Rekor's v2 API: entries are written, everything else is read as static files. */
export async function startRekorV2(options: RekorV2Options = {}): Promise<RunningRekorV2> {
  const { faults = new FaultPlan(), latencyMs = 0 } = options;
  const log = new TileLog(newNoteKey(LOG_NAME));
  const publisher = createPublisher(log, options.checkpointIntervalMs ?? 0);
  const server = await serveLoopback({
    faults,
    latencyMs,
    handler: (request, response, url) => serve(log, publisher, request, response, url),
  });
  return {
    origin: server.origin,
    baseUrl: `http://${LOG_NAME}`,
    key: log.key,
    size: () => log.size,
    faults,
    requests: server.requests,
    stop: async () => {
      publisher.stop();
      await server.stop();
    },
  };
}

const LOG_NAME = 'rekor.test';
/** As much as the real server takes at once. */
const MAX_REQUEST_BYTES = 4 * 1024 * 1024;
const BINARY = { 'content-type': 'application/octet-stream' } as const;

async function serve(
  log: TileLog,
  publisher: Publisher,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> {
  const route = `${request.method ?? 'GET'} ${url.pathname}`;
  if (route === 'POST /api/v2/log/entries') {
    const { index, isNew } = log.append(canonicalEntry(await readJson(request)));
    const entry = await publisher.proven(index);
    if (!isNew) throw alreadyThere(index);
    sendJson(response, 201, answerOf(log, entry));
    return;
  }
  if (route === 'GET /api/v2/checkpoint') {
    send(response, 200, { 'content-type': 'text/plain; charset=utf-8' }, log.checkpoint);
    return;
  }
  const tile = parseTile(/^GET \/api\/v2\/tile\/(.+)$/.exec(route)?.[1] ?? '');
  const bytes = tile === undefined ? undefined : contentOf(log, tile);
  if (bytes === undefined) throw refusal(5, 'Not Found');
  send(response, 200, BINARY, bytes);
}

const contentOf = (log: TileLog, { level, index, width }: TileName): Buffer | undefined =>
  level === 'entries' ? log.entryBundle(index, width) : log.tile(level, index, width);

const alreadyThere = (index: number) =>
  refusal(6, `an equivalent entry already exists in the transparency log with index ${index}`, {
    'x-log-index': String(index),
  });

/** A TransparencyLogEntry as protobuf JSON, with every member that has no value, as the gateway writes it. */
const answerOf = ({ key }: TileLog, entry: ProvenEntry): object => ({
  logIndex: String(entry.index),
  logId: { keyId: key.id.toString('base64') },
  kindVersion: { kind: 'hashedrekord', version: '0.0.2' },
  integratedTime: '0',
  inclusionPromise: null,
  inclusionProof: {
    logIndex: String(entry.index),
    rootHash: entry.root.toString('base64'),
    treeSize: String(entry.treeSize),
    hashes: entry.hashes.map((hash) => hash.toString('base64')),
    checkpoint: { envelope: entry.checkpoint },
  },
  canonicalizedBody: entry.body.toString('base64'),
});

async function readJson(request: IncomingMessage): Promise<unknown> {
  const body = await readBody(request, MAX_REQUEST_BYTES);
  try {
    return JSON.parse(body.toString());
  } catch {
    throw badRequest('the body is not JSON');
  }
}
