import { signatureClaim } from '../claims/index.js';
import { runSigning } from './signing.js';
import type { FlowReport, Services, SignOptions } from './types.js';
import { perDigest } from './wanted.js';

/**
 * Signs images: each digest given and, with platforms `all`, each platform manifest below it. What goes wrong is in the
 * report, with the status of its fault; the promise is rejected by nothing but a defect.
 */
export const signImages = (options: SignOptions, services: Services): Promise<FlowReport> =>
  runSigning(
    {
      command: 'sign',
      options,
      signs: true,
      draft: (run) => perDigest(run, signatureClaim),
    },
    services,
  );
