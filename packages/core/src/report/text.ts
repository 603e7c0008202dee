import type { CountersignError } from '../errors.js';
import { claimRows, storedText, type ClaimRow } from './claim-rows.js';
import { figuresText } from './figures.js';
import type { FlowReport, ImageReport } from './types.js';
import { printable, printableLines } from './printable.js';
import { OPENING, STATUS_OF, verdictOf } from './verdict.js';

/** A report for a terminal: verdict and digest first, one fact per line, then what to do. */
export function toText(report: FlowReport): string {
  const heads = report.images.map(
    (image) =>
      `${verdictOf({ ...report, ...ofImage(report, image), images: [image] })}: ${printable(image.reference)}`,
  );
  const lines = report.images.flatMap((image, index) => [
    heads[index] ?? '',
    ...imageLines(image, signerOf(report)),
  ]);
  const own =
    report.error !== undefined && !report.images.some(({ error }) => error === report.error)
      ? errorLines(report.error)
      : [];
  const opening = heads.length === 0 && own.length === 0 ? [verdictOf(report)] : [];
  const notices = report.notices.map(
    ({ level, text }) => `${level === 'warning' ? 'Warning' : 'Note'}: ${printable(text)}`,
  );
  const figures = [figuresText(report)].filter((text) => text !== undefined);
  return [...opening, ...lines, ...notices, ...figures, ...own].join('\n') + '\n';
}

/** An error for people: what is wrong, then what to do. */
export const errorText = (error: CountersignError): string => errorLines(error).join('\n') + '\n';

/** One image of several may have failed where the others were done; a run that failed as a whole did none of them. */
function ofImage(report: FlowReport, image: ImageReport): Pick<FlowReport, 'status' | 'error'> {
  if (image.error !== undefined) return { status: STATUS_OF[image.error.fault], error: image.error };
  if (image.requirements.some(({ met }) => !met)) return { status: 'rejected', error: undefined };
  const done = image.claims.length > 0 && image.claims.every(isDone);
  return done ? { status: 'ok', error: undefined } : report;
}

/** Of what was stored a reason tells that nobody saw it there. */
const isDone = ({ state, reason }: ImageReport['claims'][number]): boolean =>
  state !== 'unreached' && (state !== 'stored' || reason === undefined);

const signerOf = ({ signer }: FlowReport): string | undefined =>
  signer !== undefined && 'identity' in signer ? signer.identity : undefined;

/** `signer`: who signs in this run, said once for all claims. */
const imageLines = (
  { claims, requirements, error }: ImageReport,
  signer: string | undefined,
): readonly string[] => [
  ...(signer === undefined ? [] : [`  by        ${printable(signer)}`]),
  ...requirements.map(
    ({ name, subject, platform, met, reason }) =>
      `  ${met ? 'found    ' : 'missing  '} ${printable(name)} on ${platform === undefined ? 'the digest given' : `${printable(platform)} (${subject})`}${reason === undefined ? '' : `: ${printable(reason)}`}`,
  ),
  ...claimRows(claims).map((row) => claimLine(row, signer)),
  ...(error === undefined ? [] : imageErrorLines(error, requirements).map((line) => `  ${line}`)),
];

const claimLine = (row: ClaimRow, signer: string | undefined): string => {
  const where = row.platform === undefined ? '' : ` on ${printable(row.platform)}`;
  const by = row.identity === undefined || row.identity === signer ? '' : ` by ${printable(row.identity)}`;
  const why = row.reason === undefined ? '' : `: ${printable(row.reason)}`;
  return `  ${row.state.padEnd(9)} ${printable(row.predicateType)}${where}, ${storedText(row)}${by}${why}`;
};

/** What is missing stands above already: then the error adds its code and what to do. */
const imageErrorLines = (
  error: CountersignError,
  requirements: ImageReport['requirements'],
): readonly string[] =>
  requirements.some(({ met }) => !met)
    ? [`${OPENING[error.fault]} (${error.code})`, ...remedyLines(error)]
    : errorLines(error);

const errorLines = (error: CountersignError): string[] => [
  `${OPENING[error.fault]}: ${printable(error.message)} (${error.code})`,
  ...remedyLines(error),
];

const remedyLines = ({ remedy }: CountersignError): string[] =>
  printableLines(remedy).map((line) => `  ${line}`);
