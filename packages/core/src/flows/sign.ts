import { signatureClaim } from '../claims/index.js';
import { openImages } from './images.js';
import { openNotation } from './notation-sign.js';
import { reported } from './report.js';
import { runSigning } from './signing.js';
import type { FlowReport, NotationSignOptions, Services, SignOptions } from './types.js';
import { perDigest } from './wanted.js';

/**
 * Signs images: each digest given and, with platforms `all`, each platform manifest below it; for Sigstore, for Notation,
 * or both in one run. What goes wrong is in the report, with the status of its fault; the promise is rejected by nothing
 * but a defect.
 */
export const signImages = (options: SignOptions, services: Services): Promise<FlowReport> => {
  const { notation } = options;
  if (notation?.alone === true) return signForNotation(notation, options, services);
  return runSigning(
    {
      command: 'sign',
      options,
      signs: true,
      draft: (run) => perDigest(run, signatureClaim),
      ...(notation === undefined ? {} : { beside: () => openNotation(notation, options, services) }),
    },
    services,
  );
};

/** No identity, no service of Sigstore's and no trusted root: the key, the registry and a timestamp authority that is named. */
const signForNotation = (
  notation: NotationSignOptions,
  options: SignOptions,
  services: Services,
): Promise<FlowReport> =>
  reported('sign', services, async (progress) => {
    const sign = await openNotation(notation, options, services);
    await sign(await openImages(options, services), progress).complete();
  });
