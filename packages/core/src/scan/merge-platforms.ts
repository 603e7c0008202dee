import { MAX_FINDING_LIST, MAX_SCAN_SENTENCES } from '../limits.js';
import { SEVERITIES, type Finding, type ScanReport } from './types.js';
import { parsePackageUrl } from './package-url.js';

/** The report about one platform of an index. */
export interface PlatformReport {
  readonly platform: string;
  readonly report: ScanReport;
}

/**
 * The report about an index: all that was found on any of its platforms, once, with the platforms it was found on and the
 * worst that any of them says of it. A clean platform covers no other: what is found on one is in it. Needs one part at least.
 */
export function mergePlatforms(parts: readonly PlatformReport[]): ScanReport {
  const [first] = parts;
  if (first === undefined) throw new Error('an index has no platforms to merge');
  const merged = new Map<string, Finding>();
  for (const { platform, report } of parts) {
    for (const finding of report.findings) {
      const here = { ...finding, platforms: [...new Set([platform, ...finding.platforms])] };
      const key = keyOf(finding);
      const before = merged.get(key);
      merged.set(key, before === undefined ? here : worstOf(before, here));
    }
  }
  const reports = parts.map(({ report }) => report);
  const omitted = reports.reduce((sum, { omittedFindings = 0 }) => sum + omittedFindings, 0);
  const lacks = [...new Set(reports.flatMap((report) => report.lacks ?? []))];
  return {
    scanner: first.report.scanner,
    database: oldestDatabase(reports),
    startedAt: edgeOf(
      reports.map(({ startedAt }) => startedAt),
      Math.min,
    ),
    finishedAt: edgeOf(
      reports.map(({ finishedAt }) => finishedAt),
      Math.max,
    ),
    describes: [...new Set(reports.flatMap(({ describes }) => describes))],
    target: first.report.target,
    findings: [...merged.values()],
    ignoredByScanner: reports.reduce((sum, { ignoredByScanner }) => sum + ignoredByScanner, 0),
    alerts: [...new Set(reports.flatMap(({ alerts }) => alerts))].slice(0, MAX_SCAN_SENTENCES),
    ...(lacks.length === 0 ? {} : { lacks }),
    ...(omitted === 0 ? {} : { omittedFindings: omitted }),
  };
}

/**
 * A package is the same on two platforms where type, name and version are; its purl says the architecture. What is fixed on
 * one alone stays two findings: of gates one is broken by what has a fix, another by what has none.
 */
const keyOf = ({ id, fix: { state }, package: { type, name, version } }: Finding): string =>
  JSON.stringify([id, type, name, version, state === 'fixed']);

function worstOf(one: Finding, other: Finding): Finding {
  return {
    ...one,
    aliases: [...new Set([...one.aliases, ...other.aliases])].slice(0, MAX_FINDING_LIST),
    severity: SEVERITIES.find((each) => each === one.severity || each === other.severity) ?? one.severity,
    package: {
      ...one.package,
      purl: commonPurl(one.package.purl, other.package.purl),
      locations: [...new Set([...one.package.locations, ...other.package.locations])].slice(
        0,
        MAX_FINDING_LIST,
      ),
    },
    platforms: [...new Set([...one.platforms, ...other.platforms])],
    fix: worseFix(one.fix, other.fix),
    epss: greater(one.epss, other.epss),
    kev: one.kev ?? other.kev,
    risk: greater(one.risk, other.risk),
    cvss: (other.cvss?.score ?? -1) > (one.cvss?.score ?? -1) ? other.cvss : one.cvss,
  };
}

/** What both say: qualifiers that differ (the architecture) are left out, so that nothing about one platform is about both. */
function commonPurl(one: string | undefined, other: string | undefined): string | undefined {
  if (one === other) return one;
  const [left, right] = [one, other].map((each) => (each === undefined ? undefined : parsePackageUrl(each)));
  if (left === undefined || right === undefined) return undefined;
  const qualifiers = Object.entries(left.qualifiers ?? {}).filter(
    ([name, value]) => right.qualifiers?.[name] === value,
  );
  left.qualifiers = Object.fromEntries(qualifiers);
  right.qualifiers = Object.fromEntries(qualifiers);
  const common = left.toString();
  return common === right.toString() ? common : undefined;
}

/** Of two fixes the gate counts from the earlier day; without one on either platform (keyOf) there is none. */
function worseFix(one: Finding['fix'], other: Finding['fix']): Finding['fix'] {
  if (one.state !== 'fixed') return one;
  const versions = [...new Set([...one.versions, ...other.versions])].slice(0, MAX_FINDING_LIST);
  // Without a day there is no grace, and that is the worse.
  const isKnown = one.availableSince !== undefined && other.availableSince !== undefined;
  return {
    ...one,
    versions,
    availableSince: isKnown ? edgeOf([one.availableSince, other.availableSince], Math.min) : undefined,
  };
}

/** Of several the oldest decides whether all of them may; one without a day is older than any. */
function oldestDatabase(reports: readonly ScanReport[]): ScanReport['database'] {
  const databases = reports.map(({ database }) => database);
  return databases.reduce((one, other) =>
    (other.built?.getTime() ?? -Infinity) < (one.built?.getTime() ?? -Infinity) ? other : one,
  );
}

function edgeOf(
  dates: readonly (Date | undefined)[],
  edge: (...times: number[]) => number,
): Date | undefined {
  const times = dates.filter((date) => date !== undefined).map((date) => date.getTime());
  return times.length === 0 ? undefined : new Date(edge(...times));
}

const greater = (one: number | undefined, other: number | undefined): number | undefined =>
  one === undefined || (other !== undefined && other > one) ? other : one;
