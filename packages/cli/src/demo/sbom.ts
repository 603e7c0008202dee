import { CountersignError } from '@countersign/core/errors';
import { MAX_DOCUMENT_BYTES, MAX_SHOWN_INPUT_CHARS } from '@countersign/core/limits';
import { runChild } from './child.js';

export interface SbomRequest {
  /** The folder with package.json and package-lock.json. */
  readonly root: string;
  /** Path of npm's own script where npm started us (npm_execpath), so that the same npm answers. */
  readonly npmScript: string | undefined;
  readonly env: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
}

/** From the lock alone: what is installed, or left out, on this machine does not change the answer. */
const ARGUMENTS = ['sbom', '--sbom-format', 'spdx', '--omit', 'dev', '--package-lock-only', '--logs-max=0'];

/**
 * The SPDX document that `npm sbom` makes of Countersign's own packages. Throws INPUT_MISSING without npm and
 * PREDICATE_INVALID where npm makes no document.
 */
export async function npmSbom(request: SbomRequest): Promise<string> {
  const { npmScript } = request;
  const isScript = npmScript?.endsWith('.js') ?? false;
  const finished = await runChild({
    program: isScript ? process.execPath : 'npm',
    args: isScript && npmScript !== undefined ? [npmScript, ...ARGUMENTS] : ARGUMENTS,
    cwd: request.root,
    env: request.env,
    signal: request.signal,
    maxOutputBytes: MAX_DOCUMENT_BYTES,
  });
  if (finished.exitCode !== 0) {
    throw new CountersignError('PREDICATE_INVALID', {
      what: `npm sbom failed in ${request.root}: ${errorLine(finished.stderr)}`,
      remedy: 'Run the demo from a checkout of Countersign after `npm ci`.',
    });
  }
  return finished.stdout;
}

/** npm's own words, without its hint at a log that was not written. */
const errorLine = (text: string): string =>
  text.split('\n').find((line) => line.includes('error') && !line.includes('error code')) ??
  text.slice(0, MAX_SHOWN_INPUT_CHARS);
