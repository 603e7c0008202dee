import { parseScan } from '@countersign/core/options';
import { onRunner } from '@countersign/core/runner';

/** The action `scan`: inputs to options, options to a report; the runner adapter tells the report. */
export const run = (): Promise<void> =>
  onRunner('scan', async (runner) => {
    const { options, ...forServices } = await parseScan(runner.inputs, runner.edge); // strings end here
    // Loaded only now: an input error is told before the code that works is read.
    const { scanImage } = await import('@countersign/core/flows');
    return scanImage(options, await runner.services(forServices));
  });
