import { MAX_NAMED_FINDINGS } from '../limits.js';
import { stateOf } from '../scan/vuln-predicate.js';
import type { JudgedFinding, ScanRecord } from '../scan/index.js';
import { printable } from './printable.js';
import {
  alertsOf,
  breakingOf,
  countsText,
  databaseText,
  fixText,
  gateText,
  platformsText,
  toldRecords,
  totalOf,
  waiversToTell,
  waiverText,
} from './scan-facts.js';
import type { ScanPart } from './scan-part.js';
import { wayOutOf } from './scan-way-out.js';

export { scanDocument } from './scan-document.js';
export type { ScanFiles, ScanPart, ScanSubjectFiles } from './scan-part.js';
export { scanSummary } from './scan-summary.js';

/**
 * A scan for a terminal, one fact per line: verdict, subject and counts of each record, what broke the gate, the way out, then
 * what else somebody has to look at. Every line is safe to print.
 */
export function scanLines(part: ScanPart): readonly string[] {
  const told = toldRecords(part.records);
  const lines = [
    ...part.records.map(recordLine),
    ...part.records.slice(0, 1).map(({ decision }) => `gate: ${gateText(decision.gate)}`),
    ...told.flatMap((record) => breakingLines(record, part)),
    ...wayOutLines(part),
    ...waiversToTell(part.records).slice(0, MAX_LINES).map(waiverText),
    ...told.slice(0, 1).map((record) => `database: ${databaseText(record, part.judgedAt)}`),
    ...alertsOf(part.records).slice(0, MAX_LINES),
    ...part.notices,
    `files: ${part.files.folder}`,
  ];
  return lines.map((line) => `  ${indented(line)}`);
}

const MAX_LINES = 20;

function recordLine({ subject, decision }: ScanRecord): string {
  const { result, counts, waivedCounts, vexCounts, newCount } = decision;
  const others = [
    ...(totalOf(waivedCounts) === 0 ? [] : [`${totalOf(waivedCounts)} waived`]),
    ...(totalOf(vexCounts) === 0 ? [] : [`${totalOf(vexCounts)} settled by VEX`]),
    ...(newCount === undefined ? [] : [`${newCount} new`]),
  ];
  const on = subject.platform === undefined ? '' : ` (${subject.platform})`;
  return `${result.padEnd(10)} ${subject.reference}${on}: ${[`open: ${countsText(counts)}`, ...others].join('; ')}`;
}

function breakingLines(record: ScanRecord, { files }: ScanPart): readonly string[] {
  const breaking = breakingOf(record);
  const named = breaking.slice(0, MAX_NAMED_FINDINGS).map(breakingLine);
  const more = breaking.length - named.length;
  return more === 0 ? named : [...named, `and ${more} more that break it, in ${files.folder}`];
}

function breakingLine(judged: JudgedFinding): string {
  const { finding, disposition } = judged;
  const { name, version, type } = finding.package;
  const why = disposition.kind === 'open' ? disposition.breaches.map(({ text }) => text).join('; ') : '';
  const where = finding.platforms.length === 0 ? '' : ` on ${platformsText(finding)}`;
  return `${stateOf(judged)} ${finding.id} ${finding.severity} in ${name} ${version} (${type})${where}: ${fixText(finding)}: ${why}`;
}

function wayOutLines(part: ScanPart): readonly string[] {
  const way = wayOutOf(part);
  if (way === undefined) return [];
  return [
    ...way.upgrades,
    ...(way.moreUpgrades === 0 ? [] : [`and ${way.moreUpgrades} more upgrades`]),
    'or accept the risk for a time, under "waivers:" in .countersign/waivers.yaml:',
    ...way.waivers.flatMap((entry) => entry.split('\n').map((line) => `${YAML_INDENT}${line}`)),
    way.vex,
  ];
}

const YAML_INDENT = '  ';

/** Indentation of our own stays; what follows it is made safe by itself. */
const indented = (line: string): string => {
  const spaces = /^ */.exec(line)?.[0] ?? '';
  return spaces + printable(line.slice(spaces.length));
};
