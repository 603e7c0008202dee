import { randomUUID } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FlowReport } from '../flows/index.js';
import { MAX_OUTPUT_CHARS } from '../limits.js';
import { toDocument, verifyCommands, type ReportDocument } from '../report/index.js';
import type { Environment } from './environment.js';
import { sbomValues } from './sbom-values.js';
import { scanValues } from './scan-values.js';
import { toolValues } from './tool-values.js';
import { temporaryFolder } from './services.js';

/** The values of the outputs that a report fills; documents are written to files, whose paths are outputs. */
export async function valuesOf(
  report: FlowReport,
  env: Environment,
): Promise<Readonly<Record<string, string>>> {
  const document = toDocument(report);
  const { cosign, gh } = verifyCommands(report);
  const signer = signerOf(report);
  const folder = join(temporaryFolder(env), `countersign-${randomUUID()}`);
  await mkdir(folder, { recursive: true });
  const write = async (name: string, text: string): Promise<string> => {
    const path = join(folder, name);
    await writeFile(path, text);
    return path;
  };
  const bundles = report.bundles.map(({ json }) => `${json}\n`).join('');
  return {
    status: report.status,
    verdict: verdictOf(report),
    digest: lines(report.images.map(({ digest }) => digest)),
    result: byDigest(document),
    'result-path': await write('result.json', `${JSON.stringify(document, undefined, 2)}\n`),
    'bundle-path': bundles === '' ? '' : await write('bundles.jsonl', bundles),
    'predicates-path': report.predicatesPath ?? '',
    'certificate-identity': signer?.identity ?? '',
    'certificate-oidc-issuer': signer?.issuer ?? '',
    'log-indexes': lines(
      report.images
        .flatMap(({ claims }) => claims.map(({ logIndex }) => logIndex))
        .filter((index) => index !== undefined)
        .sort((one, other) => one - other),
    ),
    'cosign-verify': cosign.join('\n'),
    'gh-verify': gh.join('\n'),
    ...sbomValues(report.sbom),
    ...toolValues(report.tools),
    ...scanValues(report),
  };
}

/** Each value once, in the order they came. */
const lines = (values: readonly (string | number)[]): string => [...new Set(values)].join('\n');

type ImageDocument = ReportDocument['images'][number];

/** The images of a digest under that digest. Where they are too many for an output, each without its claims. */
function byDigest({ images }: ReportDocument): string {
  const whole = JSON.stringify(grouped(images, (image) => image));
  if (whole.length <= MAX_OUTPUT_CHARS) return whole;
  const brief = JSON.stringify(
    grouped(images, ({ reference, digest, claims, error }) => ({
      reference,
      digest,
      claims: [],
      claimsLeftOut: claims.length,
      error,
    })),
  );
  return brief.length <= MAX_OUTPUT_CHARS ? brief : '';
}

const grouped = (images: readonly ImageDocument[], show: (image: ImageDocument) => object): object =>
  Object.fromEntries(
    [...Map.groupBy(images, ({ digest }) => digest)].map(([digest, same]) => [digest, same.map(show)]),
  );

/** Who signed: this run, or the certificate of the first claim that verified. */
function signerOf({ signer, images }: FlowReport): { identity: string; issuer: string } | undefined {
  if (signer !== undefined) return 'identity' in signer ? signer : undefined;
  for (const { identity, issuer, state } of images.flatMap(({ claims }) => claims)) {
    if (state === 'verified' && identity !== undefined && issuer !== undefined) return { identity, issuer };
  }
  return undefined;
}

function verdictOf({ command, status, images }: FlowReport): string {
  if (command !== 'verify' || status === 'undecided' || status === 'error') return '';
  const unmet = images.some(({ requirements }) => requirements.some(({ met }) => !met));
  return status === 'rejected' || unmet ? 'rejected' : 'accepted';
}
