import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { MAX_SARIF_RUNS } from '../limits.js';
import type { ScanFiles, ScanSubjectFiles } from '../report/scan-part.js';
import {
  inTotoVulns,
  junitOf,
  repositoryOf,
  sarifOf,
  vdrOf,
  vulnPredicate,
  type ScanRecord,
  type ScanRun,
} from '../scan/index.js';
import { uniqueNames, type OutputFolder } from './scan-files.js';
import type { ScanOptions } from './scan-options.js';
import type { Scanned } from './scan-run.js';
import type { Services } from './types.js';

export interface ScanOutput {
  readonly records: readonly ScanRecord[];
  readonly scanned: readonly Scanned[];
  readonly options: ScanOptions;
  readonly output: OutputFolder;
  readonly startedAt: Date;
}

/**
 * Writes every file of a scan, whatever the verdict: it is told only when they are there. A predicate for each record, since
 * a subject has one scan; one SARIF and one JUnit file for all.
 */
export async function writeScanFiles(about: ScanOutput, services: Services): Promise<ScanFiles> {
  const { records, options, output } = about;
  const location = await locationOf(records, options, services);
  const sarif = await output.write('scan.sarif', sarifOf(shownInSarif(records), { location }));
  const junit = options.formats.includes('junit')
    ? await output.write('scan.junit.xml', junitOf(records))
    : undefined;
  const names = uniqueNames(records.map(({ subject }) => subject));
  const subjects: ScanSubjectFiles[] = [];
  for (const [at, record] of records.entries())
    subjects.push(await writeSubject(record, names[at] ?? `scan-${at}`, about, services));
  return { folder: output.path, sarif, junit, subjects };
}

async function writeSubject(
  record: ScanRecord,
  name: string,
  { scanned, options, output, startedAt }: ScanOutput,
  services: Services,
): Promise<ScanSubjectFiles> {
  const { reference, platform } = record.subject;
  const { formats } = options;
  const run = runOf(record, options, startedAt, services);
  const write = (ending: string, document: object): Promise<string> =>
    output.write(`${name}.${ending}`, [`${JSON.stringify(document)}\n`]);
  return {
    reference,
    platform,
    report: scanned.find(({ report }) => report === record.report)?.json,
    predicate: await write('vuln.json', vulnPredicate(record, run)),
    vdr: formats.includes('vdr') ? await write('vdr.cdx.json', vdrOf(record)) : undefined,
    inTotoVulns: formats.includes('in-toto-vulns')
      ? await write('vulns.json', inTotoVulns(record, run))
      : undefined,
  };
}

/** An index repeats what its platforms have: it stands in their place only where these are more than a file may hold. */
function shownInSarif(records: readonly ScanRecord[]): readonly ScanRecord[] {
  const platforms = records.filter(({ subject }) => subject.platform !== undefined);
  const [whole] = records.filter(({ subject }) => subject.platform === undefined);
  if (platforms.length === 0 || whole === undefined) return records;
  return platforms.length <= MAX_SARIF_RUNS ? platforms : [whole];
}

/** Where GitHub shows what has no place of its own: the Dockerfile, where there is one; else what was scanned. */
async function locationOf(
  [first]: readonly ScanRecord[],
  { target }: ScanOptions,
  { workDir }: Services,
): Promise<string> {
  if (target.kind === 'path') return target.path;
  const hasDockerfile = await access(join(workDir, 'Dockerfile')).then(
    () => true,
    () => false,
  );
  return hasDockerfile ? 'Dockerfile' : repositoryOf(first?.subject.reference ?? 'image');
}

/** When and by whom a record was made: the times of its scanner where it was run here, or said when. */
function runOf(
  { report }: ScanRecord,
  { target }: ScanOptions,
  startedAt: Date,
  { context, env }: Services,
): ScanRun {
  return {
    startedAt: report.startedAt ?? startedAt,
    finishedAt: report.finishedAt ?? context.clock.now(),
    invocation: invocationOf(env, target.kind === 'report' ? [] : ['-o', 'json']),
  };
}

/** What GitHub says of the job; empty elsewhere. */
function invocationOf(env: Services['env'], parameters: readonly string[]): ScanRun['invocation'] {
  const { GITHUB_SERVER_URL, GITHUB_REPOSITORY, GITHUB_RUN_ID, GITHUB_WORKFLOW_REF } = env;
  const isJob =
    GITHUB_SERVER_URL !== undefined && GITHUB_REPOSITORY !== undefined && GITHUB_RUN_ID !== undefined;
  if (!isJob) return { uri: '', eventId: '', builderId: '', parameters };
  return {
    uri: `${GITHUB_SERVER_URL}/${GITHUB_REPOSITORY}/actions/runs/${GITHUB_RUN_ID}`,
    eventId: GITHUB_RUN_ID,
    builderId: GITHUB_WORKFLOW_REF === undefined ? '' : `${GITHUB_SERVER_URL}/${GITHUB_WORKFLOW_REF}`,
    parameters,
  };
}
