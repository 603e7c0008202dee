import { MAX_SUMMARY_BYTES } from '../limits.js';
import type { CountersignError } from '../errors.js';
import type { ClaimReport, FlowReport, ImageReport } from '../flows/index.js';
import { code, markdown } from './markdown.js';
import { OPENING, verdictOf } from './verdict.js';
import { verifyCommands } from './verify-commands.js';

/**
 * A report as GitHub job summary: a compact table per image. The runner drops a summary of more than 1 MiB whole, so
 * rows are left out beyond the bound, and their number is said.
 */
export function toSummary(report: FlowReport): string {
  const head = [`### Countersign ${report.command}: ${markdown(verdictOf(report))}`, ''];
  const tail = [
    ...errorLines(report.error),
    ...noticeLines(report),
    ...figureLines(report),
    ...commandLines(report),
  ];
  const rows = report.images.flatMap(imageRows);
  return fitted(head, rows, tail);
}

interface Row {
  readonly text: string;
  /** Left out where there is no room. */
  readonly optional: boolean;
}

function imageRows(image: ImageReport): Row[] {
  const fixed = (text: string): Row => ({ text, optional: false });
  const row = (text: string): Row => ({ text, optional: true });
  return [
    fixed(`**${code(image.reference)}**`),
    ...errorLines(image.error).map(fixed),
    ...(image.requirements.length === 0
      ? []
      : [fixed(''), fixed('| required | on | | |'), fixed('| --- | --- | --- | --- |')]),
    ...image.requirements.map(({ name, platform, subject, met, reason }) =>
      row(
        `| ${markdown(name)} | ${platform === undefined ? 'the digest given' : markdown(platform)} ${code(short(subject))} | ${met ? '✓ found' : '✗ missing'} | ${markdown(reason ?? '')} |`,
      ),
    ),
    ...(image.claims.length === 0
      ? []
      : [
          fixed(''),
          fixed('| claim | on | layout | state | by | log entry |'),
          fixed('| --- | --- | --- | --- | --- | --- |'),
        ]),
    ...image.claims.map((claim) => row(claimRow(claim))),
    fixed(''),
  ];
}

const claimRow = (claim: ClaimReport): string =>
  `| ${markdown(claim.predicateType)} | ${markdown(claim.platform ?? '')} ${code(short(claim.subject))} | ${claim.layout} | ${claim.state}${claim.reason === undefined ? '' : `: ${markdown(claim.reason)}`} | ${markdown(claim.identity ?? '')} | ${claim.logIndex ?? ''} |`;

const short = (digest: string): string => `${digest.slice(0, 19)}…`;

const errorLines = (error: CountersignError | undefined): string[] =>
  error === undefined
    ? []
    : [
        '',
        `**${OPENING[error.fault]}** (${error.code}): ${markdown(error.message)}`,
        '',
        markdown(error.remedy),
        '',
      ];

const noticeLines = ({ notices }: FlowReport): string[] =>
  notices.map(({ level, text }) => `- ${level === 'warning' ? '**Warning:** ' : ''}${markdown(text)}`);

function figureLines({ figures, command }: FlowReport): string[] {
  if (command === 'verify' || command === 'tree') return [];
  const requests = Object.entries(figures.requests).map(
    ([service, count]) => `${markdown(service)} ${count}`,
  );
  return [
    '',
    `${figures.certificates} certificates, ${figures.logEntries} log entries, ${figures.timestamps} timestamps, ${figures.storedObjects} objects stored; requests: ${requests.join(', ') || 'none'}.`,
  ];
}

function commandLines(report: FlowReport): string[] {
  if (report.command === 'verify' || report.status !== 'ok') return [];
  const { cosign, gh } = verifyCommands(report);
  const lines = [...cosign, ...gh];
  // Indented code: no line of it can end the block.
  return lines.length === 0 ? [] : ['', 'Verify it with:', '', ...lines.map((line) => `    ${line}`)];
}

function fitted(head: readonly string[], rows: readonly Row[], tail: readonly string[]): string {
  let room = MAX_SUMMARY_BYTES - [...head, ...tail].reduce((sum, line) => sum + sizeOf(line), 0);
  const kept = rows.filter(({ text, optional }) => {
    const fits = !optional || sizeOf(text) <= room;
    if (fits) room -= sizeOf(text);
    return fits;
  });
  const left = rows.length - kept.length;
  const note = left === 0 ? [] : ['', `${left} rows are left out here; the result output has them all.`];
  return [...head, ...kept.map(({ text }) => text), ...note, ...tail, ''].join('\n');
}

const sizeOf = (line: string): number => Buffer.byteLength(line) + 1;
