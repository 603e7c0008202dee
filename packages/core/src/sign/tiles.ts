import type { Context } from '../context.js';
import { unavailable } from '../http/index.js';
import { MAX_TILE_BYTES } from '../limits.js';
import { ask, refusal, under } from './answers.js';
import { hashChildren } from './merkle-proof.js';

/** Hashes or entries in a full tile (C2SP tlog-tiles.md). */
export const ENTRIES_PER_TILE = 256;
/** Levels of the tree in one tile. */
const LEVELS_PER_TILE = 8;
const HASH_BYTES = 32;

export interface TileReader {
  /** The bytes of a tile, or of the entries of one, as it is in the tree of this size. */
  read(level: number | 'entries', index: number, maxBytes: number): Promise<Buffer>;
  /** The hash of a complete subtree of 2^level leaves. */
  nodeHash(level: number, index: number): Promise<Buffer>;
}

/** Reads the tiles of a tree of `size` leaves, each once. Calls throw LOG_UNAVAILABLE, LOG_REFUSED. */
export function createTileReader(context: Context, url: string, size: number): TileReader {
  const known = new Map<string, Promise<Buffer>>();
  const read: TileReader['read'] = (level, index, maxBytes) => {
    const key = `${level}/${index}`;
    const reading = known.get(key) ?? readTile(context, url, { level, index, size, maxBytes });
    known.set(key, reading);
    return reading;
  };
  return {
    read,
    nodeHash: async (level, index) => {
      const tileLevel = Math.floor(level / LEVELS_PER_TILE);
      const count = 2 ** (level % LEVELS_PER_TILE);
      const first = index * count;
      const tile = await read(tileLevel, Math.floor(first / ENTRIES_PER_TILE), MAX_TILE_BYTES);
      const start = (first % ENTRIES_PER_TILE) * HASH_BYTES;
      return rootOfHashes(tile.subarray(start, start + count * HASH_BYTES));
    },
  };
}

interface Wanted {
  readonly level: number | 'entries';
  readonly index: number;
  readonly size: number;
  readonly maxBytes: number;
}

async function readTile(context: Context, url: string, wanted: Wanted): Promise<Buffer> {
  const { level, index, size } = wanted;
  const whole = Math.floor(size / ENTRIES_PER_TILE ** (level === 'entries' ? 0 : level));
  const width = Math.min(ENTRIES_PER_TILE, whole - index * ENTRIES_PER_TILE);
  const path = `/api/v2/tile/${level}/${tilePath(index)}`;
  const partial =
    width < ENTRIES_PER_TILE ? await fetchTile(context, url, `${path}.p/${width}`, wanted) : undefined;
  // Partial tiles go when the full one is there.
  const bytes = partial ?? (await fetchTile(context, url, path, wanted));
  if (bytes !== undefined && (level === 'entries' || bytes.length >= width * HASH_BYTES)) return bytes;
  throw unavailable('rekor', new URL(url).host, `does not serve ${path}, which its checkpoint covers`);
}

/** undefined: there is none. */
const fetchTile = (
  context: Context,
  url: string,
  path: string,
  { maxBytes }: Wanted,
): Promise<Buffer | undefined> =>
  ask(
    context,
    { service: 'rekor', method: 'GET', url: under(url, path), maxResponseBytes: maxBytes },
    (response) => {
      if (response.status === 404) return undefined;
      if (response.status === 200) return Buffer.from(response.body);
      throw refusal('LOG_REFUSED', 'rekor', response, 'Check that the tiles of this log can be read.');
    },
  );

/** The entry at a place of a bundle: each has its length in two bytes before it. undefined where it has none. */
export function entryAt(bundle: Buffer, place: number): Buffer | undefined {
  let at = 0;
  for (let passed = 0; at + 2 <= bundle.length; passed += 1) {
    const end = at + 2 + bundle.readUInt16BE(at);
    if (end > bundle.length) return undefined;
    if (passed === place) return bundle.subarray(at + 2, end);
    at = end;
  }
  return undefined;
}

/** 1234067 as `x001/x234/067`. */
export function tilePath(index: number): string {
  const digits = String(index);
  const groups = digits.padStart(Math.ceil(digits.length / 3) * 3, '0').match(/\d{3}/g) ?? [];
  return groups.map((group, at) => (at === groups.length - 1 ? group : `x${group}`)).join('/');
}

/** Of 1, 2, 4 … 128 hashes. */
function rootOfHashes(hashes: Buffer): Buffer {
  if (hashes.length <= HASH_BYTES) return hashes;
  const middle = hashes.length / 2;
  return hashChildren(rootOfHashes(hashes.subarray(0, middle)), rootOfHashes(hashes.subarray(middle)));
}
