import type { SigningKey } from '../signing-key.js';

/**
 * The log's own name. sigstore-js looks for it inside the log's URL; it has no port, since sigstore-go takes the host
 * of the URL without one.
 */
const LOG_HOST = '127.0.0.1';
const KEY_HINT_BYTES = 4;

/** A signed tree head as a signed note (transparency-dev formats/log): origin, size, root; then name, key hint and signature. */
export function checkpoint(key: SigningKey, treeId: string, size: number, root: Buffer): string {
  const note = `${LOG_HOST} - ${treeId}\n${size}\n${root.toString('base64')}\n`;
  const signature = Buffer.concat([key.id.subarray(0, KEY_HINT_BYTES), key.sign(Buffer.from(note))]);
  return `${note}\n— ${LOG_HOST} ${signature.toString('base64')}\n`;
}
