import type { TransparencyLogEntry } from '@sigstore/bundle';
import type { Authorities } from './authorities.js';
import { checkpointOf } from './entry-checkpoint.js';
import { rejection } from './rejection.js';

/**
 * Holds an entry of Rekor v2 against what the library does not compare: that the checkpoint is the log's own, by the name
 * that the trusted root gives it (sigstore-go takes the host of its URL), and that the entry is where its proof says. Such
 * an entry has no promise to fall back on. Call it before the library's checks of signature and proof. Other entries
 * pass. Throws LOG_ENTRY_INVALID.
 */
export function checkTileEntry(entry: TransparencyLogEntry, authorities: Authorities): void {
  if (!TILE_KINDS.includes(`${entry.kindVersion.kind} ${entry.kindVersion.version}`)) return;
  const { inclusionProof: proof, inclusionPromise } = entry;
  if (inclusionPromise !== undefined)
    throw invalid('An entry of Rekor v2 comes with a promise, which no such log gives');
  const checkpoint = checkpointOf(entry);
  if (checkpoint === undefined)
    throw invalid('An entry of Rekor v2 comes without a proof and its checkpoint');
  if (entry.logIndex !== proof?.logIndex)
    throw invalid('The log entry and its proof name different places in the log');
  const { origin, signatures } = checkpoint;
  const isOwn = authorities.tlogs.some(({ logID, baseURL }) => {
    if (!logID.equals(entry.logId.keyId) || !URL.canParse(baseURL)) return false;
    // One and no more: of two, readers differ in which they believe (golang.org/x/mod takes the first alone).
    const [own, ...others] = signatures.filter(({ keyHint }) => keyHint.equals(logID.subarray(0, 4)));
    return new URL(baseURL).hostname === origin && own?.name === origin && others.length === 0;
  });
  if (!isOwn) throw invalid('The checkpoint of the log entry is not that of the log that the entry names');
}

/** What Rekor v2 logs, or logged before its version 2.3. */
const TILE_KINDS: readonly string[] = ['hashedrekord 0.0.2', 'dsse 0.0.2'];

const invalid = (what: string) => rejection('LOG_ENTRY_INVALID', what);
