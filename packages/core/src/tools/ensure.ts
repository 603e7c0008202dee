import { chmod, mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { CountersignError } from '../errors.js';
import { MAX_TOOL_BYTES } from '../limits.js';
import { buildOf, isArchive, noBuild, type Build } from './build.js';
import { checkSaysVersion, fromCache, place } from './cache.js';
import { download } from './download.js';
import { gather } from './gather.js';
import { judge, provable } from './judge.js';
import { findOnPath } from './on-path.js';
import { platformKey } from './platform.js';
import { registrySource } from './registry-source.js';
import { GITHUB_RELEASES, releaseSource, type AssetSource } from './source.js';
import type { InstalledTool, ToolRequest, ToolServices } from './types.js';
import { unpackProgram } from './unpack.js';

/**
 * A tool that is there and verified: from the tool cache, from PATH where that is allowed, from the mirror, or from the
 * vendor's release. Whatever does not verify is removed before the error is thrown. Throws INPUT_INVALID, TOOL_REVOKED, TOOL_NOT_FOUND,
 * TOOL_UNVERIFIABLE, TOOL_TOO_YOUNG, TOOL_REJECTED, DIGEST_MISMATCH, the verifier's codes, and the ..._UNAVAILABLE of what was asked.
 */
export async function ensureTool(request: ToolRequest, services: ToolServices): Promise<InstalledTool> {
  const build = buildOf(request.name, request.version, services);
  const cached = await fromCache(build, request, services);
  if (cached !== undefined) return cached;
  const found = request.allowPath ? await findOnPath(build, services) : undefined;
  if (found !== undefined) return found;

  if (build.file === undefined) throw noBuild(build);
  if (build.pinned === undefined) provable(build, request.verify); // before anything is asked
  for (const source of sourcesOf(build, request, services)) {
    const installed = await install(build, build.file, source, request, services).catch((error: unknown) => {
      throw namingTool(error, build);
    });
    if (installed !== undefined) return installed;
    services.context.log.info(`${source.label} does not have ${build.label}`);
  }
  throw notThere(build, build.file);
}

/** The mirror, then the vendor. A file that the mirror lacks is looked for there; one that is wrong ends the run. */
function sourcesOf(
  { definition: { name, repository }, version }: Build,
  { mirror }: ToolRequest,
  services: ToolServices,
): readonly AssetSource[] {
  const { context } = services;
  const release = releaseSource(
    context,
    'release',
    services.releases ?? GITHUB_RELEASES,
    repository,
    version,
  );
  if (mirror === undefined) return [release];
  const own = mirror.startsWith('oci:')
    ? registrySource(mirror, name, version, services)
    : releaseSource(context, 'mirror', { baseUrl: mirror, redirectHosts: [] }, repository, version);
  return [own, release];
}

/** undefined: the source does not have this file. Nothing is left behind but a build that verified. */
async function install(
  build: Build,
  file: string,
  source: AssetSource,
  request: ToolRequest,
  services: ToolServices,
): Promise<InstalledTool | undefined> {
  const { context, toolCacheDir } = services;
  await mkdir(toolCacheDir, { recursive: true });
  const staging = await mkdtemp(join(toolCacheDir, '.staging-'));
  try {
    // First what is small: a release that cannot be proved is not downloaded.
    const evidence = await gather(build, file, source, request, services);
    if (evidence === undefined) return undefined;
    const asset = join(staging, 'asset');
    const downloaded = await download(context, source, file, asset, MAX_TOOL_BYTES);
    if (downloaded === undefined) return undefined;
    const verifiedBy = await judge(build, downloaded.sha256, evidence, request, services);

    const program = join(staging, 'program');
    const archived = isArchive(file);
    let { sha256 } = downloaded;
    if (archived) sha256 = await unpackProgram({ path: asset, name: file, program: build.program }, program);
    else await rename(asset, program);
    await chmod(program, 0o755);
    await checkSaysVersion(build, program, verifiedBy, services);
    const staged = { staging, program, asset: archived ? asset : undefined, sha256, verifiedBy, evidence };
    const path = await place(build, staged, request, services);
    const { name } = build.definition;
    return { name, version: build.version, path, sha256, source: source.kind, verifiedBy };
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
}

/** A host that cannot be reached does not say by itself what was wanted of it. */
function namingTool(error: unknown, { label }: Build): unknown {
  if (!(error instanceof CountersignError) || error.code !== 'RELEASE_UNAVAILABLE') return error;
  const { code, message, remedy } = error;
  return new CountersignError(code, {
    what: `${label} is not installed here and could not be downloaded: ${message}`,
    remedy,
    cause: error,
  });
}

const notThere = ({ label, definition, platform, pinned }: Build, file: string): CountersignError =>
  new CountersignError('TOOL_NOT_FOUND', {
    what:
      `The release of ${label} in ${definition.repository}, its file ${file} for ${platformKey(platform)}, or what proves ` +
      'it is not there: that version was never released, was deleted, or lacks this file',
    remedy:
      pinned === undefined
        ? 'Check the version. One that is gone may still be on a mirror, or in a tool cache of an earlier run.'
        : 'It was there when the table was made: name another version, or put the file on a mirror.',
  });
