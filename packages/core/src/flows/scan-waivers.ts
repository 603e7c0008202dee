import { constants, open, realpath } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { CountersignError } from '../errors.js';
import { MAX_DOCUMENT_BYTES } from '../limits.js';
import { readBounded, unreadableInput } from '../read-bounded.js';

/** Where waivers are looked for without being named, below the working directory. */
export const WAIVERS_PATH = '.countersign/waivers.yaml';

/**
 * The waiver file that is found without being named; undefined where there is none. Nobody asked for it, so it has to be a
 * regular file of the working directory itself: a pipe would never end, and a link could lead to what others may write.
 * Throws INPUT_INVALID.
 */
export async function foundWaivers(workDir: string): Promise<Uint8Array | undefined> {
  const path = join(workDir, WAIVERS_PATH);
  try {
    const [real, root] = await Promise.all([realpath(path), realpath(workDir)]);
    if (!real.startsWith(root.endsWith(sep) ? root : `${root}${sep}`))
      throw unusable('is a link that leads out of the working directory');
    // Without waiting for the other end of a pipe.
    const file = await open(real, constants.O_RDONLY | constants.O_NONBLOCK);
    try {
      if (!(await file.stat()).isFile()) throw unusable('is no regular file');
    } finally {
      await file.close();
    }
    return await readBounded(real, MAX_DOCUMENT_BYTES);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw unreadableInput('waivers', path, error);
  }
}

const unusable = (why: string): CountersignError =>
  new CountersignError('INPUT_INVALID', {
    what: `${WAIVERS_PATH}, where waivers are looked for, ${why}`,
    remedy: 'Make it a file, or name the waiver file that is meant with "waivers".',
  });
