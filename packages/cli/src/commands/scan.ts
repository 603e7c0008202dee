import { parseScan, type RawValues } from '@countersign/core/options';
import { CountersignError } from '@countersign/core/errors';
import { splitPlatformPath } from '@countersign/core/oci';
import type { RunCommand } from '../command.js';
import { kindOf } from '../path-or-image.js';
import { runFlow } from '../run-flow.js';

/** `countersign scan` */
export const run: RunCommand = (invocation) =>
  runFlow(invocation, {
    parse: parseScan,
    load: async () => (await import('@countersign/core/flows')).scanImage,
    positionals: targetOf,
  });

/**
 * What stands alone: a folder that is there, SBOM files that are there (`[PLATFORM=]PATH`), else an image. Nothing at all
 * leaves it to `--sbom`, `--path` and `--report`.
 */
function targetOf(given: readonly string[]): RawValues {
  const [first, ...others] = given;
  if (first === undefined) return {};
  const kinds = given.map((each) => kindOf(splitPlatformPath(each).path));
  if (kinds.every((kind) => kind === 'file')) return { sbom: given.join('\n') };
  if (others.length > 0) {
    throw new CountersignError('INPUTS_CONTRADICT', {
      what: `${given.length} things are given to scan`,
      remedy: 'Give one image or one folder, or SBOM files alone, one for each platform.',
    });
  }
  return kinds[0] === 'folder' ? { path: first } : { image: first };
}
