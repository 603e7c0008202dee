import { parseMirror } from '../tools/mirror.js'; // alone: whoever reads an option downloads nothing
import { invalidInput, type Reader } from './read.js';

/** Where a flow's tools are downloaded from first. Throws INPUT_INVALID; a password in it is not shown. */
export function readToolMirror(reader: Reader): string | undefined {
  const mirror = reader.text('tool-mirror');
  if (mirror === undefined) return undefined;
  if (mirror.startsWith('oci:')) parseMirror(mirror);
  else if (!URL.canParse(mirror) || new URL(mirror).username !== '' || new URL(mirror).password !== '')
    throw invalidInput('tool-mirror', '…', 'Give a URL without a user name, or oci: and a repository.');
  return mirror;
}
