import type { FlowReport } from '../flows/index.js';
import type { ScanSubjectFiles } from '../report/scan-part.js';
import { resultOf } from '../report/verdict.js';
import { SEVERITIES } from '../scan/types.js';
import type { JudgedFinding, ScanRecord } from '../scan/index.js';
import { platformPaths } from './platform-paths.js';

/**
 * The outputs of scan beside those of every action. `result` stands also where nothing was judged, never empty then.
 * Figures are those of the whole image (the index where there is one); of several files without one, of all of them.
 */
export function scanValues({ command, scan, status }: FlowReport): Readonly<Record<string, string>> {
  if (command !== 'scan') return {};
  if (scan === undefined) return { result: status === 'ok' ? '' : resultOf(status) };
  const { files, database } = scan;
  const whole = scan.records.filter(({ subject }) => subject.platform === undefined);
  const records = whole.length > 0 ? whole : scan.records;
  const open = records.flatMap(({ decision }) => decision.findings).filter(isOpen);
  const built = database?.built ?? oldest(records);
  return {
    result: scan.result,
    json: pathLines(files.subjects, ({ report }) => report),
    sarif: files.sarif,
    'vuln-predicate': pathLines(files.subjects, ({ predicate }) => predicate),
    vdr: pathLines(files.subjects, ({ vdr }) => vdr),
    'in-toto-vulns': pathLines(files.subjects, ({ inTotoVulns }) => inTotoVulns),
    junit: files.junit ?? '',
    summary: files.summary ?? '',
    ...Object.fromEntries(
      SEVERITIES.map((severity) => [
        `${severity}-count`,
        String(sum(records.map(({ decision }) => decision.counts[severity]))),
      ]),
    ),
    'kev-count': String(open.filter(({ finding }) => finding.kev !== undefined).length),
    'max-epss': largest(open.map(({ finding }) => finding.epss)),
    'max-risk': largest(open.map(({ finding }) => finding.risk)),
    'new-count': newCount(records),
    'waived-count': String(
      sum(records.flatMap(({ decision }) => SEVERITIES.map((severity) => decision.waivedCounts[severity]))),
    ),
    'expired-waivers': expiredWaivers(records),
    'db-built': built?.toISOString() ?? '',
    'db-schema': database?.schema ?? records[0]?.report.database.version ?? '',
    'db-cache-key': database?.cacheKey ?? '',
    'db-dir': database?.folder ?? '',
  };
}

const isOpen = ({ disposition }: JudgedFinding): boolean => disposition.kind === 'open';

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);

const largest = (numbers: readonly (number | undefined)[]): string => {
  const most = numbers.reduce<number | undefined>(
    (so, each) => (each === undefined || (so !== undefined && so >= each) ? so : each),
    undefined,
  );
  return most === undefined ? '' : String(Number(most.toFixed(6)));
};

const newCount = (records: readonly ScanRecord[]): string => {
  const counts = records.map(({ decision }) => decision.newCount).filter((count) => count !== undefined);
  return counts.length === 0 ? '' : String(sum(counts));
};

const expiredWaivers = (records: readonly ScanRecord[]): string => {
  const expired = records
    .flatMap(({ decision }) => decision.waivers)
    .filter(({ state }) => state === 'expired')
    .map(({ waiver }) => `${waiver.index} ${waiver.id} ${waiver.expires}`);
  return [...new Set(expired)].join('\n');
};

/** The oldest of several decides how much may have been missed. */
const oldest = (records: readonly ScanRecord[]): Date | undefined =>
  records
    .map(({ report }) => report.database.built)
    .filter((built) => built !== undefined)
    .sort((one, other) => one.getTime() - other.getTime())[0];

const pathLines = (
  subjects: readonly ScanSubjectFiles[],
  pathOf: (files: ScanSubjectFiles) => string | undefined,
): string =>
  platformPaths(
    subjects.flatMap((files) => {
      const path = pathOf(files);
      return path === undefined ? [] : [{ platform: files.platform, path }];
    }),
  );
