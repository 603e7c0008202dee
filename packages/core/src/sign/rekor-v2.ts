import type { Context } from '../context.js';
import { CountersignError } from '../errors.js';
import type { HttpResponse } from '../http/index.js';
import { MAX_LOG_ANSWER_BYTES, REKOR_V2_TIMEOUT_MS } from '../limits.js';
import type { TrustMaterial } from '../trust/index.js';
import { ask, jsonObject, refusal, under, UnreadableAnswer } from './answers.js';
import { hashedRekord, requestOf, type HashedSignature } from './hashed-rekord.js';
import { readTileEntry } from './rekor-v2-entry.js';
import { entryFromTiles } from './tile-log.js';
import type { TileLogEntry } from './types.js';

/**
 * Logs a signature over a SHA-256 (Rekor v2, hashedrekord 0.0.2, the one kind that it takes). The log answers when a
 * checkpoint covers the entry, which takes seconds. One that is there already, because an answer was lost, is read from
 * the log's tiles; `trust` tells which log that is. Throws LOG_REFUSED, LOG_UNAVAILABLE, LOG_ENTRY_INVALID, KEY_INVALID.
 */
export async function logToTiles(
  context: Context,
  rekorUrl: string,
  signed: HashedSignature,
  trust: TrustMaterial | undefined,
): Promise<TileLogEntry> {
  const body = hashedRekord(signed);
  const answer = await ask(
    context,
    {
      service: 'rekor',
      method: 'POST',
      url: under(rekorUrl, '/api/v2/log/entries'),
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: requestOf(signed),
      maxResponseBytes: MAX_LOG_ANSWER_BYTES,
      timeoutMs: REKOR_V2_TIMEOUT_MS,
      repeatable: true,
      answers: [409],
    },
    (response) => (response.status === 409 ? existingIndex(response) : entryIn(response)),
  );
  const entry =
    typeof answer === 'number' ? await entryFromTiles(context, rekorUrl, answer, body, trust) : answer;
  if (body.equals(Buffer.from(entry.body, 'base64'))) return entry;
  throw new CountersignError('LOG_ENTRY_INVALID', {
    what: 'The transparency log answered with an entry for another signature than the one we sent',
    remedy: 'Do not trust this log: check its URL, and what stands between it and this machine.',
  });
}

function entryIn(response: HttpResponse): TileLogEntry {
  if (response.status !== 200 && response.status !== 201) {
    throw refusal('LOG_REFUSED', 'rekor', response, remedyFor(response));
  }
  return readTileEntry(jsonObject(response.body));
}

function existingIndex({ headers }: HttpResponse): number {
  const index = /^\d{1,15}$/.exec(headers['x-log-index'] ?? '')?.[0];
  if (index === undefined) throw new UnreadableAnswer('it says that the entry exists, but not where');
  return Number(index);
}

function remedyFor({ status }: HttpResponse): string {
  if (status === 404)
    return 'Check the URL of Rekor (rekor-url, or the signing config): there is no Rekor v2 API behind it. For Rekor v1 set transparency-log: rekor-v1.';
  if (status === 405)
    return 'This log takes no entries any more: give the one that followed it (rekor-url, or a newer signing config).';
  return 'Check that this is a Rekor v2 log and that it takes signatures of this kind of key.';
}
