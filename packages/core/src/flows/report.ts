import { asCountersignError, CountersignError } from '../errors.js';
import { formatName } from '../reference/index.js';
import { STATUS_OF, type Notice } from '../report/index.js';
import type { ImageFailure, ImageRun, OpenImage } from './images.js';
import type { ClaimReport, FlowReport, ImageReport, Services } from './types.js';

/** What a flow found out so far; `describe` turns it into the report, also where it ended early. */
export interface Progress {
  images: readonly ImageReport[];
  bundles: FlowReport['bundles'];
  signer: FlowReport['signer'];
  figures: Omit<FlowReport['figures'], 'requests'>;
  /** Requests that a dry run foresees, by service. */
  foreseen: Readonly<Record<string, number>>;
  readonly notices: Notice[];
  status: FlowReport['status'];
  mode: 'enforce' | 'warn' | undefined;
  error: CountersignError | undefined;
  predicates?: readonly unknown[];
  predicatesPath?: string;
}

/**
 * Runs a flow and reports it: what it throws ends up in the report, with the status of its fault, so that whoever called
 * always has the figures and what was reached. Requests are those that this flow sent.
 */
export async function reported(
  command: FlowReport['command'],
  services: Services,
  flow: (progress: Progress) => Promise<void>,
): Promise<FlowReport> {
  const before = services.context.http.counts();
  const progress: Progress = {
    images: [],
    bundles: [],
    signer: undefined,
    figures: { logEntries: 0, timestamps: 0, certificates: 0, storedObjects: 0 },
    foreseen: {},
    notices: [],
    status: 'ok',
    mode: undefined,
    error: undefined,
  };
  try {
    await flow(progress);
  } catch (thrown) {
    progress.error = asCountersignError(thrown);
    progress.status = statusOf(progress.error);
  }
  const { images, bundles, signer, notices, status, mode, error, foreseen } = progress;
  const requests = requestsSince(before, services.context.http.counts(), foreseen);
  const figures = { ...progress.figures, requests };
  const { predicates, predicatesPath } = progress;
  const verdict = {
    command,
    status,
    ...(mode === undefined ? {} : { mode }),
    ...(predicates === undefined ? {} : { predicates }),
    ...(predicatesPath === undefined ? {} : { predicatesPath }),
  };
  return { ...verdict, images, bundles, signer, figures, notices, error };
}

/** What a run is that ended with this error. */
export const statusOf = (error: CountersignError): FlowReport['status'] => STATUS_OF[error.fault];

/**
 * The failure that decides the status of a run: of several, a verdict before what someone has to mend and what may pass by
 * itself. None of them is a success. Where others of the run went on, the image is named.
 */
export function failureOf(run: ImageRun): CountersignError | undefined {
  const order = ['defect', 'rejection', 'user', 'infrastructure'];
  const rank = ({ error }: ImageFailure): number => order.indexOf(error.fault);
  const [gravest] = [...run.failures].sort((one, other) => rank(one) - rank(other));
  if (gravest === undefined || run.size === 1) return gravest?.error;
  const { reference, error } = gravest;
  return new CountersignError(error.code, {
    what: `${run.failures.length} of ${run.size} images failed, ${reference}: ${error.message}`,
    remedy: error.remedy,
    cause: error,
  });
}

/** The images of a run in their order, those that could not be resolved last. */
export function imageReports(
  run: ImageRun,
  claimsOf: (image: OpenImage) => readonly ClaimReport[],
  requirementsOf: (image: OpenImage) => ImageReport['requirements'] = () => [],
): readonly ImageReport[] {
  return [
    ...run.images.map((open): ImageReport => ({
      reference: open.image.pinned,
      digest: open.image.root.digest,
      platforms: open.image.platforms.map(({ platform, digest }) => ({
        platform: platform ?? 'unknown',
        digest,
      })),
      claims: claimsOf(open),
      requirements: requirementsOf(open),
      ...(open.claims === open.repository ? {} : { signatureRepository: formatName(open.claims.name) }),
      error: run.failureOf(open),
    })),
    ...run.unopened.map(({ reference, digest, error }): ImageReport => ({
      reference,
      digest,
      platforms: [],
      claims: [],
      requirements: [],
      error,
    })),
  ];
}

function requestsSince(
  before: Readonly<Record<string, number | undefined>>,
  after: Readonly<Record<string, number | undefined>>,
  foreseen: Readonly<Record<string, number>>,
): Readonly<Record<string, number>> {
  const services = [...new Set([...Object.keys(after), ...Object.keys(foreseen)])];
  const counted = services.map(
    (service) =>
      [service, (after[service] ?? 0) - (before[service] ?? 0) + (foreseen[service] ?? 0)] as const,
  );
  return Object.fromEntries(counted.filter(([, count]) => count > 0));
}
