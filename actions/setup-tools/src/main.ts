import { parseTools } from '@countersign/core/options';
import { onRunner } from '@countersign/core/runner';

/** The action `setup-tools`: inputs to options, options to a report; the runner adapter tells the report. */
export const run = (): Promise<void> =>
  onRunner('setup-tools', async (runner) => {
    const { options, ...forServices } = await parseTools(runner.inputs, runner.edge); // strings end here
    // Loaded only now: an input error is told before the code that works is read.
    const { setUpTools } = await import('@countersign/core/flows');
    return setUpTools(options, await runner.services(forServices));
  });
