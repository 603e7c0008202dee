import { CountersignError } from '../errors.js';
import { isObject, memberAt } from '../json.js';
import { MAX_GITHUB_ANSWER_BYTES, MAX_SHOWN_INPUT_CHARS } from '../limits.js';
import type { Services } from './types.js';

/** The service of a job's results: where it is, who asks, and for which run and job. */
export interface ResultsService {
  /** Scheme, host and port. Plain http on this machine alone. */
  readonly origin: string;
  /** Of the runner for this job. It goes to `origin` and nowhere else. */
  readonly token: string;
  readonly workflowRunBackendId: string;
  readonly workflowJobRunBackendId: string;
}

/**
 * Asks for an artifact of that name and answers the signed address that takes its bytes, which is a secret. Throws
 * GITHUB_REFUSED (also where the run has one of that name), GITHUB_UNAVAILABLE.
 */
export async function createArtifact(
  about: { readonly name: string; readonly expiresAt: Date | undefined },
  service: ResultsService,
  services: Services,
): Promise<URL> {
  const { name, expiresAt } = about;
  const answer = await call(
    'CreateArtifact',
    {
      name,
      version: 7,
      mime_type: 'application/zip',
      ...(expiresAt === undefined ? {} : { expires_at: expiresAt.toISOString() }),
    },
    service,
    services,
  );
  const text = member(answer, 'signed_upload_url', 'signedUploadUrl');
  const url = typeof text === 'string' && URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !mayTakeUploads(url, service))
    throw unusable('CreateArtifact', service, 'with an address that nothing is uploaded to');
  return url;
}

/** Says that the bytes are there; answers the id of the artifact. Throws GITHUB_REFUSED, GITHUB_UNAVAILABLE. */
export async function finalizeArtifact(
  { name, size, sha256 }: { readonly name: string; readonly size: number; readonly sha256: string },
  service: ResultsService,
  services: Services,
): Promise<string> {
  const answer = await call(
    'FinalizeArtifact',
    { name, size: String(size), hash: `sha256:${sha256}` },
    service,
    services,
  );
  const id = member(answer, 'artifact_id', 'artifactId');
  // A 64-bit number is text in protobuf's JSON; as a number it may have lost digits.
  const text = typeof id === 'number' && Number.isSafeInteger(id) ? String(id) : id;
  if (typeof text !== 'string' || !/^[1-9]\d{0,18}$/.test(text))
    throw unusable('FinalizeArtifact', service, 'without the id of the artifact');
  return text;
}

type Method = 'CreateArtifact' | 'FinalizeArtifact';

/** One call of the service (Twirp: a POST of JSON). It is repeated as GitHub's own client does. */
async function call(
  method: Method,
  message: Readonly<Record<string, unknown>>,
  service: ResultsService,
  { context }: Services,
): Promise<Readonly<Record<string, unknown>>> {
  const { origin, token, workflowRunBackendId, workflowJobRunBackendId } = service;
  let repeated = false;
  const response = await context.http.send({
    service: 'github',
    method: 'POST',
    url: `${origin}/twirp/github.actions.results.api.v1.ArtifactService/${method}`,
    authorization: `Bearer ${token}`,
    headers: { accept: 'application/json', 'content-type': 'application/json' },
    body: Buffer.from(
      JSON.stringify({
        workflow_run_backend_id: workflowRunBackendId,
        workflow_job_run_backend_id: workflowJobRunBackendId,
        ...message,
      }),
    ),
    maxResponseBytes: MAX_GITHUB_ANSWER_BYTES,
    repeatable: true,
    // eslint-disable-next-line @typescript-eslint/require-await -- the request layer waits for it
    beforeRepeat: async () => {
      repeated = true;
    },
  });
  const answer = parse(response.body);
  const { status } = response;
  if (status !== 200) throw refused(status, messageOf(answer, token), String(message.name), repeated);
  if (!isObject(answer) || answer.ok !== true)
    throw unusable(method, service, 'with something that is not the message it owes');
  return answer;
}

/** Not the parser's error: it would quote the answer, which may hold a signed address. */
function parse(body: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(body).toString('utf8'));
  } catch {
    return undefined;
  }
}

/** protobuf's JSON has two spellings of a name; a reader takes both. */
const member = (answer: Readonly<Record<string, unknown>>, ...names: readonly string[]): unknown =>
  names.map((name) => memberAt(answer, name)).find((value) => value !== undefined);

/** https, without a user name; plain http from a service of this machine to the same host. */
function mayTakeUploads(url: URL, { origin }: ResultsService): boolean {
  if (url.username !== '' || url.password !== '') return false;
  const results = new URL(origin);
  const isSameHost = results.protocol === 'http:' && url.hostname === results.hostname;
  return url.protocol === 'https:' || (url.protocol === 'http:' && isSameHost);
}

/** What Twirp's error says, on one line for the end of a sentence. A proxy on the way may say back what it was sent. */
function messageOf(answer: unknown, token: string): string {
  const message = memberAt(answer, 'msg');
  return typeof message === 'string' && message !== ''
    ? `: ${message
        .replaceAll(token, '***')
        .replaceAll(/[\p{C}\p{Z}]+/gu, ' ')
        .slice(0, MAX_SHOWN_INPUT_CHARS)}`
    : '';
}

function refused(status: number, said: string, name: string, repeated: boolean): CountersignError {
  if (status !== 409)
    return new CountersignError('GITHUB_REFUSED', {
      what: `GitHub refused the workflow artifact ${JSON.stringify(name)} (status ${status})${said}`,
      remedy: 'Read what GitHub says: the storage may be used up. The documents are complete in output-dir.',
    });
  return new CountersignError('GITHUB_REFUSED', {
    what:
      `This run of the workflow has an artifact called ${JSON.stringify(name)} already (status 409)` +
      (repeated ? ', perhaps from a first try of this step whose answer was lost' : ''),
    remedy: 'Give upload-artifact a name of its own in each job, and in each job of a matrix.',
  });
}

const unusable = (method: Method, { origin }: ResultsService, why: string): CountersignError =>
  new CountersignError('GITHUB_UNAVAILABLE', {
    what: `The results service at ${new URL(origin).host} answered ${method} ${why}`,
    remedy:
      'Run again later, and check that no proxy changes its answers. The documents are complete in output-dir.',
  });
