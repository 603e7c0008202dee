import { CountersignError } from '@countersign/core/errors';
import type { Arguments } from '../arguments.js';

export interface DemoOptions {
  /** A user's own image, as typed. */
  readonly image: string | undefined;
  /** Path of the document that describes it. */
  readonly sbom: string | undefined;
  readonly keep: boolean;
}

/** Throws INPUTS_CONTRADICT for --sbom without --image and INPUT_INVALID for anything beside the flags. */
export function readDemoOptions({ flags, positionals }: Arguments): DemoOptions {
  const [extra] = positionals;
  if (extra !== undefined) {
    throw new CountersignError('INPUT_INVALID', {
      what: `demo takes no argument, and ${JSON.stringify(extra)} was given`,
      remedy: `For an image of your own give --image ${extra}.`,
    });
  }
  const [image, sbom] = [flags.get('image'), flags.get('sbom')];
  if (sbom !== undefined && image === undefined) {
    throw new CountersignError('INPUTS_CONTRADICT', {
      what: '--sbom is given without --image',
      remedy:
        "Give the image that the document describes as well; the demo's own image gets its document from npm.",
    });
  }
  return { image, sbom, keep: flags.get('keep') === 'true' };
}
