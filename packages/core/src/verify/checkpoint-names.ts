import type { TransparencyLogEntry } from '@sigstore/bundle';
import type { Authorities } from './authorities.js';
import { checkpointOf } from './entry-checkpoint.js';

/**
 * The logs, and each again under the names that its checkpoints among these entries are signed with. The library looks for
 * such a name inside the log's URL; a Rekor v1 signs as `rekor.sigstore.dev` wherever it runs, unless its operator says
 * otherwise, and sigstore-go knows it by its key alone. Of Rekor v2 the name is compared before (tile-entry.ts). Throws
 * LOG_ENTRY_INVALID for a checkpoint that is not of its proof's tree.
 */
export function logsAsNamed(
  entries: readonly TransparencyLogEntry[],
  logs: Authorities['tlogs'],
): Authorities['tlogs'] {
  const renamed = entries.flatMap((entry) => {
    const signatures = checkpointOf(entry)?.signatures ?? [];
    return logs
      .filter(({ logID }) => logID.equals(entry.logId.keyId))
      .flatMap((log) => signatures.map(({ name }) => ({ ...log, baseURL: name })));
  });
  return [...logs, ...renamed];
}
