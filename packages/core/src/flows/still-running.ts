import { PROGRESS_INTERVAL_MS } from '../limits.js';
import type { Clock, Logger } from '../runtime.js';

/** Does the work, and says every PROGRESS_INTERVAL_MS that it still goes on: `Still describing linux/amd64 (1.5 min)`. */
export async function whileTold<T>(
  what: string,
  { clock, log }: { readonly clock: Clock; readonly log: Logger },
  work: () => Promise<T>,
): Promise<T> {
  const ended = new AbortController();
  const telling = tellUntil(ended.signal, what, { clock, log });
  try {
    return await work();
  } finally {
    ended.abort();
    await telling;
  }
}

async function tellUntil(
  ended: AbortSignal,
  what: string,
  { clock, log }: { readonly clock: Clock; readonly log: Logger },
): Promise<void> {
  for (let times = 1; ; times += 1) {
    const isOver = await clock.sleep(PROGRESS_INTERVAL_MS, ended).then(
      () => ended.aborted,
      () => true,
    );
    if (isOver) return;
    log.info(`Still ${what} (${(times * PROGRESS_INTERVAL_MS) / 60_000} min)`);
  }
}
