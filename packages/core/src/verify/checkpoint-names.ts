import type { TransparencyLogEntry } from '@sigstore/bundle';
import { parseCheckpoint } from '../checkpoint.js';
import { MAX_CHECKPOINT_CHARS } from '../limits.js';
import type { Authorities } from './authorities.js';

/**
 * The logs, and each again under the names that its checkpoints among these entries are signed with. The library looks for
 * such a name inside the log's URL; a Rekor v1 signs as `rekor.sigstore.dev` wherever it runs, unless its operator says
 * otherwise, and sigstore-go knows it by its key alone. Of Rekor v2 the name is compared before (tile-entry.ts).
 */
export function logsAsNamed(
  entries: readonly TransparencyLogEntry[],
  logs: Authorities['tlogs'],
): Authorities['tlogs'] {
  const renamed = entries.flatMap(({ logId, inclusionProof }) => {
    const text = inclusionProof?.checkpoint?.envelope ?? '';
    const signatures =
      (text.length > MAX_CHECKPOINT_CHARS ? undefined : parseCheckpoint(text))?.signatures ?? [];
    return logs
      .filter(({ logID }) => logID.equals(logId.keyId))
      .flatMap((log) => signatures.map(({ name }) => ({ ...log, baseURL: name })));
  });
  return [...logs, ...renamed];
}
