import { statSync } from 'node:fs';
import { CountersignError } from '@countersign/core/errors';
import { parseSbom } from '@countersign/core/options';
import type { RunCommand } from '../command.js';
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
      return isPath(image) ? { path: image } : { image };
    },
  });

/** A folder or file that is there; an image's name is one where nothing of that name is. */
const isPath = (text: string): boolean =>
  !text.startsWith('oci:') && statSync(text, { throwIfNoEntry: false }) !== undefined;
