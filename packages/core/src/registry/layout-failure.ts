import { CountersignError, type ErrorCode } from '../errors.js';

/**
 * What the file system answered about a layout folder, as an error of the folder: LAYOUT_FORBIDDEN where this user may not,
 * LAYOUT_INVALID where the folder is not as it has to be, LAYOUT_UNAVAILABLE for what may pass (a full disk, a failed read).
 */
export function fileFailure(error: unknown, where: string, doing: string): CountersignError {
  if (error instanceof CountersignError) return error;
  const cause = codeOf(error) ?? 'UNKNOWN';
  const [code, why, remedy] = (Object.hasOwn(KNOWN, cause) ? KNOWN[cause] : undefined) ?? UNKNOWN;
  return new CountersignError(code, {
    what: `Cannot ${doing} ${where}: ${why} (${cause})`,
    remedy,
    cause: error,
  });
}

export const codeOf = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;

/** The error of a folder that is no layout, or not a whole one. */
export const notALayout = (where: string, why: string, cause?: unknown): CountersignError =>
  new CountersignError('LAYOUT_INVALID', {
    what: `${where} cannot be used as an OCI layout folder: ${why}`,
    remedy:
      'Give a folder that holds oci-layout, index.json and blobs/ (docker buildx --output type=oci,tar=false; skopeo copy … oci:FOLDER).',
    cause,
  });

/** The error of a file in a folder that lies elsewhere. */
export const escapes = (where: string, file: string): CountersignError =>
  new CountersignError('LAYOUT_ESCAPES', {
    what: `${file} in ${where} is a link to a place outside that folder`,
    remedy:
      'Do not use a folder of others as it is. One that you linked together yourself: copy it with its contents (cp -RL).',
  });

type Known = readonly [code: ErrorCode, why: string, remedy: string];

const FORBIDDEN: Known = [
  'LAYOUT_FORBIDDEN',
  'this user may not',
  'Check who owns the folder and its files, and that the disk is not mounted read-only.',
];
const MISSING: Known = [
  'LAYOUT_INVALID',
  'it is not there',
  'Check the path: a relative one starts at the working directory. A folder whose name has a colon is written with a slash at its end.',
];
const UNKNOWN: Known = [
  'LAYOUT_UNAVAILABLE',
  'the file system failed',
  'Check the disk, then run this again: what is stored already is kept.',
];
const KNOWN: Readonly<Record<string, Known | undefined>> = {
  EACCES: FORBIDDEN,
  EPERM: FORBIDDEN,
  EROFS: FORBIDDEN,
  ENOENT: MISSING,
  ENOTDIR: ['LAYOUT_INVALID', 'a part of its path is a file', MISSING[2]],
  ELOOP: ['LAYOUT_INVALID', 'its links lead round in a circle', MISSING[2]],
  EISDIR: ['LAYOUT_INVALID', 'a folder stands where a file belongs', 'Build or copy the folder again.'],
  ENOSPC: [
    'LAYOUT_UNAVAILABLE',
    'the disk is full',
    'Make room and run this again: what is stored already is kept.',
  ],
};
