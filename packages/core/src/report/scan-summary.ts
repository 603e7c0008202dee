import { counted } from '../counted.js';
import {
  MAX_SCAN_SUMMARY_BYTES,
  MAX_SUMMARY_SCAN_FINDINGS,
  MAX_SUMMARY_TEXT_CHARS,
  MAX_SUMMARY_WAIVERS,
} from '../limits.js';
import { SEVERITIES } from '../scan/types.js';
import { stateOf } from '../scan/vuln-predicate.js';
import type { JudgedFinding, ScanRecord } from '../scan/index.js';
import { code, markdown } from './markdown.js';
import { printableLines } from './printable.js';
import {
  alertsOf,
  databaseText,
  fixText,
  gateText,
  openOf,
  platformsText,
  toldRecords,
  totalOf,
  waiversToTell,
  waiverText,
} from './scan-facts.js';
import type { ScanPart } from './scan-part.js';
import { wayOutOf } from './scan-way-out.js';

/**
 * A scan in a job summary, at most `maxBytes` as UTF-8: counts of every subject first, which are always whole; the worst open
 * findings as far as there is room, with the exact number of the rest; the way out; waivers to look at; the database's age.
 */
export function scanSummary(part: ScanPart, maxBytes = MAX_SCAN_SUMMARY_BYTES): string {
  const head = [...countsTable(part), ''];
  const tail = [...wayOutLines(part), ...waiverLines(part), ...noteLines(part), ''];
  const told = toldRecords(part.records);
  const share = Math.floor((maxBytes - sizeOf([...head, ...tail])) / Math.max(told.length, 1));
  const findings = told.flatMap((record) => findingsTable(record, told.length > 1, share));
  return [...head, ...findings, ...tail].join('\n');
}

function countsTable({ result, records, judgedAt }: ScanPart): readonly string[] {
  const [first] = records;
  return [
    `**${result}**${first === undefined ? '' : `: ${code(clipped(first.subject.reference))}`}`,
    '',
    `| scanned | result | ${SEVERITIES.join(' | ')} | waived | VEX | new | database |`,
    `| --- | --- | ${SEVERITIES.map(() => '---:').join(' | ')} | ---: | ---: | ---: | --- |`,
    ...records.map((record) => {
      const { subject, decision } = record;
      const { counts, waivedCounts, vexCounts, newCount } = decision;
      return `| ${markdown(nameOf(record, records))} ${subject.digest === undefined ? '' : code(subject.digest.slice(0, 19))} | ${decision.result} | ${SEVERITIES.map((severity) => counts[severity]).join(' | ')} | ${totalOf(waivedCounts)} | ${totalOf(vexCounts)} | ${newCount ?? ''} | ${markdown(databaseText(record, judgedAt))} |`;
    }),
    '',
    ...(first === undefined ? [] : [`Gate: ${markdown(gateText(first.decision.gate))}.`]),
  ];
}

const nameOf = ({ subject }: ScanRecord, records: readonly ScanRecord[]): string => {
  if (subject.platform !== undefined) return clipped(subject.platform);
  if (subject.digest === undefined) return clipped(subject.reference);
  return records.length > 1 ? 'all platforms' : 'the image';
};

function findingsTable(record: ScanRecord, several: boolean, maxBytes: number): readonly string[] {
  const open = openOf(record);
  if (open.length === 0) return [];
  const head = [
    ...(several
      ? [`${code(clipped(record.subject.reference))} ${markdown(record.subject.platform ?? '')}`, '']
      : []),
    '| | vulnerability | severity | package | fix | why |',
    '| --- | --- | --- | --- | --- | --- |',
  ];
  const rows: string[] = [];
  let room = maxBytes - sizeOf(head) - NOTE_BYTES;
  for (const judged of open.slice(0, MAX_SUMMARY_SCAN_FINDINGS)) {
    const row = findingRow(judged);
    room -= sizeOf([row]);
    if (room < 0) break;
    rows.push(row);
  }
  const left = open.length - rows.length;
  const note =
    left === 0
      ? []
      : [
          '',
          `${counted(left, 'more open finding')} ${left === 1 ? 'is' : 'are'} not shown here; the files have them all.`,
        ];
  return rows.length === 0 ? [...note, ''] : [...head, ...rows, ...note, ''];
}

/** Room for the note about what is left out. */
const NOTE_BYTES = 100;

function findingRow(judged: JudgedFinding): string {
  const { finding, disposition, isNew } = judged;
  const { name, version, type } = finding.package;
  const why =
    disposition.kind !== 'open'
      ? []
      : [
          ...disposition.breaches.map(({ text }) => text),
          ...(disposition.note === undefined ? [] : [disposition.note]),
        ];
  const marks = [
    ...(finding.kev === undefined ? [] : ['exploited']),
    ...(isNew === true ? ['new'] : []),
    ...(finding.platforms.length === 0 ? [] : [platformsText(finding)]),
  ];
  const cells = [
    stateOf(judged) === 'breaks' ? '✗' : '',
    markdown(short(finding.id)),
    `${finding.severity}${marks.length === 0 ? '' : ` (${markdown(short(marks.join(', ')))})`}`,
    markdown(short(`${name} ${version} (${type})`)),
    markdown(short(fixText(finding))),
    markdown(short(why.join('; '))),
  ];
  return `| ${cells.join(' | ')} |`;
}

function wayOutLines(part: ScanPart): readonly string[] {
  const way = wayOutOf(part);
  if (way === undefined) return [];
  return [
    'What to do:',
    '',
    ...way.upgrades.map((upgrade) => `- ${markdown(short(upgrade))}`),
    ...(way.moreUpgrades === 0 ? [] : [`- and ${way.moreUpgrades} more upgrades`]),
    '- or accept the risk for a time, under <code>waivers:</code> in <code>.countersign/waivers.yaml</code>:',
    '',
    // Indented code: no line of it can end the block, and the entry's texts are quoted and ASCII.
    ...way.waivers.flatMap(printableLines).map((line) => `      ${line}`),
    '',
    `- ${markdown(way.vex)}`,
    '',
  ];
}

function waiverLines({ records }: ScanPart): readonly string[] {
  const states = waiversToTell(records);
  const shown = states.slice(0, MAX_SUMMARY_WAIVERS);
  const more = states.length - shown.length;
  return [
    ...shown.map(
      (state) =>
        `- ${state.state === 'expired' ? '**Expired:** ' : ''}${markdown(clipped(waiverText(state)))}`,
    ),
    ...(more === 0 ? [] : [`- and ${more} more waivers to look at`]),
  ];
}

const noteLines = ({ records, notices }: ScanPart): readonly string[] => {
  const notes = [...alertsOf(records), ...notices];
  const shown = notes.slice(0, MAX_NOTES).map((note) => `- ${markdown(short(note))}`);
  return notes.length === shown.length
    ? shown
    : [...shown, `- and ${notes.length - shown.length} more notes`];
};

const MAX_NOTES = 20;
const MAX_CELL_CHARS = 300;

const short = (text: string): string => cut(text, MAX_CELL_CHARS);
const clipped = (text: string): string => cut(text, MAX_SUMMARY_TEXT_CHARS);
const cut = (text: string, max: number): string => (text.length <= max ? text : `${text.slice(0, max)}…`);

const sizeOf = (lines: readonly string[]): number =>
  lines.reduce((sum, line) => sum + Buffer.byteLength(line) + 1, 0);
