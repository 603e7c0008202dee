import { CountersignError } from '@countersign/core/errors';
import { parseSbom } from '@countersign/core/options';
import type { RunCommand } from '../command.js';
import { kindOf } from '../path-or-image.js';
import { runFlow } from '../run-flow.js';

/** `countersign sbom` */
export const run: RunCommand = (invocation) =>
  runFlow(invocation, {
    parse: parseSbom,
    load: async () => (await import('@countersign/core/flows')).generateSboms,
    positionals: ([image, ...others]) => {
      if (others.length > 0) {
        throw new CountersignError('INPUT_INVALID', {
          what: `${others.length + 1} images are given`,
          remedy: 'Describe one image in a run.',
        });
      }
      if (image === undefined) return {};
      return kindOf(image) === 'image' ? { image } : { path: image };
    },
  });
