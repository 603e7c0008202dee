import { createHash } from 'node:crypto';
import type { Context } from '../context.js';
import { MAX_TIMESTAMP_BYTES } from '../limits.js';
import { ask, refusal } from './answers.js';
import { readTimestamp, type ImprintHash, type Timestamp } from './tsa-response.js';

const NONCE_BYTES = 16;

/**
 * Has a timestamp authority (RFC 3161 over HTTP, section 3.4) witness the hash of `signature` (SHA-256, unless said), with a nonce and the
 * authority's certificate. The answer is checked to speak of exactly that; its signature is verified when the bundle
 * is. Throws TSA_REFUSED, TSA_UNAVAILABLE.
 */
export async function requestTimestamp(
  context: Context,
  tsaUrl: string,
  signature: Uint8Array,
  hash: ImprintHash = 'sha256',
): Promise<Timestamp> {
  const imprint = createHash(hash).update(signature).digest();
  const nonce = Buffer.from(context.random.bytes(NONCE_BYTES));
  // A positive DER integer without leading zeros, whatever was drawn.
  nonce[0] = ((nonce[0] ?? 0) & 0x3f) | 0x40;
  return ask(
    context,
    {
      service: 'tsa',
      method: 'POST',
      url: tsaUrl,
      headers: { 'content-type': 'application/timestamp-query', accept: 'application/timestamp-reply' },
      body: timestampQuery(imprint, nonce, hash),
      maxResponseBytes: MAX_TIMESTAMP_BYTES,
      repeatable: true,
    },
    (response) => {
      if (response.status !== 200 && response.status !== 201) {
        const remedy =
          'Check the URL of the timestamp authority: it is the full URL of its RFC 3161 endpoint.';
        throw refusal('TSA_REFUSED', 'tsa', response, remedy);
      }
      return readTimestamp(response.body, imprint, nonce, hash);
    },
  );
}

/** RFC 3161, section 2.4.1: version 1, imprint, nonce, certReq true. */
function timestampQuery(imprint: Buffer, nonce: Buffer, hash: ImprintHash): Buffer {
  // 2.16.840.1.101.3.4.2 and the number of the hash, without parameters (NULL).
  const algorithm = Buffer.from(`300d060960864801650304020${HASH_NUMBERS[hash]}0500`, 'hex');
  const messageImprint = der(0x30, algorithm, der(0x04, imprint));
  return der(
    0x30,
    der(0x02, Buffer.from([1])),
    messageImprint,
    der(0x02, nonce),
    der(0x01, Buffer.from([0xff])),
  );
}

const HASH_NUMBERS: Readonly<Record<ImprintHash, number>> = { sha256: 1, sha384: 2, sha512: 3 };

/** Tag, length, value; every length here is below 128, so one byte holds it. */
function der(tag: number, ...parts: readonly Buffer[]): Buffer {
  const value = Buffer.concat(parts);
  return Buffer.concat([Buffer.from([tag, value.length]), value]);
}
