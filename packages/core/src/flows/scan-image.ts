import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { asCountersignError, type CountersignError } from '../errors.js';
import { checkDatabaseAge, databaseCacheKey, unusable } from '../scan/database-status.js';
import { scanSummary } from '../report/scan.js';
import { resultOf } from '../report/verdict.js';
import type { ScanDatabase, ScanPart } from '../report/scan-part.js';
import { ImageRun, openImages, type OpenImage } from './images.js';
import { pathSource } from './path-source.js';
import { imageReports, statusOf, type Progress } from './report.js';
import { checkDatabaseFile } from './scan-database.js';
import { OutputFolder, removeOldScan } from './scan-files.js';
import { judgeScans } from './scan-judge.js';
import type { ScanOptions } from './scan-options.js';
import { writeScanFiles } from './scan-outputs.js';
import { readScanPolicy } from './scan-policy.js';
import { refusalOfScan } from './scan-refusal.js';
import { readyGrype, scanAll, type ReadyGrype, type Scanned } from './scan-run.js';
import { sbomsOf } from './scan-sboms.js';
import { manifestsOf } from './scan-subjects.js';
import { jobsFor, jobsOfSboms, readReports, withDigestOf } from './scan-targets.js';
import { uploadSarif } from './scan-upload.js';
import type { Services } from './types.js';

/**
 * A scan from its inputs to its verdict, noted in `progress` as far as it came. What people decided beforehand is read first,
 * since it may be wrong; then everything is scanned, judged and written, and only then is the verdict told.
 */
export async function scanInto(
  progress: Progress,
  options: ScanOptions,
  services: Services,
  told: (part: ScanPart) => void,
): Promise<void> {
  const startedAt = services.context.clock.now();
  await clearOutput(options, services);
  await checkDatabaseFile(options, services);
  const image = await openTheImage(options, services);
  if (image !== undefined) progress.images = imageReports(new ImageRun([image], []), () => []);
  const policy = await readScanPolicy(options, image, services);
  progress.notices.push(...policy.notices);
  if (options.dryRun) {
    progress.figures = { ...progress.figures, planned: true };
    progress.notices.push({
      level: 'notice',
      text: `${planText(options, image)}. Nothing was scanned.`,
    });
    return;
  }
  const output = await OutputFolder.open(
    options.outputDir === undefined
      ? join(services.tempDir, `countersign-scan-${randomUUID()}`)
      : resolve(services.workDir, options.outputDir),
  );
  const work = await mkdtemp(join(services.tempDir, 'countersign-scanning-'));
  try {
    const found = await find(options, image, { work, output }, services);
    progress.notices.push(...found.notices);
    const judgedAt = services.context.clock.now();
    const records = await judgeScans(found.scanned, image, options, policy, judgedAt);
    const files = await writeScanFiles({ ...found, records, options, output, startedAt }, services);
    const written: ScanPart = {
      result: records.some(({ decision }) => decision.result === 'violations') ? 'violations' : 'clean',
      records,
      files,
      notices: [],
      judgedAt,
      ...(found.grype === undefined ? {} : { database: databaseOf(found.grype) }),
      maxWaiverDays: options.maxWaiverDays,
    };
    const summary = await output.write('scan.md', [scanSummary(written)]);
    const part: ScanPart = { ...written, files: { ...files, summary } };
    told(part);
    const failedUpload = await upload(part.files.sarif, options, progress, services);
    const refusal = refusalOfScan(records);
    const error = refusal ?? failedUpload;
    if (error === undefined) return;
    // What was asked for was not done in full: a caller that looks at the result alone must not go on.
    progress.error = error;
    progress.status = statusOf(error);
    told({ ...part, result: resultOf(progress.status) });
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

async function clearOutput(
  { outputDir, dryRun, target, baseline, vexFiles }: ScanOptions,
  { workDir }: Services,
): Promise<void> {
  if (outputDir === undefined || dryRun) return;
  const inputs = [
    ...('files' in target ? target.files.map(({ path }) => path) : []),
    ...(baseline?.kind === 'file' ? [baseline.path] : []),
    ...vexFiles,
  ];
  await removeOldScan(
    resolve(workDir, outputDir),
    inputs.map((path) => resolve(workDir, path)),
  );
}

const databaseOf = ({ database, databaseFolder }: ReadyGrype): ScanDatabase => ({
  built: database.built,
  schema: database.schema,
  cacheKey: databaseCacheKey(database),
  folder: databaseFolder,
});

async function openTheImage(options: ScanOptions, services: Services): Promise<OpenImage | undefined> {
  if (options.images.length === 0) return undefined;
  const run = await openImages(options, services);
  const [failed] = run.unopened;
  if (failed !== undefined) throw failed.error;
  return run.images[0];
}

/** What the scanner found, and with what. */
interface Found {
  readonly scanned: readonly Scanned[];
  /** undefined where existing reports were judged. */
  readonly grype: ReadyGrype | undefined;
  readonly notices: Progress['notices'];
}

async function find(
  options: ScanOptions,
  image: OpenImage | undefined,
  { work, output }: { readonly work: string; readonly output: OutputFolder },
  services: Services,
): Promise<Found> {
  const { target } = options;
  if (target.kind === 'report')
    return judgeable(await readReports(target.files, image, options, services), options, services);
  // What is soon looked at goes first: files and folders, then the database. To describe an image takes longest.
  if (target.kind === 'path') await pathSource(target.path, services);
  const given =
    target.kind === 'sbom'
      ? await jobsOfSboms(target.files, image, { work, output, allowEmpty: options.allowEmpty }, services)
      : undefined;
  const grype = await readyGrype(options, work, services);
  const jobs = given ?? jobsFor(await sbomsOf(target, image, options, work, services), output);
  const scanned = await scanAll(jobs, grype, options, services);
  return {
    scanned: scanned.map((each) => ({ ...each, subject: withDigestOf(each.subject, each.report) })),
    grype,
    notices: grype.warnings.map((text) => ({ level: 'warning', text })),
  };
}

/** Reports of others decide too, where the database behind them is young enough; what they do not tell is said. */
function judgeable(
  { scanned, unproven }: Awaited<ReturnType<typeof readReports>>,
  { database }: ScanOptions,
  { context }: Services,
): Found {
  const now = context.clock.now();
  const silent: string[] = [];
  for (const { report, json } of scanned) {
    const { built } = report.database;
    if (built === undefined && report.scanner.name === 'grype')
      throw unusable(`${json} does not say when its vulnerability database was built, as grype does`, 'read');
    if (built === undefined) silent.push(json);
    // A database is no younger than the report that was made with it.
    const age = built ?? report.finishedAt;
    if (age !== undefined) checkDatabaseAge(age, { now, maxAgeMs: database.maxAgeMs });
  }
  const warning = (text: string): Progress['notices'][number] => ({ level: 'warning', text });
  return {
    scanned,
    grype: undefined,
    notices: [
      ...silent.map((path) =>
        warning(
          `${path} does not say when its vulnerability database was built: nobody knows how old it is.`,
        ),
      ),
      ...unproven.map((path) =>
        warning(`${path} does not say which digest it is about: that it is this image's is taken on trust.`),
      ),
    ],
  };
}

/** A verdict outweighs a failed upload, which is then told beside it. */
async function upload(
  sarif: string,
  { upload: target }: ScanOptions,
  progress: Progress,
  services: Services,
): Promise<CountersignError | undefined> {
  if (target === undefined) return undefined;
  try {
    progress.notices.push({ level: 'notice', text: await uploadSarif(sarif, target, services) });
    return undefined;
  } catch (thrown) {
    const error = asCountersignError(thrown);
    progress.notices.push({ level: 'warning', text: `The SARIF was not sent: ${error.message}` });
    return error;
  }
}

function planText({ target }: ScanOptions, image: OpenImage | undefined): string {
  switch (target.kind) {
    case 'image': {
      const names =
        image === undefined
          ? []
          : manifestsOf(image.image).map(({ platform, reference }) => platform ?? reference);
      return `an SBOM of ${names.join(', ')} would be made and scanned`;
    }
    case 'path':
      return `an SBOM of ${target.path} would be made and scanned`;
    case 'sbom':
      return `${target.files.map(({ path }) => path).join(', ')} would be scanned`;
    case 'report':
      return `${target.files.map(({ path }) => path).join(', ')} would be judged`;
  }
}
