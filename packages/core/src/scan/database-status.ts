import { CountersignError } from '../errors.js';
import { MAX_CLOCK_SKEW_MS, MAX_SHOWN_PROGRAM_MESSAGE_CHARS } from '../limits.js';
import { isObject, parseJson } from '../json.js';

/** What is known of a database that may decide. */
export interface DatabaseFacts {
  /** `v6.1.4` */
  readonly schema: string;
  readonly built: Date;
  /** Where it came from, as grype noted it; undefined where it does not say. */
  readonly from: string | undefined;
  /** Names the bytes that were installed: a feed's checksum of the archive, else grype's own of the file. */
  readonly checksum: string | undefined;
}

/**
 * What `grype db status -o json` says, judged: a database that is missing, invalid, too old or built in the future decides
 * nothing. Throws DATABASE_UNUSABLE, which is never clean.
 */
export function checkDatabaseStatus(
  answer: string,
  { now, maxAgeMs }: { readonly now: Date; readonly maxAgeMs: number },
): Omit<DatabaseFacts, 'checksum'> {
  const status = parseJson(answer);
  if (!isObject(status)) throw unusable('grype does not say in what state its database is', 'read');
  const { valid, error, schemaVersion, built, from } = status;
  const at = typeof built === 'string' ? new Date(built) : undefined;
  // grype calls an old one invalid too: our sentence says by how much, and what to set.
  if (at !== undefined && at.getUTCFullYear() > 1) checkDatabaseAge(at, { now, maxAgeMs });
  if (valid !== true) {
    const why =
      typeof error === 'string' ? error.slice(0, MAX_SHOWN_PROGRAM_MESSAGE_CHARS) : 'it does not say why';
    throw unusable(`grype says that its vulnerability database is not valid: ${why}`, 'install');
  }
  if (at === undefined || Number.isNaN(at.getTime()) || typeof schemaVersion !== 'string')
    throw unusable('grype does not say when its vulnerability database was built', 'read');
  checkDatabaseAge(at, { now, maxAgeMs });
  return {
    schema: schemaVersion.slice(0, 50),
    built: at,
    from: typeof from === 'string' && from !== '' ? from : undefined,
  };
}

/** Throws DATABASE_UNUSABLE for a database that is older than it may be, or of tomorrow. */
export function checkDatabaseAge(
  built: Date,
  { now, maxAgeMs }: { readonly now: Date; readonly maxAgeMs: number },
): void {
  const age = now.getTime() - built.getTime();
  if (age > maxAgeMs)
    throw unusable(
      `The vulnerability database was built on ${built.toISOString()}, ${days(age)} ago, and at most ${days(maxAgeMs)} are allowed`,
      'update',
    );
  if (age < -MAX_CLOCK_SKEW_MS)
    throw unusable(
      `The vulnerability database was built on ${built.toISOString()}, which is in the future (it is ${now.toISOString()} here)`,
      'clock',
    );
}

/** A name for the database under which a cache may keep it; a database of other bytes has another. */
export function databaseCacheKey({ schema, checksum }: Pick<DatabaseFacts, 'schema' | 'checksum'>): string {
  const [, major = '6'] = /^v?(\d{1,3})/.exec(schema) ?? [];
  return checksum === undefined ? '' : `grype-db-v${major}-${checksum.replaceAll(/[^\w.-]+/g, '-')}`;
}

/** The checksum in the URL that a database was fetched from (`…?checksum=sha256:…`). */
export function checksumOfSource(from: string | undefined): string | undefined {
  if (from === undefined || !URL.canParse(from)) return undefined;
  const checksum = new URL(from).searchParams.get('checksum');
  return checksum !== null && isChecksum(checksum) ? checksum : undefined;
}

/** The digest of the database file in grype's `import.json`. */
export function checksumOfImport(text: string): string | undefined {
  const about = parseJson(text);
  const digest = isObject(about) ? about.digest : undefined;
  return typeof digest === 'string' && isChecksum(digest) ? digest : undefined;
}

const isChecksum = (text: string): boolean => /^[a-z0-9]{2,20}:[0-9a-f]{8,128}$/.test(text);

export const unusable = (what: string, remedy: keyof typeof REMEDIES, cause?: unknown): CountersignError =>
  new CountersignError('DATABASE_UNUSABLE', { what, remedy: REMEDIES[remedy], cause });

const REMEDIES = {
  read: 'Check that the program is a released grype.',
  install:
    'Let it be updated (db-update: auto), give a mirror that this machine reaches (db-mirror), or import a file (db-file).',
  update:
    'Let it be updated (db-update: auto) or import a newer file (db-file); where an old one has to do, say so with max-db-age.',
  clock: "Set this machine's clock, or install a database from a source that you trust.",
} as const;

const days = (ms: number): string => {
  const hours = ms / 3_600_000;
  return hours < 48 ? `${Math.floor(hours)} hours` : `${Math.floor(hours / 24)} days`;
};
