import type { TransparencyLogEntry } from '@sigstore/bundle';
import { parseCheckpoint, type Checkpoint } from '../checkpoint.js';
import { rejection } from './rejection.js';

/**
 * The checkpoint in an entry's proof, not yet believed; undefined where there is none. It has to be of the tree that the
 * proof names: sigstore-go and sigstore-python compare them, the library takes the checkpoint's and passes over the
 * other. Throws LOG_ENTRY_INVALID, also for a checkpoint that cannot be read.
 */
export function checkpointOf({ inclusionProof: proof }: TransparencyLogEntry): Checkpoint | undefined {
  if (proof?.checkpoint === undefined) return undefined;
  const checkpoint = parseCheckpoint(proof.checkpoint.envelope);
  if (checkpoint === undefined) {
    throw rejection('LOG_ENTRY_INVALID', 'The checkpoint of the log entry cannot be read');
  }
  if (proof.treeSize !== String(checkpoint.size) || !checkpoint.root.equals(proof.rootHash)) {
    throw rejection(
      'LOG_ENTRY_INVALID',
      'The proof of the log entry is for another tree than its checkpoint',
    );
  }
  return checkpoint;
}
