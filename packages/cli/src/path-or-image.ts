import { statSync } from 'node:fs';
import { CountersignError } from '@countersign/core/errors';
import { MAX_SHOWN_INPUT_CHARS } from '@countersign/core/limits';

/**
 * What a text on the command line names, for commands that take images and paths: an image's name is one where nothing of
 * that name is. What can only be a path and is not there is told as that: as an image it would be refused for the form of
 * its name. Throws INPUT_INVALID.
 */
export function kindOf(text: string): 'folder' | 'file' | 'image' {
  if (text.startsWith('oci:')) return 'image';
  const about = statSync(text, { throwIfNoEntry: false });
  if (about !== undefined) return about.isDirectory() ? 'folder' : 'file';
  if (!ONLY_A_PATH.test(text)) return 'image';
  throw new CountersignError('INPUT_INVALID', {
    what: `There is no file or folder ${JSON.stringify(text.slice(0, MAX_SHOWN_INPUT_CHARS))}`,
    remedy:
      'Check the path and the folder that the command runs in; an image is written registry/repository@sha256:….',
  });
}

/** No registry's name begins so, and an image whose name ends so would still lack its digest. */
const ONLY_A_PATH = /^(?:[./~]|[A-Za-z]:\\)|\.(?:json|ya?ml|xml|spdx|tar|gz|tgz|zip)$/i;
