import { MAX_SUMMARY_BYTES, MAX_SUMMARY_COMMANDS, MAX_SUMMARY_TEXT_CHARS } from '../limits.js';
import type { CountersignError } from '../errors.js';
import { claimRows, storedText, type ClaimRow } from './claim-rows.js';
import { figuresText } from './figures.js';
import type { FlowReport, ImageReport } from './types.js';
import { code, markdown, markdownLines } from './markdown.js';
import { examined } from './reasons.js';
import { sbomRows } from './sbom.js';
import { scanSummary } from './scan.js';
import { toolRows } from './tools.js';
import { OPENING, verdictOf } from './verdict.js';
import { verifyCommands } from './verify-commands.js';

/**
 * A report as GitHub job summary: a compact table per image. The runner drops a summary of more than 1 MiB whole, so
 * rows are left out beyond the bound, and their number is said.
 */
export function toSummary(report: FlowReport): string {
  const head = [`### Countersign ${report.command}: ${markdown(verdictOf(report))}`, ''];
  const tail = [
    ...(report.sbom === undefined ? [] : [...sbomRows(report.sbom), '']),
    ...(report.scan === undefined ? [] : [scanSummary(report.scan), '']),
    ...(report.tools === undefined ? [] : [...toolRows(report.tools), '']),
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
    ...(image.signatureRepository === undefined
      ? []
      : [fixed(''), fixed(`Claims in ${code(image.signatureRepository)}`)]),
    ...errorLines(image.error).map(row),
    ...(image.requirements.length === 0
      ? []
      : [fixed(''), fixed('| required | on | | |'), fixed('| --- | --- | --- | --- |')]),
    ...image.requirements.map((requirement) => {
      const { name, platform, subject } = requirement;
      const { outcome, reason } = examined(requirement, image.claims);
      return row(
        `| ${markdown(name)} | ${platform === undefined ? 'the digest given' : markdown(platform)} ${code(short(subject))} | ${outcome === 'found' ? '✓' : '✗'} ${outcome} | ${markdown(reason ?? '')} |`,
      );
    }),
    ...(image.claims.length === 0
      ? []
      : [
          fixed(''),
          fixed('| claim | on | state | layouts | by |'),
          fixed('| --- | --- | --- | --- | --- |'),
        ]),
    ...claimRows(image.claims).map((claim) => row(claimCells(claim))),
    fixed(''),
  ];
}

const claimCells = (claim: ClaimRow): string =>
  `| ${markdown(claim.predicateType)} | ${markdown(claim.platform ?? '')} ${code(short(claim.subject))} | ${claim.state}${claim.reason === undefined ? '' : `: ${markdown(claim.reason)}`} | ${storedText(claim)} | ${markdown(claim.identity ?? '')} |`;

const short = (digest: string): string => `${digest.slice(0, 19)}…`;

const errorLines = (error: CountersignError | undefined): string[] =>
  error === undefined
    ? []
    : [
        '',
        `**${OPENING[error.fault]}** (${error.code}): ${markdown(clipped(error.message))}`,
        '',
        markdownLines(clipped(error.remedy)),
        '',
      ];

const noticeLines = ({ notices }: FlowReport): string[] =>
  notices.map(
    ({ level, text, short }) =>
      `- ${level === 'warning' ? '**Warning:** ' : ''}${markdown(clipped(short ?? text))}`,
  );

/** The rows are fitted into what is left beside errors and notices, so none of these may take it all. */
const clipped = (text: string): string =>
  text.length <= MAX_SUMMARY_TEXT_CHARS ? text : `${text.slice(0, MAX_SUMMARY_TEXT_CHARS)}…`;

function figureLines(report: FlowReport): string[] {
  const text = figuresText(report);
  return text === undefined ? [] : ['', `${markdown(text)}.`];
}

function commandLines(report: FlowReport): string[] {
  if (report.command === 'verify' || report.status !== 'ok') return [];
  const { cosign, gh } = verifyCommands(report);
  const lines = [...cosign, ...gh].slice(0, MAX_SUMMARY_COMMANDS);
  // Indented code: no line of it can end the block.
  return lines.length === 0 ? [] : ['', 'Verify it with:', '', ...lines.map((line) => `    ${line}`)];
}

function fitted(head: readonly string[], rows: readonly Row[], tail: readonly string[]): string {
  const fixed = rows.filter(({ optional }) => !optional).map(({ text }) => text);
  let room = [...head, ...fixed, ...tail].reduce(
    (left, line) => left - sizeOf(line),
    MAX_SUMMARY_BYTES - NOTE_BYTES,
  );
  const kept = rows.filter(({ text, optional }) => {
    if (!optional) return true;
    const fits = sizeOf(text) <= room;
    if (fits) room -= sizeOf(text);
    return fits;
  });
  const left = rows.length - kept.length;
  const note = left === 0 ? [] : ['', `${left} rows are left out here; the result output has them all.`];
  return [...head, ...kept.map(({ text }) => text), ...note, ...tail, ''].join('\n');
}

/** Room for the note about rows that are left out. */
const NOTE_BYTES = 200;

const sizeOf = (line: string): number => Buffer.byteLength(line) + 1;
