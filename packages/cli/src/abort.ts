/** Resolves when the run is interrupted: the ordinary end of what serves until then. */
export const untilAborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve();
    const end = (): void => {
      resolve();
    };
    signal.addEventListener('abort', end, { once: true });
  });
