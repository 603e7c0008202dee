import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { allEnded, createGate } from '../concurrency.js';
import { counted } from '../counted.js';
import { CountersignError } from '../errors.js';
import { SCAN_CONCURRENCY } from '../limits.js';
import { unreadable } from '../read-bounded.js';
import { prepareDatabase } from '../scan/database.js';
import { checkDatabaseAge, unusable, type DatabaseFacts } from '../scan/database-status.js';
import { grypeEnvironment } from '../scan/grype-environment.js';
import { fileBytes, readScanReport, type ScanReport } from '../scan/index.js';
import { lacksAdvisories, runGrype, versionOfGrype, type Grype } from '../scan/run-grype.js';
import type { Sbom } from '../sbom/index.js';
import { programPath } from './program-path.js';
import { databaseFolderOf } from './scan-database.js';
import type { ScanOptions } from './scan-options.js';
import type { ScanSubject } from './scan-subjects.js';
import { whileTold } from './still-running.js';
import type { Services } from './types.js';

/** One subject with what a scanner found on it. */
export interface Scanned {
  readonly subject: ScanSubject;
  readonly report: ScanReport;
  /** The scanner's own report, absolute. */
  readonly json: string;
}

/** An SBOM that is to be scanned. */
export interface SbomToScan {
  readonly subject: ScanSubject;
  /** Absolute. */
  readonly sbom: string;
  /** Packages of a distribution are listed in it. */
  readonly needsDistribution: boolean;
}

/** The same with where the report goes, absolute. */
export interface ScanJob extends SbomToScan {
  readonly json: string;
}

/** Whether packages of a distribution are among those of an SBOM: they are looked for in what that distribution says. */
export const needsDistribution = ({ packages }: Sbom): boolean =>
  packages.some(({ ecosystem }) => OF_DISTRIBUTIONS.has(ecosystem));

const OF_DISTRIBUTIONS: ReadonlySet<string> = new Set(['deb', 'rpm', 'apk', 'alpm']);

/** A grype with a database that may decide. */
export interface ReadyGrype {
  readonly grype: Grype;
  readonly version: string;
  readonly database: DatabaseFacts;
  readonly databaseFolder: string;
  readonly warnings: readonly string[];
}

/** Finds or installs grype, and has its database brought up to date and checked. `work`: an empty folder of this run. */
export async function readyGrype(
  options: ScanOptions,
  work: string,
  services: Services,
): Promise<ReadyGrype> {
  const { context, env, workDir } = services;
  const { database, allowPath, trust, toolMirror: mirror } = options;
  const { folder: databaseFolder, isOfFile } = await databaseFolderOf(options, services);
  const [home, folder] = [join(work, 'home'), join(work, 'cwd')];
  await Promise.all([home, folder].map((path) => mkdir(path, { recursive: true })));
  const grype: Grype = {
    path: await programPath({ name: 'grype', allowPath, mirror, ...options.grype }, trust, services),
    env: grypeEnvironment(env, home, {
      databaseFolder,
      maxDatabaseAgeMs: database.maxAgeMs,
      mirror: database.mirror,
      updateTimeoutMs: database.timeoutMs,
    }),
    folder,
    signal: context.signal,
    onMessage: (line) => {
      context.log.debug(`grype: ${line}`);
    },
  };
  const file = database.file === undefined ? undefined : resolve(workDir, database.file);
  const asking = versionOfGrype(grype);
  const preparing = prepareDatabase(grype, { ...database, folder: databaseFolder, file, isOfFile }, context);
  await Promise.allSettled([asking, preparing]); // neither is left running behind an error of the other
  const version = await asking;
  const { facts, warnings } = await preparing;
  return { grype, version, database: facts, databaseFolder, warnings };
}

/** Scans each SBOM once, a few at a time; one that fails fails the run, since nothing can be said without it, once all have ended. */
export async function scanAll(
  jobs: readonly ScanJob[],
  { grype }: ReadyGrype,
  options: ScanOptions,
  { context }: Services,
): Promise<readonly Scanned[]> {
  const gate = createGate(SCAN_CONCURRENCY);
  const asked = new Map<string, Promise<boolean>>();
  const isWithout = (distribution: string): Promise<boolean> => {
    const answer = asked.get(distribution) ?? lacksAdvisories(grype, distribution);
    asked.set(distribution, answer);
    return answer;
  };
  return allEnded(
    jobs.map(({ subject, sbom, needsDistribution: isNeeded, json }) =>
      gate(async (): Promise<Scanned> => {
        const startedAt = context.clock.now();
        const about = subject.platform ?? subject.reference;
        context.log.info(`Scanning ${about} with grype`);
        const run = await whileTold(`scanning ${about}`, context, () =>
          runGrype(grype, { sbom, report: json, timeoutMs: options.scanTimeoutMs }),
        );
        const finishedAt = context.clock.now();
        const read = await readReport(json);
        // grype says nothing of apk packages whose distribution it does not know; its report tells.
        const isUnknown = run.lacksDistribution || (isNeeded && read.distribution === '');
        const known = isUnknown ? withDoubt(read, subject, options) : read;
        const report = isNeeded ? await withAdvisories(known, isWithout) : known;
        checkOwnReport(report, subject, { now: finishedAt, maxAgeMs: options.database.maxAgeMs });
        context.log.info(
          `Scanned ${about} in ${finishedAt.getTime() - startedAt.getTime()} ms: ${counted(report.findings.length, 'finding')}.`,
        );
        return { subject, report: { ...report, startedAt, finishedAt }, json };
      }),
    ),
  );
}

/**
 * Packages of a distribution that nobody names are looked for nowhere: of an image that decides nothing. A folder may hold
 * package databases that nothing is installed by (test data), so there it is told.
 */
function withDoubt(report: ScanReport, { reference }: ScanSubject, { target }: ScanOptions): ScanReport {
  const what = `${reference} has packages of a distribution, and its SBOM does not say of which one, or of one that grype does not know: they were not looked for`;
  if (target.kind === 'path') return { ...report, alerts: [...report.alerts, `${what}.`] };
  throw lacksDistribution(what);
}

/** Says of a distribution that the database knows nothing about it: too new for it, or long forgotten. */
async function withAdvisories(
  report: ScanReport,
  isWithout: (distribution: string) => Promise<boolean>,
): Promise<ScanReport> {
  const { distribution = '', alerts } = report;
  if (distribution === '' || !(await isWithout(distribution))) return report;
  const alert = `The vulnerability database has nothing about ${distribution}: no package of this distribution can have a finding.`;
  return { ...report, alerts: [...alerts, alert] };
}

/** Of what nobody looked for, nothing could be decided. */
export const lacksDistribution = (what: string): CountersignError =>
  new CountersignError('SBOM_INCOMPLETE', {
    what,
    remedy:
      'Leave /etc/os-release in the image; in an SBOM made by hand, name the distribution (syft-json: distro; otherwise ?distro=debian-12 in the package URLs). An image without a distribution is scanned itself or by its SBOM, which tell that no package is of one.',
  });

/** Reads the reports that were given; one that tells no database or no time is told in `warnings`. */
export async function readReport(path: string): Promise<ScanReport> {
  try {
    return await readScanReport(fileBytes(path), path);
  } catch (error) {
    if (error instanceof CountersignError || !(error instanceof Error && 'syscall' in error)) throw error;
    throw new CountersignError('INPUT_INVALID', {
      what: `The report ${path} ${unreadable(error)}`,
      remedy: 'Give the path of a file that is there and may be read, relative to the working directory.',
      cause: error,
    });
  }
}

/** grype's report is judged only with a database in it that may decide, and about the digest it was asked about. */
function checkOwnReport(
  { database, describes }: ScanReport,
  { digest, reference }: ScanSubject,
  limits: { readonly now: Date; readonly maxAgeMs: number },
): void {
  if (database.built === undefined)
    throw unusable(`The report about ${reference} does not say which vulnerability database decided`, 'read');
  checkDatabaseAge(database.built, limits);
  if (digest === undefined || describes.length === 0 || describes.includes(digest)) return;
  throw new CountersignError('DOCUMENT_SUBJECT_MISMATCH', {
    what: `grype's report about ${reference} says that it is about ${describes.slice(0, 3).join(', ')}`,
    remedy: 'Make the SBOM from that very digest (generate-sbom does).',
  });
}
