import type { CountersignError } from '../errors.js';
import type { ClaimReport, FlowReport, ImageReport } from './types.js';
import { printable, printableLines } from './printable.js';
import { OPENING, verdictOf } from './verdict.js';

/** A report for a terminal: verdict and digest first, one fact per line, then what to do. */
export function toText(report: FlowReport): string {
  const heads = report.images.map(
    (image) => `${verdictOf({ ...report, ...ofImage(report, image) })}: ${printable(image.reference)}`,
  );
  const lines = report.images.flatMap((image, index) => [heads[index] ?? '', ...imageLines(image)]);
  const own =
    report.error !== undefined && !report.images.some(({ error }) => error === report.error)
      ? errorLines(report.error)
      : [];
  const opening = heads.length === 0 && own.length === 0 ? [verdictOf(report)] : [];
  const notices = report.notices.map(
    ({ level, text }) => `${level === 'warning' ? 'Warning' : 'Note'}: ${printable(text)}`,
  );
  return [...opening, ...lines, ...notices, ...figureLine(report), ...own].join('\n') + '\n';
}

/** An error for people: what is wrong, then what to do. */
export const errorText = (error: CountersignError): string => errorLines(error).join('\n') + '\n';

/** One image of several may have failed where the others were done. */
function ofImage(report: FlowReport, image: ImageReport): Pick<FlowReport, 'status' | 'error'> {
  const unmet = image.requirements.some(({ met }) => !met);
  if (image.error === undefined)
    return { status: report.status === 'skipped' ? 'skipped' : unmet ? 'rejected' : 'ok', error: undefined };
  const { fault } = image.error;
  const status = fault === 'rejection' ? 'rejected' : fault === 'infrastructure' ? 'undecided' : 'error';
  return { status, error: image.error };
}

const imageLines = ({ claims, requirements, error }: ImageReport): string[] => [
  ...requirements.map(
    ({ name, subject, platform, met, reason }) =>
      `  ${met ? 'found  ' : 'missing'} ${printable(name)} on ${printable(platform ?? 'the digest given')} (${subject})${reason === undefined ? '' : `: ${printable(reason)}`}`,
  ),
  ...claims.map(claimLine),
  ...(error === undefined ? [] : errorLines(error).map((line) => `  ${line}`)),
];

const claimLine = (claim: ClaimReport): string => {
  const where = claim.platform === undefined ? '' : ` on ${printable(claim.platform)}`;
  const by = claim.identity === undefined ? '' : ` by ${printable(claim.identity)}`;
  const entry = claim.logIndex === undefined ? '' : `, log entry ${claim.logIndex}`;
  const why = claim.reason === undefined ? '' : `: ${printable(claim.reason)}`;
  return `  ${claim.state.padEnd(9)} ${printable(claim.predicateType)}${where} (${claim.layout}${entry})${by}${why}`;
};

const figureLine = ({ figures, command }: FlowReport): string[] => {
  if (command === 'verify' || command === 'tree') return [];
  const requests = Object.entries(figures.requests).map(([service, count]) => `${service} ${count}`);
  return [
    `${figures.certificates} certificates, ${figures.logEntries} log entries, ${figures.timestamps} timestamps, ${figures.storedObjects} objects stored; requests: ${requests.join(', ') || 'none'}`,
  ];
};

const errorLines = (error: CountersignError): string[] => [
  `${OPENING[error.fault]}: ${printable(error.message)} (${error.code})`,
  ...printableLines(error.remedy).map((line) => `  ${line}`),
];
