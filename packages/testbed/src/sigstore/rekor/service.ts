import type { IncomingMessage, ServerResponse } from 'node:http';
import { FaultPlan, readBody, send, sendJson, serveLoopback, type RequestLog } from '../../http/index.js';
import type { ServiceOptions } from '../options.js';
import { newSigningKey, type SigningKey } from '../signing-key.js';
import { canonicalBody } from './entry.js';
import { TransparencyLog, type LogEntry } from './log.js';
import { refusal } from './refusal.js';

export interface RekorOptions extends ServiceOptions {
  /** Larger requests are answered with 413: 32 MiB by default. The public log refuses far smaller ones. */
  readonly maxEntryBytes?: number;
}

/** A transparency log that answers until it is stopped. */
export interface RunningRekor {
  readonly origin: string;
  readonly key: SigningKey;
  /** How many entries it holds. */
  size(): number;
  readonly faults: FaultPlan;
  readonly requests: RequestLog;
  stop(): Promise<void>;
}

/** Serves Rekor's v1 API. */
export async function startRekor(options: RekorOptions = {}): Promise<RunningRekor> {
  const { now = () => new Date(), faults = new FaultPlan(), latencyMs = 0 } = options;
  const log = new TransparencyLog(await newSigningKey(), now);
  const maxBytes = options.maxEntryBytes ?? MAX_ENTRY_BYTES;
  const server = await serveLoopback({
    faults,
    latencyMs,
    handler: (request, response, url) => serve(log, maxBytes, request, response, url),
  });
  return {
    origin: server.origin,
    key: log.key,
    size: () => log.size,
    faults,
    requests: server.requests,
    stop: () => server.stop(),
  };
}

const MAX_ENTRY_BYTES = 32 * 1024 * 1024;
/** As many as the public log looks up at once. */
const MAX_LOOKUPS = 10;

async function serve(
  log: TransparencyLog,
  maxBytes: number,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> {
  const route = `${request.method ?? 'GET'} ${url.pathname}`;
  switch (route) {
    case 'POST /api/v1/log/entries': {
      addEntry(log, await readJson(request, maxBytes), response);
      return;
    }
    case 'GET /api/v1/log/entries':
      sendJson(response, 200, named(log, Number(url.searchParams.get('logIndex') ?? NaN)));
      return;
    case 'POST /api/v1/log/entries/retrieve':
      sendJson(response, 200, lookUp(log, await readJson(request, maxBytes)));
      return;
    case 'GET /api/v1/log':
      sendJson(response, 200, {
        inactiveShards: [],
        rootHash: log.rootHash(),
        signedTreeHead: log.checkpoint(),
        treeID: log.treeId,
        treeSize: log.size,
      });
      return;
    case 'GET /api/v1/log/proof':
      sendJson(response, 200, consistency(log, url.searchParams));
      return;
    case 'GET /api/v1/log/publicKey':
      send(response, 200, { 'content-type': 'application/x-pem-file' }, log.key.pem);
      return;
    default: {
      const uuid = /^GET \/api\/v1\/log\/entries\/((?:[0-9a-f]{16})?[0-9a-f]{64})$/.exec(route)?.[1];
      const index = uuid === undefined ? undefined : log.find(uuid);
      sendJson(response, 200, named(log, index ?? NaN));
    }
  }
}

function addEntry(log: TransparencyLog, proposal: unknown, response: ServerResponse): void {
  const { index, isNew } = log.append(canonicalBody(proposal));
  const uuid = log.uuid(index) ?? '';
  const location = `/api/v1/log/entries/${uuid}`;
  if (!isNew) {
    throw refusal(409, `an equivalent entry already exists in the transparency log with UUID ${uuid}`, {
      location,
    });
  }
  sendJson(response, 201, named(log, index), { location, etag: uuid });
}

/** An entry under its id, as every answer has it. */
function named(log: TransparencyLog, index: number): Readonly<Record<string, LogEntry>> {
  const [uuid, entry] = [log.uuid(index), log.entry(index)];
  if (uuid === undefined || entry === undefined) throw refusal(404, 'entry not found');
  return { [uuid]: entry };
}

/** Entries by index, by id, or by what they would contain; those that are not there are left out. */
function lookUp(log: TransparencyLog, query: unknown): readonly unknown[] {
  const { logIndexes = [], entryUUIDs = [], entries = [] } = (query ?? {}) as Record<string, unknown>;
  if (!Array.isArray(logIndexes) || !Array.isArray(entryUUIDs) || !Array.isArray(entries)) {
    throw refusal(400, 'the query has an unexpected form');
  }
  const wanted = [
    ...logIndexes.map(Number),
    ...entryUUIDs.map((uuid) => log.find(String(uuid))),
    ...entries.map((proposal) => log.findBody(canonicalBody(proposal))),
  ];
  if (wanted.length === 0 || wanted.length > MAX_LOOKUPS) {
    throw refusal(422, `a query names 1 to ${MAX_LOOKUPS} entries`);
  }
  return wanted.flatMap((index) => (index === undefined || index >= log.size ? [] : [named(log, index)]));
}

function consistency(log: TransparencyLog, query: URLSearchParams): unknown {
  const first = Number(query.get('firstSize') ?? 1);
  const second = Number(query.get('lastSize') ?? NaN);
  const isOurs = (query.get('treeID') ?? log.treeId) === log.treeId;
  if (!isOurs || !Number.isSafeInteger(first) || first < 1 || !(second >= first && second <= log.size)) {
    throw refusal(400, 'firstSize and lastSize do not name two trees of this log');
  }
  return { rootHash: log.rootHash(second), hashes: log.consistencyProof(first, second) };
}

async function readJson(request: IncomingMessage, maxBytes: number): Promise<unknown> {
  const body = await readBody(request, maxBytes);
  try {
    return JSON.parse(body.toString());
  } catch {
    throw refusal(400, 'the body is not JSON');
  }
}
