import type { CountersignError } from '../errors.js';
import { claimRows, storedText, type ClaimRow } from './claim-rows.js';
import { figuresText } from './figures.js';
import type { FlowReport, ImageReport } from './types.js';
import { printable, printableLines } from './printable.js';
import { isRejected, reasonGroups, type ReasonGroup } from './reasons.js';
import { doctorLines } from './doctor.js';
import { sbomLines } from './sbom.js';
import { scanLines } from './scan.js';
import { toolLines } from './tools.js';
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
    ({ level, text, short }) => `${level === 'warning' ? 'Warning' : 'Note'}: ${printable(short ?? text)}`,
  );
  const figures = [figuresText(report)].filter((text) => text !== undefined);
  const tools = report.tools === undefined ? [] : toolLines(report.tools);
  const sbom = report.sbom === undefined ? [] : sbomLines(report.sbom);
  const doctor = report.doctor === undefined ? [] : doctorLines(report.doctor);
  const scan = report.scan === undefined ? [] : scanLines(report.scan);
  return (
    [...opening, ...lines, ...doctor, ...sbom, ...scan, ...tools, ...notices, ...figures, ...own].join('\n') +
    '\n'
  );
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
const imageLines = (image: ImageReport, signer: string | undefined): readonly string[] => {
  const { claims, requirements, error } = image;
  const verdict = requirements.some(({ met }) => !met) && error?.fault === 'rejection' ? error : undefined;
  const groups = reasonGroups(image).flatMap((group, index) =>
    groupLines(group, index === 0 ? verdict?.code : undefined, signer),
  );
  const good = [
    ...requirements.filter(({ met }) => met).map((one) => `  found     ${requirementText(one)}`),
    ...claimRows(claims)
      .filter((row) => !isRejected(row))
      .map((row) => claimLine(row, signer)),
  ];
  return [
    ...(image.signatureRepository === undefined
      ? []
      : [`  claims in ${printable(image.signatureRepository)}`]),
    ...(signer === undefined ? [] : [`  by        ${printable(signer)}`]),
    // What decided comes first.
    ...(verdict === undefined ? [...good, ...groups] : [...groups, ...good]),
    ...(error === undefined
      ? []
      : [...(verdict === undefined ? [reasonLine(error)] : []), ...remedyLines(error)].map(
          (line) => `  ${line}`,
        )),
  ];
};

/** The reason, then all that it stands for; before the first of a rejected image its code. */
const groupLines = (
  { reason, unmet, rows }: ReasonGroup,
  code: string | undefined,
  signer: string | undefined,
): readonly string[] => [
  `  ${code === undefined ? '' : `${code}: `}${printable(reason)}`,
  ...unmet.map(({ requirement, outcome }) => `    ${outcome.padEnd(WIDEST)} ${requirementText(requirement)}`),
  ...rows.map((row) => `    ${row.state.padEnd(WIDEST)} ${claimText(row, signer)}`),
];

const WIDEST = 'not accepted'.length;

const requirementText = ({ name, subject, platform }: ImageReport['requirements'][number]): string =>
  `${printable(name)} on ${platform === undefined ? 'the digest given' : `${printable(platform)} (${subject})`}`;

const claimLine = (row: ClaimRow, signer: string | undefined): string => {
  const why = row.reason === undefined ? '' : `: ${printable(row.reason)}`;
  return `  ${row.state.padEnd(9)} ${claimText(row, signer)}${why}`;
};

const claimText = (row: ClaimRow, signer: string | undefined): string => {
  const where = row.platform === undefined ? '' : ` on ${printable(row.platform)}`;
  const by = row.identity === undefined || row.identity === signer ? '' : ` by ${printable(row.identity)}`;
  return `${printable(row.predicateType)}${where}, ${storedText(row)}${by}`;
};

/** Below a verdict that stands there already. */
const reasonLine = (error: CountersignError): string => `${printable(error.message)} (${error.code})`;

const errorLines = (error: CountersignError): string[] => [
  `${OPENING[error.fault]}: ${reasonLine(error)}`,
  ...remedyLines(error),
];

const remedyLines = ({ remedy }: CountersignError): string[] =>
  printableLines(remedy).map((line) => `  ${line}`);
