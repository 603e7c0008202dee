import { parseAttest } from '@countersign/core/options';
import { onRunner } from '@countersign/core/runner';

/** The action `attest`: inputs to options, options to a report; the runner adapter tells the report. */
export const run = (): Promise<void> =>
  onRunner('attest', async (runner) => {
    const { options, ...forServices } = await parseAttest(runner.inputs, runner.edge); // strings end here
    // Loaded only now: an input error is told before the signing and verifying code is read.
    const { attestImages } = await import('@countersign/core/flows');
    return attestImages(options, await runner.services(forServices));
  });
