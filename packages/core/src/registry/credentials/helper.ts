import { spawn } from 'node:child_process';
import { CountersignError } from '../../errors.js';
import { CREDENTIAL_HELPER_TIMEOUT_MS, MAX_CREDENTIAL_HELPER_BYTES } from '../../limits.js';
import type { Credential } from './types.js';

export interface HelperCall {
  /** What stands behind `docker-credential-`. */
  readonly name: string;
  readonly serverUrl: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly signal: AbortSignal;
}

/**
 * Asks `docker-credential-NAME get` (docker/docker-credential-helpers), without a shell, its output and time bounded.
 * undefined: it knows nothing of this server. Throws CREDENTIALS_INVALID where it is missing, fails or answers nonsense;
 * what it printed is not shown, since it may hold the secret.
 */
export async function askHelper(call: HelperCall): Promise<Credential | undefined> {
  const program = `docker-credential-${call.name}`;
  const invalid = (why: string, cause?: unknown) =>
    new CountersignError('CREDENTIALS_INVALID', {
      what: `The credential helper ${JSON.stringify(program)} ${why} (asked for ${call.serverUrl})`,
      remedy: `Install ${program} on PATH and log in with it, or take it out of the Docker configuration.`,
      cause,
    });
  // A name with a slash would be a path of the configuration's choice.
  if (!/^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/.test(call.name)) throw invalid('has a name that cannot be right');
  const { code, stdout, failure } = await run(program, call);
  if (failure !== undefined) throw invalid(failure);
  if (code !== 0) {
    // Helpers say this on stdout, in these words, with status 1.
    if (/credentials not found|no credentials|not found in native keychain/i.test(stdout)) return undefined;
    throw invalid(`failed with status ${code}`);
  }
  const answer = parse(stdout);
  if (answer === undefined) throw invalid('answered something that is not a credential');
  const source = `${program} for ${call.serverUrl}`;
  if (answer.Secret === '') return undefined;
  return answer.Username === '<token>'
    ? { kind: 'identity-token', token: answer.Secret, source }
    : { kind: 'basic', username: answer.Username, password: answer.Secret, source };
}

interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly failure: string | undefined;
}

function run(program: string, { serverUrl, env, signal }: HelperCall): Promise<Run> {
  return new Promise((resolve) => {
    const child = spawn(program, ['get'], {
      env,
      signal,
      shell: false,
      windowsHide: true,
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    // Not spawn's own timeout: where there is no such program, that one would keep this process waiting.
    const timer = setTimeout(() => {
      stop();
    }, CREDENTIAL_HELPER_TIMEOUT_MS);
    const stop = () => {
      child.kill('SIGKILL');
      child.stdout.destroy(); // a program of the helper's own may hold it open
    };
    const chunks: Buffer[] = [];
    let length = 0;
    child.stdout.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (length > MAX_CREDENTIAL_HELPER_BYTES) stop();
      else chunks.push(chunk);
    });
    child.stdin.on('error', () => {
      // It ended without reading: its status says what that means.
    });
    child.once('error', (error) => {
      clearTimeout(timer);
      const missing = 'code' in error && error.code === 'ENOENT';
      resolve({ code: null, stdout: '', failure: missing ? 'is not installed' : 'could not be run' });
    });
    child.once('close', (code, killed) => {
      clearTimeout(timer);
      resolve({
        code,
        stdout: Buffer.concat(chunks).toString('utf8'),
        failure:
          length > MAX_CREDENTIAL_HELPER_BYTES
            ? `answered more than ${MAX_CREDENTIAL_HELPER_BYTES} bytes`
            : killed === null
              ? undefined
              : `was ended (${killed}); it has ${CREDENTIAL_HELPER_TIMEOUT_MS / 1000} s to answer`,
      });
    });
    child.stdin.end(serverUrl);
  });
}

function parse(stdout: string): { Username: string; Secret: string } | undefined {
  let json: unknown;
  try {
    json = JSON.parse(stdout);
  } catch {
    return undefined;
  }
  if (typeof json !== 'object' || json === null || !('Username' in json) || !('Secret' in json))
    return undefined;
  const { Username, Secret } = json;
  return typeof Username === 'string' && typeof Secret === 'string' ? { Username, Secret } : undefined;
}
