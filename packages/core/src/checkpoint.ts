/** A log's signed tree head (C2SP tlog-checkpoint.md in a signed-note.md), read and not yet believed. */
export interface Checkpoint {
  /** The log's name for itself. */
  readonly origin: string;
  readonly size: number;
  readonly root: Buffer;
  readonly signatures: readonly CheckpointSignature[];
}

export interface CheckpointSignature {
  readonly name: string;
  /** The first four bytes of the key's id. */
  readonly keyHint: Buffer;
}

/** undefined for text that is no checkpoint. Witnesses sign it besides the log, in any order. */
export function parseCheckpoint(text: string): Checkpoint | undefined {
  const end = text.indexOf('\n\n');
  const [origin, size, root] = text.slice(0, Math.max(end, 0)).split('\n');
  if (origin === undefined || origin === '' || !/^(?:0|[1-9]\d{0,14})$/.test(size ?? '')) return undefined;
  const hash = Buffer.from(root ?? '', 'base64');
  if (hash.length !== HASH_BYTES) return undefined;
  const signatures = [...text.slice(end + 2).matchAll(SIGNATURE_LINE)].map(
    ([, name = '', signature = '']) => ({
      name,
      keyHint: Buffer.from(signature, 'base64').subarray(0, KEY_HINT_BYTES),
    }),
  );
  return { origin, size: Number(size), root: hash, signatures };
}

const HASH_BYTES = 32;
const KEY_HINT_BYTES = 4;
const SIGNATURE_LINE = /^\u2014 (\S+) ([A-Za-z0-9+/]+={0,2})$/gm;
