import { IN_TOTO } from '../oci/index.js';

/**
 * The DSSE envelope as it is logged: one signature, an empty key id (Go verifiers skip a signature whose id they did not
 * compute themselves). The `.att` layer must be these bytes, for cosign compares their SHA-256 with the log entry; from
 * a bundle's payload and signature they come out the same.
 */
export const envelopeJson = (payload: Uint8Array, signature: Uint8Array): string =>
  envelopeText(base64(payload), base64(signature));

/** As envelopeJson, from base64: a large payload is encoded once for the log and the bundle. */
export const envelopeText = (payload: string, signature: string): string =>
  `{"payload":"${payload}","payloadType":"${IN_TOTO}","signatures":[{"sig":"${signature}","keyid":""}]}`;

/** What the signature covers (DSSE protocol, "PAE"), in parts, so that a large payload is not copied. */
export const preAuthEncoding = (payload: Uint8Array): readonly Uint8Array[] => [
  Buffer.from(`DSSEv1 ${Buffer.byteLength(IN_TOTO)} ${IN_TOTO} ${payload.length} `),
  payload,
];

export const base64 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');
