import type { Context } from '../context.js';
import type { BodySource, HttpResponse } from '../http/index.js';
import { MAX_LOG_ANSWER_BYTES } from '../limits.js';
import { ask, jsonObject, refusal, under, UnreadableAnswer } from './answers.js';
import { checkDsseBody, checkHashedRekordBody, readLogEntry } from './rekor-entry.js';
import { base64 } from './envelope.js';
import { jsonBody } from './json-body.js';
import type { LogEntry } from './types.js';

/** A signature as it is logged. `verifierPem`: one block, the leaf certificate or the public key. */
interface Signed {
  readonly payload: Uint8Array;
  readonly signature: Uint8Array;
  readonly verifierPem: string;
}

/** Logs a DSSE envelope (Rekor v1, dsse 0.0.1). Throws LOG_REFUSED, LOG_UNAVAILABLE, LOG_ENTRY_INVALID. */
export async function logEnvelope(
  context: Context,
  rekorUrl: string,
  envelope: Buffer,
  signed: Signed,
): Promise<LogEntry> {
  const verifiers = [Buffer.from(signed.verifierPem).toString('base64')];
  const tail = JSON.stringify({ verifiers }).slice(1);
  const proposal = jsonBody(
    '{"apiVersion":"0.0.1","kind":"dsse","spec":{"proposedContent":{"envelope":"',
    envelope,
    `",${tail}}}`,
  );
  const entry = await propose(context, rekorUrl, proposal);
  checkDsseBody(entry, { envelope, ...signed });
  return entry;
}

/** Logs a signature over a payload (Rekor v1, hashedrekord 0.0.1). Throws as logEnvelope. */
export async function logHash(
  context: Context,
  rekorUrl: string,
  payloadSha256: string,
  signed: Signed,
): Promise<LogEntry> {
  const proposal = {
    apiVersion: '0.0.1',
    kind: 'hashedrekord',
    spec: {
      data: { hash: { algorithm: 'sha256', value: payloadSha256 } },
      signature: {
        content: base64(signed.signature),
        publicKey: { content: Buffer.from(signed.verifierPem).toString('base64') },
      },
    },
  };
  const entry = await propose(context, rekorUrl, Buffer.from(JSON.stringify(proposal)));
  checkHashedRekordBody(entry, { payloadSha256, ...signed });
  return entry;
}

/**
 * A 409 says that this very entry is there: an earlier attempt arrived and its answer was lost. Then the entry is
 * fetched by the UUID that `Location` ends in, from the log we asked, wherever the header points.
 */
async function propose(
  context: Context,
  rekorUrl: string,
  proposal: Uint8Array | BodySource,
): Promise<LogEntry> {
  const entries = under(rekorUrl, '/api/v1/log/entries');
  const answer = await ask(
    context,
    {
      service: 'rekor',
      method: 'POST',
      url: entries,
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: proposal,
      maxResponseBytes: MAX_LOG_ANSWER_BYTES,
      repeatable: true,
      answers: [409],
    },
    (response) => (response.status === 409 ? existingUuid(response) : entryIn(response)),
  );
  if (typeof answer !== 'string') return answer;
  return ask(
    context,
    {
      service: 'rekor',
      method: 'GET',
      url: `${entries}/${answer}`,
      headers: { accept: 'application/json' },
      maxResponseBytes: MAX_LOG_ANSWER_BYTES,
    },
    entryIn,
  );
}

function entryIn(response: HttpResponse): LogEntry {
  if (response.status !== 200 && response.status !== 201) {
    throw refusal('LOG_REFUSED', 'rekor', response, remedyFor(response));
  }
  return readLogEntry(jsonObject(response.body));
}

function existingUuid({ headers }: HttpResponse): string {
  const uuid = /\/([0-9a-f]{64}|[0-9a-f]{80})$/.exec(headers.location ?? '')?.[1];
  if (uuid === undefined) throw new UnreadableAnswer('it says that the entry exists, but not where');
  return uuid;
}

function remedyFor({ status }: HttpResponse): string {
  if (status === 404)
    return 'Check the URL of Rekor in the signing config: there is no Rekor v1 API behind it.';
  if (status === 413)
    return 'The log refuses entries of this size: attest a smaller document, or use a log of your own.';
  return 'Check that this is a Rekor v1 log and that it takes entries of this kind and size.';
}
