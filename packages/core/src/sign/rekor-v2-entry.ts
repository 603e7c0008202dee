import { MAX_CHECKPOINT_CHARS, MAX_INCLUSION_PROOF_HASHES } from '../limits.js';
import { objectIn, ownMember, UnreadableAnswer } from './answers.js';
import type { TileLogEntry } from './types.js';

type Json = Readonly<Record<string, unknown>>;

/**
 * Reads Rekor v2's answer, a TransparencyLogEntry in protobuf JSON (sigstore_rekor.proto): numbers as texts, members
 * without a value left out or not. Anything amiss throws UnreadableAnswer.
 */
export function readTileEntry(answer: Json): TileLogEntry {
  const proof = objectIn(ownMember(answer, 'inclusionProof'), 'the inclusion proof');
  const checkpoint = objectIn(ownMember(proof, 'checkpoint'), 'the checkpoint');
  const hashes = ownMember(proof, 'hashes') ?? [];
  if (!Array.isArray(hashes) || hashes.length > MAX_INCLUSION_PROOF_HASHES) {
    throw new UnreadableAnswer('the inclusion proof has no list of hashes');
  }
  const envelope = ownMember(checkpoint, 'envelope');
  if (typeof envelope !== 'string' || envelope.length > MAX_CHECKPOINT_CHARS || envelope === '') {
    throw new UnreadableAnswer('the inclusion proof has no usable checkpoint');
  }
  const logId = bytes(objectIn(ownMember(answer, 'logId'), 'the log id'), 'keyId');
  return {
    logIndex: count(answer, 'logIndex'),
    logId: logId.toString('hex'),
    body: bytes(answer, 'canonicalizedBody').toString('base64'),
    inclusionProof: {
      logIndex: count(proof, 'logIndex'),
      treeSize: count(proof, 'treeSize'),
      rootHash: bytes(proof, 'rootHash', HASH_BYTES).toString('hex'),
      hashes: hashes.map((hash: unknown) => bytes({ hash }, 'hash', HASH_BYTES).toString('hex')),
      checkpoint: envelope,
    },
  };
}

const HASH_BYTES = 32;

function count(object: Json, member: string): number {
  const value = ownMember(object, member) ?? '0';
  if ((typeof value === 'string' || typeof value === 'number') && /^\d{1,15}$/.test(String(value))) {
    return Number(value);
  }
  throw new UnreadableAnswer(`the log entry has no usable "${member}"`);
}

function bytes(object: Json, member: string, length?: number): Buffer {
  const value = ownMember(object, member);
  if (typeof value === 'string' && /^[A-Za-z0-9+/]+={0,2}$/.test(value)) {
    const decoded = Buffer.from(value, 'base64');
    if (length === undefined || decoded.length === length) return decoded;
  }
  throw new UnreadableAnswer(`the log entry has no usable "${member}"`);
}
