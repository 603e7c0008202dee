import { CountersignError } from '../errors.js';
import { newnessOf } from './baseline.js';
import type { DecideInput } from './decide-types.js';
import { breachesOf, noteOf } from './gate-breaches.js';
import { countBySeverity } from './gate-counts.js';
import { invalidReport } from './read-invalid.js';
import {
  SEVERITIES,
  type Breach,
  type Disposition,
  type Finding,
  type Gate,
  type JudgedFinding,
  type ScanDecision,
} from './types.js';
import { VexMatcher } from './vex-match.js';
import { WaiverMatcher } from './waiver-match.js';

/**
 * The verdict about one subject. For each finding VEX is asked first, then the waivers, and what is still open is held
 * against the gate. Throws INPUT_MISSING where `max-new` has no baseline, INPUTS_CONTRADICT where the gate asks for what
 * this kind of report never says, REPORT_INVALID for one that does not list all that it counts: none of these is clean.
 */
export function decide({ report, gate, waivers, vex, baseline, image, now }: DecideInput): ScanDecision {
  checkDecidable({ report, gate, baseline });
  const statements = new VexMatcher(vex, image);
  const accepted = new WaiverMatcher(waivers, image, now);
  const isNew = baseline === undefined ? undefined : newnessOf(baseline);

  const judged = report.findings.map((finding): JudgedFinding => ({
    finding,
    disposition: dispositionOf(finding, gate, statements, accepted, now),
    isNew: isNew?.(finding),
  }));
  const newCount = isNew === undefined ? undefined : judged.filter(isOpenAndNew).length;
  const findings = worstFirst(withNewBreaches(judged, newCount, gate));
  const of = (kind: Disposition['kind']) =>
    countBySeverity(findings.filter((each) => each.disposition.kind === kind).map((each) => each.finding));
  return {
    result: findings.some((each) => breachCount(each) > 0) ? 'violations' : 'clean',
    gate,
    findings,
    counts: of('open'),
    waivedCounts: of('waived'),
    vexCounts: of('vex'),
    waivers: accepted.states(),
    unmatchedVex: statements.unmatched(),
    newCount,
  };
}

function checkDecidable({ report, gate, baseline }: Pick<DecideInput, 'report' | 'gate' | 'baseline'>): void {
  if (gate.maxNew !== undefined && baseline === undefined)
    throw new CountersignError('INPUT_MISSING', {
      what: 'max-new is set, and there is no baseline to compare with',
      remedy: 'Give "baseline": the report of the last release, or attested.',
    });
  const unsaid = [
    ...(gate.epssThreshold !== undefined && report.lacks?.includes('epss') === true
      ? ['epss-threshold']
      : []),
    ...(gate.riskThreshold !== undefined && report.lacks?.includes('risk') === true
      ? ['risk-threshold']
      : []),
  ];
  if (unsaid.length > 0)
    throw new CountersignError('INPUTS_CONTRADICT', {
      what: `${unsaid.join(' and ')} cannot be held against a report of this kind (${report.scanner.name}): it does not say it`,
      remedy: "Give grype's JSON, or scan the SBOM; or leave these out.",
    });
  if ((report.omittedFindings ?? 0) > 0)
    throw invalidReport(
      report.target,
      `it leaves ${report.omittedFindings ?? 0} findings out of its list, so it can be a baseline and cannot be judged`,
    );
}

function dispositionOf(
  finding: Finding,
  gate: Gate,
  statements: VexMatcher,
  accepted: WaiverMatcher,
  now: Date,
): Disposition {
  const use = statements.useFor(finding);
  if (use?.status === 'not_affected' || use?.status === 'fixed') return { kind: 'vex', vex: use };
  const { waiver, notes } = accepted.answerFor(finding);
  if (waiver !== undefined) return { kind: 'waived', waiver };
  const breaches = breachesOf(finding, gate, now);
  if (notes.length === 0 && use === undefined)
    return { kind: 'open', breaches, note: breaches.length > 0 ? undefined : noteOf(finding, gate, now) };
  const said = [
    ...notes,
    ...(use === undefined ? [] : [`${use.document} says ${use.status}`]),
    ...(breaches.length > 0 ? [] : [noteOf(finding, gate, now)]),
  ].filter((each) => each !== undefined);
  return { kind: 'open', breaches, note: said.length === 0 ? undefined : said.join('; ') };
}

const isOpenAndNew = ({ disposition, isNew }: JudgedFinding): boolean =>
  disposition.kind === 'open' && isNew === true;

/** Where there are too many new ones, each of them breaks the gate: which of them is one too many nobody can say. */
function withNewBreaches(
  judged: readonly JudgedFinding[],
  newCount: number | undefined,
  { maxNew }: Gate,
): readonly JudgedFinding[] {
  if (newCount === undefined || maxNew === undefined || newCount <= maxNew) return judged;
  const breach: Breach = {
    rule: 'new',
    text: `new since the baseline, one of ${newCount}, and max-new is ${maxNew}`,
  };
  return judged.map((each) => {
    const { disposition } = each;
    if (disposition.kind !== 'open' || each.isNew !== true) return each;
    return { ...each, disposition: { ...disposition, breaches: [...disposition.breaches, breach] } };
  });
}

/** Breaches, then KEV, severity, EPSS, id; then package and version, so that the order is the same in every run. */
function worstFirst(judged: readonly JudgedFinding[]): readonly JudgedFinding[] {
  return judged
    .map((each) => ({ each, rank: rankOf(each), epss: each.finding.epss ?? -1 }))
    .sort(
      (one, other) =>
        one.rank - other.rank || other.epss - one.epss || byName(one.each.finding, other.each.finding),
    )
    .map(({ each }) => each);
}

const rankOf = (judged: JudgedFinding): number =>
  (breachCount(judged) > 0 ? 0 : 100) +
  (judged.finding.kev === undefined ? 10 : 0) +
  SEVERITIES.indexOf(judged.finding.severity);

const byName = (one: Finding, other: Finding): number =>
  compared(one.id, other.id) ||
  compared(one.package.name, other.package.name) ||
  compared(one.package.version, other.package.version) ||
  compared(one.package.type, other.package.type);

const compared = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

const breachCount = ({ disposition }: JudgedFinding): number =>
  disposition.kind === 'open' ? disposition.breaches.length : 0;
