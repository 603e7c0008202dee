import { createHash } from 'node:crypto';
import { CountersignError } from '../errors.js';
import { MAX_GITHUB_ANSWER_BYTES } from '../limits.js';
import type { UploadedArtifact } from '../report/index.js';
import { DAY_MS } from '../runtime.js';
import { createArtifact, finalizeArtifact, type ResultsService } from './artifact-service.js';
import { zipOf } from './artifact-zip.js';
import type { NewFile } from './sbom-files.js';
import type { Services } from './types.js';

/** A workflow artifact to make in this job. */
export interface ArtifactTarget {
  readonly name: string;
  /** undefined: as long as the repository keeps artifacts. */
  readonly retentionDays: number | undefined;
  readonly service: ResultsService;
}

/**
 * Uploads files as one workflow artifact (a ZIP archive), as actions/upload-artifact does: asked for, put to the storage
 * under a signed address, and made valid with its size and hash. Throws GITHUB_REFUSED, GITHUB_UNAVAILABLE, LIMIT_EXCEEDED.
 */
export async function uploadArtifact(
  files: readonly NewFile[],
  { name, retentionDays, service }: ArtifactTarget,
  services: Services,
): Promise<UploadedArtifact> {
  const zip = await zipOf(files);
  const sha256 = createHash('sha256').update(zip).digest('hex');
  const now = services.context.clock.now().getTime();
  const expiresAt = retentionDays === undefined ? undefined : new Date(now + retentionDays * DAY_MS);
  const url = await createArtifact({ name, expiresAt }, service, services);
  await put(zip, url, services);
  const id = await finalizeArtifact({ name, size: zip.length, sha256 }, service, services);
  return { name, id, size: zip.length, sha256 };
}

/** One request for the whole blob (Azure Storage REST API, "Put Blob"); sent again it takes the place of itself. */
async function put(zip: Buffer, url: URL, { context }: Services): Promise<void> {
  const { status, headers } = await context.http.send({
    service: 'github',
    method: 'PUT',
    url: url.href,
    headers: { 'content-type': 'application/zip', 'x-ms-blob-type': 'BlockBlob' },
    body: zip,
    secrets: secretsOf(url),
    maxResponseBytes: MAX_GITHUB_ANSWER_BYTES,
  });
  if (status === 201) return;
  // Of the answer's text nothing is shown: where a signature is refused it explains what was signed.
  const code = /^[A-Za-z]{1,64}$/.exec(headers['x-ms-error-code'] ?? '')?.[0];
  throw new CountersignError('GITHUB_REFUSED', {
    what: `The storage of workflow artifacts at ${url.host} refused the upload (status ${status}${code === undefined ? '' : `, ${code}`})`,
    remedy:
      'Let the runner reach that host, without a proxy that changes requests, and run again. The documents are complete in output-dir.',
  });
}

/** A signed address as a whole and by its values, as they stand and decoded: the longest first. */
const secretsOf = ({ href, search, searchParams }: URL): readonly string[] => [
  href,
  search.slice(1),
  ...search
    .slice(1)
    .split('&')
    .map((part) => part.slice(part.indexOf('=') + 1)),
  ...searchParams.values(),
];
