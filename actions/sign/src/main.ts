import { parseSign } from '@countersign/core/options';
import { onRunner } from '@countersign/core/runner';

/** The action `sign`: inputs to options, options to a report; the runner adapter tells the report. */
export const run = (): Promise<void> =>
  onRunner('sign', async (runner) => {
    const { options, ...forServices } = await parseSign(runner.inputs, runner.edge); // strings end here
    // Loaded only now: an input error is told before the signing and verifying code is read.
    const { signImages } = await import('@countersign/core/flows');
    return signImages(options, await runner.services(forServices));
  });
