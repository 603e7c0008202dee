import { refusal } from './refusal.js';
import type { ProvenEntry, TileLog } from './tile-log.js';

/** Publishes checkpoints and has entries wait for the one that covers them. */
export interface Publisher {
  /** Throws a refusal when the log stops before. */
  proven(index: number): Promise<ProvenEntry>;
  stop(): void;
}

export function createPublisher(log: TileLog, intervalMs: number): Publisher {
  let waiting: (() => void)[] = [];
  let timer: NodeJS.Timeout | undefined;
  const publish = (): void => {
    timer = undefined;
    log.publish();
    const released = waiting;
    waiting = [];
    for (const release of released) release();
  };
  return {
    proven: async (index) => {
      if (intervalMs === 0) log.publish();
      const now = log.prove(index);
      if (now !== undefined) return now;
      timer ??= setTimeout(publish, intervalMs);
      await new Promise<void>((resolve) => waiting.push(resolve));
      const entry = log.prove(index);
      if (entry === undefined) throw refusal(14, 'the log is stopping');
      return entry;
    },
    stop: () => {
      clearTimeout(timer);
      for (const release of waiting) release();
      waiting = [];
    },
  };
}
