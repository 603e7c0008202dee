import { CountersignError } from '../errors.js';
import type { ResultsService } from '../flows/artifact-service.js';
import type { ArtifactTarget } from '../flows/artifact-upload.js';
import { isLoopback } from '../http/loopback.js';
import { MAX_ARTIFACT_NAME_CHARS, MAX_ARTIFACT_RETENTION_DAYS } from '../limits.js';
import { readTokenClaims } from '../sign/jwt.js';
import type { OptionEdge } from './edge.js';
import { contradiction, invalidInput, type Reader } from './read.js';

/**
 * The workflow artifact that `upload-artifact` asks for, undefined where nothing is to be uploaded. All that can be known
 * beforehand is looked at here. Throws INPUT_INVALID, INPUTS_CONTRADICT.
 */
export function readArtifact(reader: Reader, edge: OptionEdge): ArtifactTarget | undefined {
  const name = reader.text('upload-artifact');
  const days = reader.text('artifact-retention') === undefined ? undefined : readRetention(reader, edge);
  if (name === undefined) {
    if (days === undefined) return undefined;
    throw contradiction(
      'artifact-retention is given without upload-artifact',
      'Give the artifact a name, or leave both out.',
    );
  }
  checkName(name);
  return { name, retentionDays: days, service: serviceOf(edge) };
}

/** What GitHub refuses in a name, and what would leave the folder that an artifact is unpacked into. */
function checkName(name: string): void {
  // anchore/sbom-action takes a yes or no here.
  if (/^(?:true|false)$/i.test(name))
    throw invalidInput('upload-artifact', name, 'Give the artifact a name, or leave it out.');
  if (name.length > MAX_ARTIFACT_NAME_CHARS)
    throw invalidInput(
      'upload-artifact',
      name,
      `Give a name of at most ${MAX_ARTIFACT_NAME_CHARS} characters.`,
    );
  if (/["*/:<>?\\|]|\p{Cc}|\p{Cf}|\p{Cs}|^\.{1,2}$/u.test(name))
    throw invalidInput(
      'upload-artifact',
      name,
      'Give a name without any of " : < > | * ? / \\ and line breaks.',
    );
}

/** The runner says how long the repository keeps artifacts at most. */
function readRetention(reader: Reader, { env }: OptionEdge): number {
  const days = reader.number('artifact-retention');
  const limit = /^[1-9]\d{0,3}$/.test(env.GITHUB_RETENTION_DAYS ?? '')
    ? Number(env.GITHUB_RETENTION_DAYS)
    : Infinity;
  const most = Math.min(limit, MAX_ARTIFACT_RETENTION_DAYS);
  if (days <= most) return days;
  throw invalidInput(
    'artifact-retention',
    String(days),
    `Artifacts of this repository are kept ${most} days at most: write so many or fewer.`,
  );
}

function serviceOf({ env, identity }: OptionEdge): ResultsService {
  if (env.GITHUB_ACTIONS !== 'true')
    throw refused('this is no job of GitHub Actions', `Leave it out here: the documents are in output-dir.`);
  if (isEnterpriseServer(env.GITHUB_SERVER_URL))
    throw refused(
      'GitHub Enterprise Server does not take artifacts in this way (v4)',
      'Give output-dir to actions/upload-artifact@v3.',
    );
  const token = env.ACTIONS_RUNTIME_TOKEN ?? '';
  const address = env.ACTIONS_RESULTS_URL ?? '';
  if (token === '' || address === '')
    throw refused(
      'ACTIONS_RUNTIME_TOKEN and ACTIONS_RESULTS_URL are not there',
      'The runner gives them to actions alone: call this one with "uses:", or give output-dir to actions/upload-artifact.',
    );
  identity.mask(token);
  return { origin: originOf(address), token, ...idsOf(token) };
}

/** As GitHub's own client tells it: every host that is not one of GitHub's. */
function isEnterpriseServer(text = 'https://github.com'): boolean {
  const hostname = URL.canParse(text) ? new URL(text).hostname.toLowerCase() : 'github.com';
  return hostname !== 'github.com' && !/\.(ghe\.com|localhost)$/.test(hostname);
}

function originOf(address: string): string {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopback(url.hostname)))
    return url.origin;
  throw refused('ACTIONS_RESULTS_URL is no https address, so the token is not sent there', SET_BY_RUNNER);
}

const SET_BY_RUNNER =
  'The runner sets it: do not set it by hand. Or give output-dir to actions/upload-artifact.';

/** Run and job stand in the token's scopes, as `Actions.Results:RUN:JOB` among others. */
function idsOf(token: string): Pick<ResultsService, 'workflowRunBackendId' | 'workflowJobRunBackendId'> {
  const scopes = scopesOf(token);
  const results = scopes.find((scope) => scope.startsWith('Actions.Results:'));
  const [, run, job] = /^Actions\.Results:([\w-]{1,128}):([\w-]{1,128})$/.exec(results ?? '') ?? [];
  if (run === undefined || job === undefined)
    throw refused('ACTIONS_RUNTIME_TOKEN does not name the run and the job', SET_BY_RUNNER);
  return { workflowRunBackendId: run, workflowJobRunBackendId: job };
}

function scopesOf(token: string): readonly string[] {
  try {
    const { scp } = readTokenClaims(token, 'ACTIONS_RUNTIME_TOKEN');
    return typeof scp === 'string' ? scp.split(' ') : [];
  } catch {
    return []; // its advice is about identity tokens
  }
}

const refused = (what: string, remedy: string): CountersignError =>
  new CountersignError('INPUT_INVALID', { what: `upload-artifact is set, and ${what}`, remedy });
