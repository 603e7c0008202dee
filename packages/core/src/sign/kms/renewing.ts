import type { Clock } from '../../runtime.js';
import { RENEW_BEFORE_EXPIRY_MS } from '../../limits.js';

export interface Lasting<T> {
  readonly value: T;
  /** undefined: it lasts as long as the run. */
  readonly expiresAt: Date | undefined;
}

/**
 * One credential for all calls, shared by those in parallel, and obtained again shortly before it ends or where `fresh`
 * asks for it. A failure is told to those who wait for it, and is not kept.
 */
export function renewing<T>(
  obtain: () => Promise<Lasting<T>>,
  clock: Pick<Clock, 'now'>,
): (fresh: boolean) => Promise<T> {
  let held: Promise<Lasting<T>> | undefined;
  const start = (): Promise<Lasting<T>> => {
    const started = obtain();
    held = started;
    started.catch(() => {
      if (held === started) held = undefined;
    });
    return started;
  };
  return async (fresh) => {
    const before = held ?? start();
    const { value, expiresAt } = await before;
    const ends = (expiresAt?.getTime() ?? Infinity) - RENEW_BEFORE_EXPIRY_MS <= clock.now().getTime();
    if (!ends && !fresh) return value;
    // Whoever comes first renews; the others find another promise held and wait for that.
    return (await (held === before || held === undefined ? start() : held)).value;
  };
}
