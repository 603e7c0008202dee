import type { Context } from '../context.js';
import { FIRST_FRESH_DELAY_MS, MAX_FRESH_READS } from '../limits.js';

/**
 * Reads again, a bounded number of times, while what was written a moment ago is not there yet: replicated registries
 * answer a read from another copy than the one that took the write.
 */
export async function whileMissing<T>(
  { clock, random, signal }: Context,
  read: () => Promise<T>,
  isMissing: (result: T) => boolean,
): Promise<T> {
  let result = await read();
  for (let attempt = 0; attempt < MAX_FRESH_READS && isMissing(result); attempt += 1) {
    await clock.sleep(FIRST_FRESH_DELAY_MS * 2 ** attempt * (1 + random.fraction() / 2), signal);
    result = await read();
  }
  return result;
}
