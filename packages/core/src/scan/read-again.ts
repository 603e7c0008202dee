import { MAX_REPEATED_BYTES } from '../limits.js';

/**
 * What was made of bytes that come again and again, so that it is made once and is the same object. It is looked for by
 * the first bytes (scanners begin with an id), and believed only where all bytes are the same.
 */
export class ReadAgain<Made> {
  private readonly known = new Map<string, { readonly bytes: Buffer; readonly made: Made }>();
  private kept = 0;

  /** `make`: undefined is not kept. When there is too much to keep, it begins anew. */
  get(bytes: Buffer, make: (bytes: Buffer) => Made | undefined): Made | undefined {
    const key = bytes.toString('latin1', 0, KEY_BYTES);
    const found = this.known.get(key);
    if (found?.bytes.equals(bytes) === true) return found.made;
    const made = make(bytes);
    if (made === undefined) return undefined;
    if ((this.kept += bytes.length) > MAX_REPEATED_BYTES) {
      this.known.clear();
      this.kept = bytes.length;
    }
    this.known.set(key, { bytes: Buffer.from(bytes), made });
    return made;
  }
}

const KEY_BYTES = 100;
