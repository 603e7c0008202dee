import type { CountersignError, ErrorCode, Fault } from '../errors.js';
import type { ClaimReport, FlowReport, ImageReport, Notice } from './types.js';
import { doctorDocument } from './doctor.js';
import { sbomDocument } from './sbom.js';
import { scanDocument } from './scan.js';
import { toolsDocument } from './tools.js';
import { resultOf, STATUS_OF, type InspectionResult } from './verdict.js';

/** The version of the document's form: members are added to it, never renamed (docs/schema/report.v1.json). */
const API_VERSION = 'countersign/v1';

interface ErrorDocument {
  readonly code: ErrorCode;
  readonly fault: Fault;
  readonly message: string;
  readonly remedy: string;
}

type Nullable<T> = {
  readonly [Key in keyof T]: undefined extends T[Key] ? Exclude<T[Key], undefined> | null : T[Key];
};

/** What `--json` prints and the file of the `result-path` output holds. */
export interface ReportDocument {
  readonly apiVersion: string;
  readonly command: string;
  readonly status: FlowReport['status'];
  /** Only from sbom and scan; null after a dry run, which looked at nothing. */
  readonly result?: InspectionResult | null;
  readonly images: readonly (Pick<ImageReport, 'reference' | 'digest' | 'platforms'> & {
    readonly claims: readonly Nullable<ClaimReport>[];
    readonly requirements: readonly Nullable<ImageReport['requirements'][number]>[];
    /** Only where claims live elsewhere than beside the image. */
    readonly signatureRepository?: string;
    readonly error: ErrorDocument | null;
  })[];
  readonly signer: NonNullable<FlowReport['signer']> | null;
  readonly figures: FlowReport['figures'] | null;
  readonly notices: readonly Omit<Notice, 'short'>[];
  /** Only from sbom. */
  readonly sbom?: object;
  /** Only from scan. */
  readonly scan?: object;
  /** Only from doctor. */
  readonly doctor?: object;
  /** Only from tools. */
  readonly tools?: object;
  readonly error: ErrorDocument | null;
}

/** A report as the document that scripts rely on. */
export const toDocument = (report: FlowReport): ReportDocument => ({
  apiVersion: API_VERSION,
  command: report.command,
  status: report.status,
  ...resultMember(report),
  images: report.images.map(
    ({ reference, digest, platforms, claims, requirements, signatureRepository, error }) => ({
      reference,
      digest,
      platforms,
      claims: claims.map(claimDocument),
      requirements: requirements.map(({ name, subject, platform, met, reason }) => ({
        name,
        subject,
        platform: platform ?? null,
        met,
        reason: reason ?? null,
      })),
      ...(signatureRepository === undefined ? {} : { signatureRepository }),
      error: errorDocument(error),
    }),
  ),
  signer: report.signer ?? null,
  figures: report.figures,
  notices: report.notices.map(({ level, text }) => ({ level, text })),
  ...(report.sbom === undefined ? {} : { sbom: sbomDocument(report.sbom) }),
  ...scanMember(report),
  ...(report.doctor === undefined ? {} : { doctor: doctorDocument(report.doctor) }),
  ...(report.tools === undefined ? {} : { tools: toolsDocument(report.tools) }),
  error: errorDocument(report.error),
});

/** Where nothing was judged the result says so: a script that reads it alone must not take its absence for clean. */
function scanMember({ command, scan, status }: FlowReport): { readonly scan?: object } {
  if (scan !== undefined) return { scan: scanDocument(scan) };
  return command === 'scan' && status !== 'ok' ? { scan: { result: resultOf(status) } } : {};
}

const INSPECTING: ReadonlySet<string> = new Set(['sbom', 'scan']);

const resultMember = ({
  command,
  status,
  figures,
}: Pick<FlowReport, 'command' | 'status' | 'figures'>): Pick<ReportDocument, 'result'> => {
  if (!INSPECTING.has(command)) return {};
  return { result: status === 'ok' && figures.planned === true ? null : resultOf(status) };
};

/** The document of a command that succeeded and reports on no image; it lays its own members beside these. */
export const resultDocument = (command: string): ReportDocument => ({
  apiVersion: API_VERSION,
  command,
  status: 'ok',
  images: [],
  signer: null,
  figures: null,
  notices: [],
  error: null,
});

/** The document of a run that ended before there was a report. */
export const failureDocument = (command: string, error: CountersignError): ReportDocument => ({
  ...resultDocument(command),
  status: STATUS_OF[error.fault],
  ...(INSPECTING.has(command) ? { result: resultOf(STATUS_OF[error.fault]) } : {}),
  ...(command === 'scan' ? { scan: { result: resultOf(STATUS_OF[error.fault]) } } : {}),
  error: errorDocument(error),
});

const claimDocument = (claim: ClaimReport): Nullable<ClaimReport> => ({
  subject: claim.subject,
  platform: claim.platform ?? null,
  predicateType: claim.predicateType,
  layout: claim.layout,
  digest: claim.digest ?? null,
  identity: claim.identity ?? null,
  issuer: claim.issuer ?? null,
  logIndex: claim.logIndex ?? null,
  state: claim.state,
  reason: claim.reason ?? null,
});

const errorDocument = (error: CountersignError | undefined): ErrorDocument | null =>
  error === undefined
    ? null
    : { code: error.code, fault: error.fault, message: error.message, remedy: error.remedy };
