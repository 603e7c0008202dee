import { parseSbom } from '@countersign/core/options';
import { onRunner } from '@countersign/core/runner';

/** The action `generate-sbom`: inputs to options, options to a report; the runner adapter tells the report. */
export const run = (): Promise<void> =>
  onRunner('generate-sbom', async (runner) => {
    const { options, ...forServices } = await parseSbom(runner.inputs, runner.edge); // strings end here
    // Loaded only now: an input error is told before the code that works is read.
    const { generateSboms } = await import('@countersign/core/flows');
    return generateSboms(options, await runner.services(forServices));
  });
