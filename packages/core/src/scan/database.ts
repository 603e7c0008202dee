import { randomUUID } from 'node:crypto';
import { access, mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Clock, Logger } from '../runtime.js';
import { asCountersignError, CountersignError } from '../errors.js';
import { FIRST_DATABASE_RETRY_DELAY_MS, MAX_DATABASE_UPDATES, MAX_GRYPE_ANSWER_BYTES } from '../limits.js';
import { readBounded } from '../read-bounded.js';
import {
  checkDatabaseStatus,
  checksumOfImport,
  checksumOfSource,
  unusable,
  type DatabaseFacts,
} from './database-status.js';
import { askGrype, saidBy, type Grype } from './run-grype.js';

export interface DatabaseOptions {
  readonly update: 'auto' | 'never';
  /** An archive or a `.db` to import first, absolute; nothing is fetched then. */
  readonly file: string | undefined;
  /** GRYPE_DB_CACHE_DIR, absolute. */
  readonly folder: string;
  /** The folder is for what this file holds alone: where it is there, the file was imported before. */
  readonly isOfFile: boolean;
  readonly maxAgeMs: number;
  /** Of one attempt to update or import. */
  readonly timeoutMs: number;
}

/**
 * Makes sure that grype has a database that may decide: imports the file given, or updates once with attempts and time-outs of
 * our own, then has grype check it. An update that fails is forgiven where the database that is there is young enough.
 * Throws DATABASE_UNUSABLE, INTERRUPTED.
 */
export async function prepareDatabase(
  grype: Grype,
  options: DatabaseOptions,
  { clock, log }: { readonly clock: Clock; readonly log: Logger },
): Promise<{ readonly facts: DatabaseFacts; readonly warnings: readonly string[] }> {
  const failed = await bringUpToDate(grype, options, { clock, log });
  const { stdout } = await askDatabase(grype, ['db', 'status', '-o', 'json'], options.timeoutMs);
  const checked = judged(stdout, { now: clock.now(), maxAgeMs: options.maxAgeMs }, failed);
  const checksum = checksumOfSource(checked.from) ?? (await importedChecksum(options.folder, checked.schema));
  log.info(
    `The vulnerability database was built on ${checked.built.toISOString()} (schema ${checked.schema}).`,
  );
  const warnings =
    failed === undefined
      ? []
      : [
          `${failed.message}. The database that was there, built on ${checked.built.toISOString()}, was used.`,
        ];
  return { facts: { ...checked, checksum }, warnings };
}

/** Why a database that is not good enough is not: the update that failed stands behind it. */
function judged(
  answer: string,
  limits: { readonly now: Date; readonly maxAgeMs: number },
  failed: CountersignError | undefined,
): Omit<DatabaseFacts, 'checksum'> {
  try {
    return checkDatabaseStatus(answer, limits);
  } catch (thrown) {
    const error = asCountersignError(thrown);
    if (failed === undefined || error.code !== 'DATABASE_UNUSABLE') throw error;
    throw new CountersignError('DATABASE_UNUSABLE', {
      what: `${error.message}. ${failed.message}`,
      remedy: error.remedy,
      cause: failed,
    });
  }
}

/** Answers what went wrong with an update; a file that cannot be imported ends the run: it was named. */
async function bringUpToDate(
  grype: Grype,
  options: DatabaseOptions,
  { clock, log }: { readonly clock: Clock; readonly log: Logger },
): Promise<CountersignError | undefined> {
  const { update, file, timeoutMs } = options;
  if (file !== undefined) {
    await importFile(grype, file, options, log);
    return undefined;
  }
  if (update === 'never') return undefined;
  log.info('Updating the vulnerability database.');
  return attemptUpdates(grype, timeoutMs, { clock, log });
}

/** Into a folder of its own it is imported whole or not at all: what is there was imported well, by whichever run. */
async function importFile(
  grype: Grype,
  file: string,
  { folder, isOfFile, timeoutMs }: DatabaseOptions,
  log: Logger,
): Promise<void> {
  if (!isOfFile) {
    await runImport(grype, file, timeoutMs, log);
    return;
  }
  if (await isThere(folder)) {
    log.info(`The vulnerability database ${file} was imported before.`);
    return;
  }
  const passing = `${folder}.${randomUUID()}`;
  try {
    await mkdir(passing, { recursive: true });
    await runImport({ ...grype, env: { ...grype.env, GRYPE_DB_CACHE_DIR: passing } }, file, timeoutMs, log);
    await rename(passing, folder).catch(async (error: unknown) => {
      if (!(await isThere(folder))) throw error; // else another run was first, with the same bytes
    });
  } finally {
    await rm(passing, { recursive: true, force: true });
  }
}

async function runImport(grype: Grype, file: string, timeoutMs: number, log: Logger): Promise<void> {
  log.info(`Importing the vulnerability database ${file}.`);
  const result = await askDatabase(grype, ['db', 'import', file], timeoutMs);
  if (result.exitCode === 0) return;
  throw unusable(`grype could not import the vulnerability database ${file}${saidBy(result)}`, 'install');
}

const isThere = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

async function attemptUpdates(
  grype: Grype,
  timeoutMs: number,
  { clock, log }: { readonly clock: Clock; readonly log: Logger },
): Promise<CountersignError | undefined> {
  for (let attempt = 1; ; attempt += 1) {
    const failed = await updateOnce(grype, timeoutMs);
    if (failed === undefined || attempt === MAX_DATABASE_UPDATES) return failed;
    log.warn(`${failed.message}; trying again.`);
    await clock.sleep(FIRST_DATABASE_RETRY_DELAY_MS * 2 ** (attempt - 1), grype.signal);
  }
}

async function updateOnce(grype: Grype, timeoutMs: number): Promise<CountersignError | undefined> {
  try {
    const result = await askGrype(grype, ['db', 'update'], timeoutMs);
    if (result.exitCode === 0) return undefined;
    return unusable(`The vulnerability database could not be updated${saidBy(result)}`, 'install');
  } catch (thrown) {
    const error = asCountersignError(thrown);
    if (error.code !== 'PROGRAM_FAILED') throw error;
    return unusable(`The vulnerability database could not be updated: ${error.message}`, 'install', error);
  }
}

/** A grype that fails at its database leaves nothing to decide with. */
async function askDatabase(
  grype: Grype,
  args: readonly string[],
  timeoutMs: number,
): ReturnType<typeof askGrype> {
  try {
    return await askGrype(grype, args, timeoutMs);
  } catch (thrown) {
    const error = asCountersignError(thrown);
    if (error.code !== 'PROGRAM_FAILED') throw error;
    throw unusable(`The vulnerability database cannot be used: ${error.message}`, 'install', error);
  }
}

async function importedChecksum(folder: string, schema: string): Promise<string | undefined> {
  const [, major] = /^v?(\d{1,3})/.exec(schema) ?? [];
  if (major === undefined) return undefined;
  try {
    const path = join(folder, major, 'import.json');
    return checksumOfImport((await readBounded(path, MAX_GRYPE_ANSWER_BYTES)).toString('utf8'));
  } catch {
    return undefined; // without it there is no name for a cache, and nothing else is missing
  }
}
