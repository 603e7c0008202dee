import { CountersignError } from '../errors.js';
import { isDigest } from '../oci/index.js';
import { MAX_FOLDER_CHARS, MAX_SHOWN_INPUT_CHARS } from '../limits.js';
import { TAG } from './grammar.js';
import type { FolderReference } from './types.js';

/** What stands before the path of an OCI layout folder, as skopeo and podman write it. */
export const FOLDER_PREFIX = 'oci:';

/**
 * Reads `oci:FOLDER[:tag][@digest]`. The tag stands behind the last colon after the last slash (or backslash), so
 * `oci:C:\out` has none; a folder whose own name has a colon is written with a slash at its end. The path is looked at
 * only when the folder is opened. Throws REFERENCE_INVALID with the reason.
 */
export function parseFolder(text: string): FolderReference {
  if (text.length > MAX_FOLDER_CHARS) throw invalid(text, `it is longer than ${MAX_FOLDER_CHARS} characters`);
  if (/\p{Cc}/u.test(text)) throw invalid(text, 'it has a control character in it');
  if (text.startsWith('oci://')) throw invalid(text, 'it is a URL; leave the scheme out');
  const { before, digest } = splitDigest(text.slice(FOLDER_PREFIX.length));
  if (digest !== undefined && !isDigest(digest)) {
    throw invalid(
      text,
      `${JSON.stringify(digest)} is not a digest (sha256: and 64 lower-case hexadecimal digits)`,
    );
  }
  if (splitDigest(before).digest !== undefined) throw invalid(text, 'it has more than one digest');
  const { path, tag } = splitTag(before);
  if (tag !== undefined && !TAG.test(tag)) {
    throw invalid(
      text,
      `${JSON.stringify(tag)} is not a tag (a folder whose name has a colon ends in a slash)`,
    );
  }
  const folder = withoutSlashes(path);
  if (folder === '') throw invalid(text, 'it names no folder');
  // The one place where the brand is put on: every path here was checked above.
  return Object.freeze({ folder, tag, digest }) as FolderReference;
}

/** `oci:FOLDER`, with a slash at its end where the folder's name would be read as one with a tag. */
export const formatFolder = (folder: string, isTagged = false): string =>
  `${FOLDER_PREFIX}${folder}${!isTagged && splitTag(folder).tag !== undefined ? '/' : ''}`;

/** The last part of a folder's path: how it is called where nothing else says how. */
export function folderTitle(folder: string): string {
  const last = folder.split(/[/\\]/).findLast((part) => part !== '' && part !== '.' && part !== '..');
  return last ?? 'image';
}

function splitDigest(text: string): { before: string; digest: string | undefined } {
  const match = /^(?<before>.*)@(?<digest>sha\d+:[^/\\@]*)$/i.exec(text);
  return { before: match?.groups?.before ?? text, digest: match?.groups?.digest };
}

function splitTag(text: string): { path: string; tag: string | undefined } {
  const colon = text.lastIndexOf(':');
  if (colon === -1 || /[/\\]/.test(text.slice(colon))) return { path: text, tag: undefined };
  return { path: text.slice(0, colon), tag: text.slice(colon + 1) };
}

/** A root (`/`, `C:\`) stays one. */
function withoutSlashes(path: string): string {
  const bare = path.replace(/[/\\]+$/, '');
  return bare === '' || /^[a-z]:$/i.test(bare) ? path : bare;
}

const invalid = (text: string, why: string): CountersignError =>
  new CountersignError('REFERENCE_INVALID', {
    what: `${JSON.stringify(text.slice(0, MAX_SHOWN_INPUT_CHARS))} is not an OCI layout folder: ${why}`,
    remedy: 'Write oci:FOLDER, oci:FOLDER:TAG or oci:FOLDER@sha256:<64 hexadecimal digits>.',
  });
