import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { CountersignError } from '../errors.js';
import { ensureTool, type ReleaseHost, type ToolServices } from '../tools/index.js';
import { loadTrust, type TrustMaterial, type TrustSource } from '../trust/index.js';
import type { Services } from './types.js';

/** A program that a flow runs. */
export interface WantedProgram {
  readonly name: 'syft' | 'grype';
  /** Of the input `<name>-path`, relative to the services' workDir; undefined: one is installed. */
  readonly path: string | undefined;
  readonly version: string | undefined;
  readonly mirror?: string | undefined;
  /** One on PATH is taken for its version alone. */
  readonly allowPath: boolean;
}

/** The program that was named, else one that is installed and verified here. Throws INPUT_INVALID and what ensureTool throws. */
export async function programPath(
  { name, path, version, mirror, allowPath }: WantedProgram,
  trust: TrustSource,
  services: Services,
): Promise<string> {
  if (path !== undefined) return givenPath(name, resolve(services.workDir, path));
  const request = { name, version, allowPath, verify: 'strict' as const };
  const tool = await ensureTool(
    mirror === undefined ? request : { ...request, mirror },
    toolServices({ trust }, services),
  ).catch((error: unknown) => {
    throw sayingHowToDoWithout(
      error,
      `Without that host: name a ${name} that is there (${name}-path, such as what setup-tools installed), use the one ` +
        'on PATH (allow-path), or download from elsewhere (tool-mirror).',
    );
  });
  services.context.log.info(`${name} ${tool.version} (${tool.source}, ${tool.verifiedBy})`);
  return tool.path;
}

async function givenPath(name: WantedProgram['name'], path: string): Promise<string> {
  const there = await stat(path).catch(() => undefined);
  if (there?.isFile() === true) return path;
  throw new CountersignError('INPUT_INVALID', {
    what: `${name}-path names ${JSON.stringify(path)}, which is no file`,
    remedy: `Give the ${name}-path output of setup-tools, or leave it out to have ${name} installed.`,
  });
}

/** A download that failed for its host alone, with the ways that need no such host. All else stays. */
export function sayingHowToDoWithout(error: unknown, ways: string): unknown {
  if (!(error instanceof CountersignError) || error.code !== 'RELEASE_UNAVAILABLE') return error;
  const { code, message, remedy, cause } = error;
  return new CountersignError(code, { what: message, remedy: `${remedy}\n${ways}`, cause });
}

/** What ensureTool needs, of a flow's services: the trusted root is loaded at its first need, once. */
export function toolServices(
  options: { readonly trust: TrustSource; readonly releases?: ReleaseHost },
  services: Services,
): ToolServices {
  const { context, toolCacheDir, tempDir, workDir, env, credentials, cacheDir } = services;
  let trust: Promise<TrustMaterial> | undefined;
  return {
    context,
    toolCacheDir,
    tempDir,
    workDir,
    env,
    credentials,
    trust: () => (trust ??= loadTrust(options.trust, { context, cacheDir })),
    ...(options.releases === undefined ? {} : { releases: options.releases }),
  };
}
