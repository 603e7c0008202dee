import { graceLeft } from './grace.js';
import { SEVERITIES, type Breach, type Finding, type Gate } from './types.js';

/** The rules of the gate that an open finding breaks, except `max-new`, which is about all of them. */
export function breachesOf(finding: Finding, gate: Gate, now: Date): readonly Breach[] {
  const { epss, risk, kev } = finding;
  const breaches: Breach[] = [...severityBreaches(finding, gate, now)];
  if (kev !== undefined && gate.kev === 'fail') breaches.push({ rule: 'kev', text: kevText(kev) });
  if (gate.epssThreshold !== undefined && epss !== undefined && epss >= gate.epssThreshold)
    breaches.push({ rule: 'epss', text: `EPSS ${epss}, and epss-threshold is ${gate.epssThreshold}` });
  if (gate.riskThreshold !== undefined && risk !== undefined && risk >= gate.riskThreshold)
    breaches.push({
      rule: 'risk',
      text: `risk ${rounded(risk)}, and risk-threshold is ${gate.riskThreshold}`,
    });
  return breaches.length === 0 ? NONE : breaches;
}

function severityBreaches(finding: Finding, gate: Gate, now: Date): readonly Breach[] {
  const { severity } = finding;
  if (severity === 'unknown') {
    if (gate.onUnknownSeverity !== 'fail') return NONE;
    const grace = graceLeft(finding, gate, now);
    return grace.isLeft ? NONE : [{ rule: 'unknown-severity', text: `of unknown severity${grace.text}` }];
  }
  const { failOn } = gate;
  if (failOn === undefined || SEVERITIES.indexOf(severity) > SEVERITIES.indexOf(failOn)) return NONE;
  if (gate.onlyFixed && finding.fix.state !== 'fixed') return NONE;
  const grace = graceLeft(finding, gate, now);
  return grace.isLeft
    ? NONE
    : [{ rule: 'severity', text: `${severity}, and fail-on is ${failOn}${grace.text}` }];
}

/** What is worth knowing of a finding that breaks nothing. */
export function noteOf(finding: Finding, gate: Gate, now: Date): string | undefined {
  if (finding.severity === 'unknown' && gate.onUnknownSeverity === 'warn') return 'its severity is not known';
  const grace = graceLeft(finding, gate, now);
  return grace.isLeft ? grace.text.replace(/^; /, '') : undefined;
}

const kevText = ({ dueDate, ransomware }: NonNullable<Finding['kev']>): string =>
  [
    'known to be exploited (CISA KEV)',
    ...(ransomware ? ['by ransomware'] : []),
    ...(dueDate === undefined ? [] : [`due ${dueDate}`]),
  ].join(', ');

const rounded = (risk: number): number => Math.round(risk * 10) / 10;
const NONE: readonly never[] = [];
