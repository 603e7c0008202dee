import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { CountersignError } from '../errors.js';
import { unreadable } from '../read-bounded.js';
import { folderEvidence } from '../sbom/index.js';
import type { Described } from './sbom-drafts.js';
import type { Services } from './types.js';

/** A folder or file that is to be described; the path is absolute. */
export interface PathSource {
  readonly kind: 'folder' | 'file';
  readonly path: string;
}

/** What the input `path` names, relative to the services' workDir. Throws INPUT_INVALID. */
export async function pathSource(given: string, { workDir }: Services): Promise<PathSource> {
  const path = resolve(workDir, given);
  try {
    return { kind: (await stat(path)).isDirectory() ? 'folder' : 'file', path };
  } catch (error) {
    throw new CountersignError('INPUT_INVALID', {
      what: `The input path names ${JSON.stringify(given)}, which ${unreadable(error)}`,
      remedy: 'Give a folder or file that is there, relative to the working directory.',
      cause: error,
    });
  }
}

/** It with what its own files show, as syft is to describe it. */
export const describedPath = async (
  source: PathSource,
  about: string,
  created: Date,
): Promise<Described> => ({
  source,
  about,
  subject: undefined,
  evidence: source.kind === 'folder' ? await folderEvidence(source.path) : [],
  created,
});
