import { parseVerify } from '@countersign/core/options';
import { onRunner } from '@countersign/core/runner';

/** The action `verify`: inputs to options, options to a report; the runner adapter tells the report. */
export const run = (): Promise<void> =>
  onRunner('verify', async (runner) => {
    const { options, ...forServices } = await parseVerify(runner.inputs, runner.edge); // strings end here
    // Loaded only now: an input error is told before the signing and verifying code is read.
    const { verifyImages } = await import('@countersign/core/flows');
    return verifyImages(options, await runner.services(forServices));
  });
