import { isObject } from '@countersign/core/json';
import { asCountersignError, CountersignError } from '@countersign/core/errors';
import { MAX_CLAIMS_FILE_BYTES } from '@countersign/core/limits';
import { startTestbed, type Testbed, type TokenClaims } from '@countersign/testbed';
import { untilAborted } from '../abort.js';
import type { Invocation } from '../command.js';
import { EXIT_CODE, resultDocument, shellWord } from '@countersign/core/report';
import { lookInsideLines } from '../demo/look-inside-lines.js';
import { repositoryRoot } from '../demo/repository-root.js';
import { ownCommand } from '../shell.js';
import { readFileOf } from '../read-file.js';
import { readTestbedSwitches, type TestbedSwitches } from './testbed-options.js';

/** `countersign testbed`: serves until SIGTERM or SIGINT, which is its ordinary end. */
export async function run({ edge, arguments: given, output }: Invocation): Promise<number> {
  const switches = readTestbedSwitches(given);
  const claims = switches.claims === undefined ? undefined : await readClaims(switches.claims);
  const testbed = await start(switches, claims);
  try {
    const { stateDir } = testbed;
    output.result(
      { ...resultDocument('testbed'), stateDir, testbed: testbed.description },
      describe(testbed, switches, ownCommand(edge), checkoutOf(edge.entry)),
    );
    await untilAborted(edge.signal);
    edge.stderr.write('The test bed is stopping.\n');
  } finally {
    await testbed.stop();
  }
  return EXIT_CODE.ok;
}

async function readClaims(path: string): Promise<TokenClaims> {
  const text = (await readFileOf('the file of --claims', path, MAX_CLAIMS_FILE_BYTES)).toString('utf8');
  try {
    const claims: unknown = JSON.parse(text);
    if (isObject(claims)) return claims;
  } catch (error) {
    throw notClaims(path, error);
  }
  throw notClaims(path);
}

const notClaims = (path: string, cause?: unknown): CountersignError =>
  new CountersignError('INPUT_INVALID', {
    what: `the file of --claims, ${path}, is not a JSON object`,
    remedy: 'Give an object of claims, e.g. {"repository": "acme/other"}.',
    cause,
  });

async function start(switches: TestbedSwitches, claims: TokenClaims | undefined): Promise<Testbed> {
  const { state, referrers, auth, ifMatch, latencyMs, issuer, upstream } = switches;
  try {
    return await startTestbed({
      stateDir: state,
      referrers,
      auth,
      ifMatch,
      delete: switches.delete,
      registryOptions: {
        ...(switches.immutableTags ? { immutableTags: () => true } : {}),
        ...(upstream === undefined ? {} : { upstream: { origin: upstream } }),
      },
      rekor: switches.rekor,
      latencyMs,
      ...(issuer === undefined ? {} : { issuer }),
      ...(claims === undefined ? {} : { claims }),
    });
  } catch (error) {
    if (!isFileSystemError(error)) throw asCountersignError(error);
    throw new CountersignError('INPUT_INVALID', {
      what: `--state ${state} cannot be written to: ${WHY[error.code ?? ''] ?? error.message}`,
      remedy: 'Give a folder that is there, or a new one in a folder where this user can make files.',
      cause: error,
    });
  }
}

const WHY: Readonly<Record<string, string>> = {
  ENOENT: 'the folder that it is to stand in is not there, or takes no folders',
  ENOTDIR: 'something on its path is not a folder',
  EEXIST: 'it is a file',
  EACCES: 'this user may not write there',
  EPERM: 'this user may not write there',
  EROFS: 'the file system is read-only',
};

const isFileSystemError = (error: unknown): error is NodeJS.ErrnoException =>
  error instanceof Error && 'syscall' in error && 'path' in error;

const CHOSEN = ' (in the signing config)';

const describe = (
  {
    stateDir,
    registry,
    auth,
    oidcUrl,
    fulcioUrl,
    rekorUrl,
    rekorV2Url,
    tsaUrl,
    tufUrl,
    tufRoot,
    env,
    issuer,
  }: Testbed,
  { rekor, upstream }: Pick<TestbedSwitches, 'rekor' | 'upstream'>,
  countersign: string,
  root: string,
): string =>
  `The test bed is up until Ctrl-C or SIGTERM. Everything is on loopback; ${stateDir}/testbed.json says where.

  registry              ${registry}${auth === null ? '' : ` (user ${auth.username}; DOCKER_CONFIG is in the environment file)`}
  token issuer          ${oidcUrl} (tokens say ${issuer})
  Fulcio                ${fulcioUrl}
  Rekor v1              ${rekorUrl}${rekor === 'v1' ? CHOSEN : ''}
  Rekor v2              ${rekorV2Url}${rekor === 'v2' ? CHOSEN : ''}
  timestamp authority   ${tsaUrl}
  TUF mirror            ${tufUrl} (its root.json: ${shellWord(tufRoot)})

In another terminal, with an image pushed to ${upstream === undefined ? registry : `${hostOf(upstream)}, of which that registry is a cache that takes no writes`}:

  set -a; . ${shellWord(env)}; set +a
  ${countersign} attest ${registry}/NAME@DIGEST --signature --provenance${rekor === 'v2' ? ' --transparency-log rekor-v2' : ''}${claimsAt(upstream)}
  ${countersign} verify ${registry}/NAME@DIGEST --source-repository acme/app --require signature --require provenance${claimsAt(upstream)}
  ${countersign} tree ${registry}/NAME@DIGEST${claimsAt(upstream)}

${lookInsideLines(countersign, `${registry}/NAME@DIGEST`, root)}`;

/** Beside the image of a cache nothing can be written. */
const claimsAt = (upstream: string | undefined): string =>
  upstream === undefined ? '' : ` --signature-repository ${hostOf(upstream)}/claims`;

const hostOf = (origin: string): string => new URL(origin).host;

/** The checkout that the command is part of; the working directory where it stands elsewhere. */
function checkoutOf(entry: string): string {
  try {
    return repositoryRoot(entry);
  } catch {
    return '.';
  }
}
