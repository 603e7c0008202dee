import { parseCheckpoint, type Checkpoint } from '../checkpoint.js';
import type { Context } from '../context.js';
import { asCountersignError, CountersignError } from '../errors.js';
import { unavailable } from '../http/index.js';
import { MAX_CHECKPOINT_CHARS, MAX_ENTRY_BUNDLE_BYTES, MAX_TRUSTED_LOGS_ASKED } from '../limits.js';
import type { TrustMaterial } from '../trust/index.js';
import { ask, under, UnreadableAnswer } from './answers.js';
import { hashLeaf, inclusionPath, rootOf } from './merkle-proof.js';
import { createTileReader, entryAt, ENTRIES_PER_TILE, tilePath } from './tiles.js';
import type { TileLogEntry } from './types.js';

/**
 * The entry at an index of a Rekor v2 log, with a proof made of its tiles and checked against its checkpoint; whether the
 * log signed that is for the verifier to say. Tiles are read where entries are written, else where the trusted root says
 * that the logs are: some instances write through another address. Throws LOG_UNAVAILABLE, LOG_ENTRY_INVALID.
 */
export async function entryFromTiles(
  context: Context,
  rekorUrl: string,
  index: number,
  body: Buffer,
  trust: TrustMaterial | undefined,
): Promise<TileLogEntry> {
  const logs = trust?.trustedRoot.tlogs ?? [];
  const places = [...new Set([rekorUrl, ...logs.map(({ baseUrl }) => baseUrl)])];
  let failure: CountersignError | undefined;
  for (const url of places.filter(isHttpUrl).slice(0, MAX_TRUSTED_LOGS_ASKED)) {
    try {
      const entry = await provenAt(context, url, index, trust);
      // Another log of the trusted root has another entry there.
      if (entry !== undefined && (url === rekorUrl || body.equals(Buffer.from(entry.body, 'base64'))))
        return entry;
    } catch (thrown) {
      const error = asCountersignError(thrown);
      // What is wrong with one of the others says nothing yet: the entry may be in the next.
      if (url === rekorUrl || error.code === 'INTERRUPTED') throw error;
      failure ??= error;
    }
  }
  if (failure !== undefined) throw failure;
  throw unavailable(
    'rekor',
    URL.canParse(rekorUrl) ? new URL(rekorUrl).host : 'unknown host',
    `has the entry already, at index ${index}, and no log of the trusted root could be read for its proof`,
  );
}

/** undefined: no log of the trusted root is read here. */
async function provenAt(
  context: Context,
  url: string,
  index: number,
  trust: TrustMaterial | undefined,
): Promise<TileLogEntry | undefined> {
  const found = await checkpointAt(context, url, index);
  const logId = found && logIdOf(found.checkpoint, trust);
  if (found === undefined || logId === undefined) return undefined;
  const { body, path } = await prove(context, url, index, found.checkpoint);
  return {
    logIndex: index,
    logId: logId.toString('hex'),
    body: body.toString('base64'),
    inclusionProof: {
      logIndex: index,
      treeSize: found.checkpoint.size,
      rootHash: found.checkpoint.root.toString('hex'),
      hashes: path.map((hash) => hash.toString('hex')),
      checkpoint: found.text,
    },
  };
}

interface Found {
  readonly text: string;
  readonly checkpoint: Checkpoint;
}

/** undefined: no log of tiles is read here, or it is out of reach. */
async function checkpointAt(context: Context, url: string, index: number): Promise<Found | undefined> {
  try {
    return await ask(
      context,
      {
        service: 'rekor',
        method: 'GET',
        url: under(url, '/api/v2/checkpoint'),
        maxResponseBytes: MAX_CHECKPOINT_CHARS,
      },
      ({ status, body }) => {
        // The server that takes entries has no files: it answers 501 (rekor-tiles 2.3).
        if ((status >= 400 && status < 500) || status === 501) return undefined;
        const text = new TextDecoder().decode(body);
        const checkpoint = status === 200 ? parseCheckpoint(text) : undefined;
        if (checkpoint === undefined) throw new UnreadableAnswer('it did not answer with a checkpoint');
        if (checkpoint.size <= index) throw new UnreadableAnswer('its checkpoint does not cover the entry');
        return { text, checkpoint };
      },
    );
  } catch (thrown) {
    const error = asCountersignError(thrown);
    if (error.code === 'LOG_UNAVAILABLE') return undefined;
    throw error;
  }
}

/** The id under which the trusted root knows who signed: the answer to a conflict does not say it. */
function logIdOf({ origin, signatures }: Checkpoint, trust: TrustMaterial | undefined): Buffer | undefined {
  const log = trust?.trustedRoot.tlogs.find(({ logId, checkpointKeyId, baseUrl }) => {
    const id = (checkpointKeyId ?? logId)?.keyId;
    return (
      URL.canParse(baseUrl) &&
      new URL(baseUrl).hostname === origin &&
      signatures.some(({ name, keyHint }) => name === origin && id?.subarray(0, 4).equals(keyHint) === true)
    );
  });
  return log?.logId?.keyId;
}

async function prove(
  context: Context,
  url: string,
  index: number,
  { size, root }: Checkpoint,
): Promise<{ readonly body: Buffer; readonly path: readonly Buffer[] }> {
  const reader = createTileReader(context, url, size);
  const bundle = await reader.read('entries', Math.floor(index / ENTRIES_PER_TILE), MAX_ENTRY_BUNDLE_BYTES);
  const body = entryAt(bundle, index % ENTRIES_PER_TILE);
  const path = await inclusionPath(index, size, (level, at) => reader.nodeHash(level, at));
  if (body !== undefined && rootOf(hashLeaf(body), index, size, path)?.equals(root) === true) {
    return { body, path };
  }
  throw new CountersignError('LOG_ENTRY_INVALID', {
    what: `The tiles of the transparency log do not lead to its own checkpoint (entry ${index}, tile ${tilePath(Math.floor(index / ENTRIES_PER_TILE))})`,
    remedy: 'Do not trust this log: check its URL, and what stands between it and this machine.',
  });
}

const isHttpUrl = (url: string): boolean => /^https?:/i.test(url) && URL.canParse(url);
