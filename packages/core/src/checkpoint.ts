import { MAX_CHECKPOINT_CHARS, MAX_CHECKPOINT_SIGNATURES } from './limits.js';

/** A log's signed tree head (C2SP tlog-checkpoint.md in a signed-note.md), read and not yet believed. */
export interface Checkpoint {
  /** The log's name for itself. */
  readonly origin: string;
  /** Leaves of the tree. */
  readonly size: number;
  readonly root: Buffer;
  readonly signatures: readonly CheckpointSignature[];
}

interface CheckpointSignature {
  readonly name: string;
  /** The first four bytes of the key's id. */
  readonly keyHint: Buffer;
}

/**
 * undefined for text that is no checkpoint, or beyond its bounds. Witnesses sign it besides the log, in any order. Behind the empty line there is nothing but whole signatures: readers that skip what they cannot read come to see
 * different ones.
 */
export function parseCheckpoint(text: string): Checkpoint | undefined {
  if (text.length > MAX_CHECKPOINT_CHARS) return undefined;
  const end = text.indexOf('\n\n');
  const [origin, size, root] = text.slice(0, Math.max(end, 0)).split('\n');
  if (origin === undefined || origin === '' || !/^(?:0|[1-9]\d{0,14})$/.test(size ?? '')) return undefined;
  const hash = Buffer.from(root ?? '', 'base64');
  const signatures = signaturesIn(text.slice(end + 2));
  if (hash.length !== HASH_BYTES || signatures === undefined) return undefined;
  return { origin, size: Number(size), root: hash, signatures };
}

function signaturesIn(block: string): readonly CheckpointSignature[] | undefined {
  const lines = block.split('\n');
  if (lines.pop() !== '' || lines.length === 0 || lines.length > MAX_CHECKPOINT_SIGNATURES) return undefined;
  const signatures = lines.flatMap((line) => {
    const [, name = '', base64 = ''] = SIGNATURE_LINE.exec(line) ?? [];
    const signature = Buffer.from(base64, 'base64');
    return signature.length > KEY_HINT_BYTES
      ? [{ name, keyHint: signature.subarray(0, KEY_HINT_BYTES) }]
      : [];
  });
  return signatures.length === lines.length ? signatures : undefined;
}

const HASH_BYTES = 32;
const KEY_HINT_BYTES = 4;
const SIGNATURE_LINE = /^\u2014 (\S+) ([A-Za-z0-9+/]+={0,2})$/;
