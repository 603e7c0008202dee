import { CountersignError } from '../errors.js';
import { parseImage, parseReference, type ImageReference } from '../reference/index.js';

/** What `oci://host/path` or `oci:FOLDER` names. Throws INPUT_INVALID, REFERENCE_INVALID. */
export function parseMirror(mirror: string): ImageReference {
  const reference = mirror.startsWith('oci://')
    ? parseReference(mirror.slice('oci://'.length))
    : parseImage(mirror);
  if (reference.tag === undefined && reference.digest === undefined) return reference;
  throw new CountersignError('INPUT_INVALID', {
    what: `The mirror ${JSON.stringify(mirror)} names a tag or a digest`,
    remedy:
      'Name the folder, or the repository above the tools, alone: each tool has its version in a tag of its own.',
  });
}
