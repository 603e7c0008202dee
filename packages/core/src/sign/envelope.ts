import { IN_TOTO } from '../oci/index.js';

/**
 * The DSSE envelope as it is logged: one signature, an empty key id (Go verifiers skip a signature whose id they did not
 * compute themselves). The `.att` layer must be these bytes, for cosign compares their SHA-256 with the log entry; from
 * a bundle's payload and signature they come out the same.
 */
export function envelopeJson(payload: Uint8Array, signature: Uint8Array): Buffer {
  const head = '{"payload":"';
  const tail = `","payloadType":"${IN_TOTO}","signatures":[{"sig":"${base64(signature)}","keyid":""}]}`;
  const json = Buffer.alloc(head.length + 4 * Math.ceil(payload.length / 3) + tail.length);
  let length = json.write(head);
  // Piece by piece: the base64 of a large payload as one text would be held beside its bytes.
  for (let at = 0; at < payload.length; at += BASE64_PIECE_BYTES) {
    length += json.write(base64(payload.subarray(at, at + BASE64_PIECE_BYTES)), length, 'latin1');
  }
  json.write(tail, length, 'latin1');
  return json;
}

/** A multiple of 3, so that no piece ends in padding but the last. */
const BASE64_PIECE_BYTES = 192 * 1024;

/** What the signature covers (DSSE protocol, "PAE"), in parts, so that a large payload is not copied. */
export const preAuthEncoding = (payload: Uint8Array): readonly Uint8Array[] => [
  Buffer.from(`DSSEv1 ${Buffer.byteLength(IN_TOTO)} ${IN_TOTO} ${payload.length} `),
  payload,
];

export const base64 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');
