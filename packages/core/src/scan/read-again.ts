import { MAX_REPEATED_BYTES } from '../limits.js';

/**
 * What was made of bytes that come again and again, so that it is made once and is the same object. It is looked for by
 * the first bytes (scanners begin with an id), and believed only where all bytes are the same.
 */
export class ReadAgain<Made> {
  private readonly known = new Map<string, Kept<Made>>();
  private latest: Kept<Made> | undefined;
  private bytes = 0;

  /** `make`: undefined is not kept. When there is too much to keep, it begins anew. */
  get(bytes: Buffer, make: (bytes: Buffer) => Made | undefined): Made | undefined {
    if (this.latest?.bytes.equals(bytes) === true) return this.latest.made;
    const key = bytes.toString('latin1', 0, KEY_BYTES);
    const found = this.known.get(key);
    if (found?.bytes.equals(bytes) === true) {
      this.latest = found;
      return found.made;
    }
    const made = make(bytes);
    if (made === undefined) return undefined;
    if ((this.bytes += bytes.length) > MAX_REPEATED_BYTES) {
      this.known.clear();
      this.bytes = bytes.length;
    }
    this.latest = { bytes: Buffer.from(bytes), made };
    this.known.set(key, this.latest);
    return made;
  }
}

interface Kept<Made> {
  readonly bytes: Buffer;
  readonly made: Made;
}

const KEY_BYTES = 100;
