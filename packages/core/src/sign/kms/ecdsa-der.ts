import { UnreadableAnswer } from '../answers.js';

/** An ECDSA signature on P-256 as r and s (IEEE P1363) in DER. Throws UnreadableAnswer where it is not 64 bytes. */
export function ecdsaDer(raw: Uint8Array): Buffer {
  if (raw.length !== 64) throw new UnreadableAnswer('its signature is not r and s of a P-256 key');
  const body = Buffer.concat([integer(raw.subarray(0, 32)), integer(raw.subarray(32))]);
  return Buffer.concat([Buffer.from([0x30, body.length]), body]);
}

function integer(bytes: Uint8Array): Buffer {
  let start = 0;
  while (start < bytes.length - 1 && bytes[start] === 0) start += 1;
  const short = bytes.subarray(start);
  // A first bit of 1 would make it negative.
  const sign = (short[0] ?? 0) >= 0x80 ? [0] : [];
  return Buffer.from([0x02, short.length + sign.length, ...sign, ...short]);
}
