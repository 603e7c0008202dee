import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { MAX_TOOL_VERSION_BYTES, TOOL_VERSION_TIMEOUT_MS } from '../limits.js';
import { runProgram, scrubbedEnvironment } from '../program/index.js';
import type { ToolServices } from './types.js';
import { printedVersion } from './versions.js';

/** The version that a program prints; undefined where it cannot be run or prints none. It sees no token and an empty home. */
export async function versionOf(
  path: string,
  args: readonly string[],
  { context, env, tempDir }: Pick<ToolServices, 'context' | 'env' | 'tempDir'>,
): Promise<string | undefined> {
  const home = await mkdtemp(join(tempDir, 'countersign-version-'));
  try {
    const { exitCode, stdout, messages } = await runProgram({
      path,
      args,
      env: scrubbedEnvironment(env, home),
      cwd: home,
      maxOutputBytes: MAX_TOOL_VERSION_BYTES,
      timeoutMs: TOOL_VERSION_TIMEOUT_MS,
      signal: context.signal,
    });
    return exitCode === 0 ? (printedVersion(stdout) ?? printedVersion(messages)) : undefined;
  } catch (error) {
    if (context.signal.aborted) throw error;
    context.log.debug(`${path} does not say its version: ${String(error)}`);
    return undefined;
  } finally {
    await rm(home, { recursive: true, force: true });
  }
}
