/** What is used of a process; `node:process` has it. */
interface SignalledProcess {
  on(signal: 'SIGINT' | 'SIGTERM', listener: () => void): unknown;
  off(signal: 'SIGINT' | 'SIGTERM', listener: () => void): unknown;
  exit(code: number): never;
}

/** Exit code of a process that a signal ends by default: 128 + SIGINT. */
const KILLED = 130;

/** The first SIGINT or SIGTERM aborts `signal`, so that the run ends in order; a second one ends the process at once. */
export function abortedBySignals(process: SignalledProcess): {
  readonly signal: AbortSignal;
  readonly release: () => void;
} {
  const abort = new AbortController();
  const onSignal = (): void => {
    if (abort.signal.aborted) process.exit(KILLED);
    abort.abort();
  };
  const signals = ['SIGINT', 'SIGTERM'] as const;
  for (const name of signals) process.on(name, onSignal);
  return {
    signal: abort.signal,
    release: () => {
      for (const name of signals) process.off(name, onSignal);
    },
  };
}
