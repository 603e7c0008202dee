import { scrubbedEnvironment } from '../program/index.js';

/** Where grype keeps its database, and what it may do with it. */
export interface GrypeSettings {
  /** Absolute; grype makes a folder per schema below it. */
  readonly databaseFolder: string;
  /** In milliseconds; grype refuses an older database itself, as we do. */
  readonly maxDatabaseAgeMs: number;
  /** Instead of the vendor's feed. */
  readonly mirror: string | undefined;
  readonly updateTimeoutMs: number;
}

/**
 * grype's whole environment: no variable of the job reaches it but those of the machine, so no token and no `GRYPE_…` of
 * others that would leave findings out. It asks for no newer release of itself and updates its database only where told.
 */
export const grypeEnvironment = (
  env: Readonly<Record<string, string | undefined>>,
  home: string,
  { databaseFolder, maxDatabaseAgeMs, mirror, updateTimeoutMs }: GrypeSettings,
): Record<string, string> =>
  scrubbedEnvironment(env, home, {
    NO_COLOR: '1',
    GRYPE_CHECK_FOR_APP_UPDATE: 'false',
    GRYPE_DB_CACHE_DIR: databaseFolder,
    GRYPE_DB_AUTO_UPDATE: 'false',
    GRYPE_DB_VALIDATE_AGE: 'true',
    GRYPE_DB_VALIDATE_BY_HASH_ON_START: 'true',
    GRYPE_DB_MAX_ALLOWED_BUILT_AGE: goDuration(maxDatabaseAgeMs),
    GRYPE_DB_UPDATE_DOWNLOAD_TIMEOUT: goDuration(updateTimeoutMs),
    ...(mirror === undefined ? {} : { GRYPE_DB_UPDATE_URL: mirror }),
  });

const goDuration = (ms: number): string => `${Math.ceil(ms / 1000)}s`;
