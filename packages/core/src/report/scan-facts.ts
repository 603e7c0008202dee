import { counted } from '../counted.js';
import { MAX_SCAN_SENTENCES, MAX_SHOWN_PLATFORMS } from '../limits.js';
import { DAY_MS } from '../runtime.js';
import { repositoryOf } from '../scan/sarif.js';
import { SEVERITIES } from '../scan/types.js';
import { stateOf } from '../scan/vuln-predicate.js';
import type {
  Counts,
  Finding,
  Gate,
  JudgedFinding,
  ScanRecord,
  UnmatchedVex,
  WaiverState,
} from '../scan/index.js';

/** The records that findings are told of: an index has those of its platforms, so these are not told a second time. */
export function toldRecords(records: readonly ScanRecord[]): readonly ScanRecord[] {
  const whole = new Set(
    records
      .filter(({ subject }) => subject.platform === undefined)
      .map(({ subject }) => repositoryOf(subject.reference)),
  );
  return records.filter(
    ({ subject }) => subject.platform === undefined || !whole.has(repositoryOf(subject.reference)),
  );
}

export const breakingOf = ({ decision }: ScanRecord): readonly JudgedFinding[] =>
  decision.findings.filter((judged) => stateOf(judged) === 'breaks');

export const openOf = ({ decision }: ScanRecord): readonly JudgedFinding[] =>
  decision.findings.filter(({ disposition }) => disposition.kind === 'open');

export const totalOf = (counts: Counts): number =>
  SEVERITIES.reduce((sum, severity) => sum + counts[severity], 0);

/** `1 critical, 3 high`, or `none`. */
export const countsText = (counts: Counts): string =>
  SEVERITIES.filter((severity) => counts[severity] > 0)
    .map((severity) => `${counts[severity]} ${severity}`)
    .join(', ') || 'none';

/** What the gate asks, in the words of its inputs. */
export const gateText = (gate: Gate): string =>
  [
    gate.failOn === undefined
      ? 'fail-on none'
      : `fail-on ${gate.failOn}${gate.onlyFixed ? ' with a fix' : ''}`,
    `unknown severity: ${gate.onUnknownSeverity}`,
    `known exploited: ${gate.kev}`,
    ...(gate.epssThreshold === undefined ? [] : [`EPSS from ${gate.epssThreshold}`]),
    ...(gate.riskThreshold === undefined ? [] : [`risk from ${gate.riskThreshold}`]),
    ...graceText(gate.graceDays),
    ...(gate.maxNew === undefined ? [] : [`at most ${gate.maxNew} new`]),
  ].join(', ');

function graceText(days: Gate['graceDays']): string[] {
  const parts = SEVERITIES.flatMap((severity) => {
    const granted = days[severity];
    return granted === undefined ? [] : [`${severity} ${granted} d`];
  });
  return parts.length === 0 ? [] : [`grace ${parts.join(' ')}`];
}

/** `fixed in 3.0.13`, `no fix yet` */
export function fixText({ fix: { state, suggested } }: Finding): string {
  if (suggested !== undefined) return `fixed in ${suggested}`;
  switch (state) {
    case 'fixed':
      return 'fixed, in a version that is not known';
    case 'wont-fix':
      return 'will not be fixed by its distribution';
    case 'not-fixed':
      return 'no fix yet';
    case 'unknown':
      return 'no fix known';
  }
}

/** Waivers that somebody has to look at, the expired first; one that is in force is no news. */
export function waiversToTell(records: readonly ScanRecord[]): readonly WaiverState[] {
  const byIndex = new Map<number, WaiverState>();
  for (const state of records.flatMap(({ decision }) => decision.waivers)) {
    const other = byIndex.get(state.waiver.index);
    if (other === undefined || rankOf(state) < rankOf(other)) byIndex.set(state.waiver.index, state);
  }
  return [...byIndex.values()]
    .filter(({ state }) => state !== 'active')
    .sort((one, other) => RANK[one.state] - RANK[other.state] || one.waiver.index - other.waiver.index);
}

/** Of several subjects the state that says most: a waiver that one platform uses is not unused. */
const RANK = { expired: 0, expiring: 1, active: 2, unused: 3 } as const satisfies Record<
  WaiverState['state'],
  number
>;

const rankOf = ({ state, isOfOthers }: WaiverState): number => RANK[state] + (isOfOthers ? 0.5 : 0);

export function waiverText({ waiver, state, daysLeft, isOfOthers, matched }: WaiverState): string {
  const name = `Waiver ${waiver.index} for ${waiver.id} (${waiver.owner})`;
  switch (state) {
    case 'expired':
      return `${name} expired on ${waiver.expires} and no longer applies: ${counted(matched, 'finding')}`;
    case 'expiring':
      return `${name} expires on ${waiver.expires}, in ${daysLeft === 1 ? '1 day' : `${daysLeft} days`}`;
    case 'unused':
      return isOfOthers ? `${name} is about other images` : `${name} matches nothing: take it out`;
    case 'active':
      return `${name} is in force until ${waiver.expires}`;
  }
}

/** `built 2026-11-19 (2 days old), schema v6.1.9`, the age at the time of the verdict. */
export function databaseText({ report: { database } }: ScanRecord, judgedAt: Date): string {
  const { built, version } = database;
  if (built === undefined) return 'its age is not known';
  const days = Math.max(Math.floor((judgedAt.getTime() - built.getTime()) / DAY_MS), 0);
  const schema = version === undefined ? '' : `, version ${version}`;
  return `built ${built.toISOString().slice(0, 10)} (${days === 1 ? '1 day' : `${days} days`} old)${schema}`;
}

/** Sentences of scanners about what they looked at, each once: a distribution past its end of life, rules that hid findings. */
export function alertsOf(records: readonly ScanRecord[]): readonly string[] {
  const ignored = records.flatMap(({ subject, report }) =>
    report.ignoredByScanner === 0
      ? []
      : [
          `${report.scanner.name} left ${counted(report.ignoredByScanner, 'finding')} out by rules of its own on ${subject.platform ?? subject.reference}`,
        ],
  );
  return [
    ...new Set([
      ...records.flatMap(({ report }) => report.alerts),
      ...ignored,
      ...unmatchedVexTexts(records.map(({ decision }) => decision.unmatchedVex)),
    ]),
  ];
}

/** Of several subjects only what matched on none of them is told: a statement about one platform is right about that one. */
function unmatchedVexTexts([first = [], ...others]: readonly (readonly UnmatchedVex[])[]): readonly string[] {
  const elsewhere = others.map((each) => new Map(each.map((statement) => [statement.place, statement])));
  const unmatched = first.filter(({ place }) => elsewhere.every((each) => each.has(place)));
  const shown = unmatched.slice(0, MAX_SCAN_SENTENCES).map((statement) => {
    const hasFinding =
      statement.hasFinding || elsewhere.some((each) => each.get(statement.place)?.hasFinding === true);
    return `${statement.name} matched nothing: ${
      hasFinding
        ? 'none of its products is this image or the package that has the finding.'
        : 'no finding has this id.'
    }`;
  });
  const more = unmatched.length - shown.length;
  return more > 0 ? [...shown, `${more} more statements matched nothing.`] : shown;
}

/** The platforms that a finding is on, the first few by name. */
export const platformsText = ({ platforms }: Pick<Finding, 'platforms'>): string => {
  const shown = platforms.slice(0, MAX_SHOWN_PLATFORMS).join(', ');
  const rest = platforms.length - MAX_SHOWN_PLATFORMS;
  return rest > 0 ? `${shown} and ${rest} more` : shown;
};
