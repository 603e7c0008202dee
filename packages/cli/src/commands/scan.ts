import { statSync } from 'node:fs';
import { parseScan, type RawValues } from '@countersign/core/options';
import { CountersignError } from '@countersign/core/errors';
import { splitPlatformPath } from '@countersign/core/oci';
import type { RunCommand } from '../command.js';
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
  if (given.every((each) => kindOf(each) === 'file')) return { sbom: given.join('\n') };
  if (others.length > 0) {
    throw new CountersignError('INPUTS_CONTRADICT', {
      what: `${given.length} things are given to scan`,
      remedy: 'Give one image or one folder, or SBOM files alone, one for each platform.',
    });
  }
  return kindOf(first) === 'folder' ? { path: first } : { image: first };
}

function kindOf(text: string): 'folder' | 'file' | undefined {
  if (text.startsWith('oci:')) return undefined;
  const about = statSync(splitPlatformPath(text).path, { throwIfNoEntry: false });
  if (about === undefined) return undefined;
  return about.isDirectory() ? 'folder' : 'file';
}
