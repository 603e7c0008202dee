import { lstat, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CountersignError } from '../errors.js';
import { isObject } from '../json.js';
import { MAX_PLACINGS, MAX_SHOWN_INPUT_CHARS, MAX_TOOL_EVIDENCE_BYTES } from '../limits.js';
import { readBounded } from '../read-bounded.js';
import { isArchive, type Build } from './build.js';
import { sha256File } from './hash-file.js';
import { judge, type Evidence, type VerifiedBy } from './judge.js';
import { versionOf } from './run-version.js';
import type { InstalledTool, ToolRequest, ToolServices } from './types.js';
import { unpackProgram } from './unpack.js';

/**
 * A folder of the tool cache holds the program, `.complete` (written last) and, below `.evidence`, the archive it was taken
 * from and what spoke for it: a cache that was restored from elsewhere is judged by these, not by what it says of itself.
 */
const COMPLETE = '.complete';
const EVIDENCE = '.evidence';

/** Where a build has its place. */
export const cacheFolder = (toolCacheDir: string, { definition, version, platform }: Build): string =>
  join(toolCacheDir, definition.name, version, platform.arch);

/** What `.complete` says. */
interface CacheRecord {
  readonly tool: string;
  readonly version: string;
  readonly os: string;
  readonly arch: string;
  /** The release's file. */
  readonly file: string;
  /** Of the program. */
  readonly sha256: string;
  readonly verifiedBy: VerifiedBy;
  readonly lastModified: string | undefined;
}

/**
 * The build as the cache has it, verified anew as if it had just been downloaded; undefined: it is not there, or not for this
 * system. What was changed there is removed and warned of; the caller then fetches it anew. Needs no network for what the
 * table holds. Throws what judging throws where that says nothing about the files: TRUST_UNAVAILABLE, TOOL_TOO_YOUNG.
 */
export async function fromCache(
  build: Build,
  request: ToolRequest,
  services: ToolServices,
): Promise<InstalledTool | undefined> {
  try {
    return await verifyCached(build, request, services);
  } catch (error) {
    if (!isOfTheFiles(error)) throw error;
    if (error.code === 'TOOL_UNVERIFIABLE') return undefined; // cached under a milder rule
    services.context.log.warn(
      `The tool cache has a ${build.label} that is not what was put there, and is removed: ${error.message}`,
    );
    await rm(cacheFolder(services.toolCacheDir, build), { recursive: true, force: true });
    return undefined;
  }
}

/** As fromCache, but nothing is removed: what was changed is thrown as the rejection that it is. */
export async function verifyCached(
  build: Build,
  request: ToolRequest,
  services: ToolServices,
): Promise<InstalledTool | undefined> {
  const folder = cacheFolder(services.toolCacheDir, build);
  const record = await readRecord(folder);
  if (record === undefined || !isOf(record, build)) return undefined;
  const { verifiedBy, sha256 } = await verifyFolder(folder, build, record, request, services);
  const { definition, version, program } = build;
  return {
    name: definition.name,
    version,
    path: join(folder, program),
    sha256,
    source: 'tool-cache',
    verifiedBy,
  };
}

/** Whether the cache says that it has the build; nothing is verified. */
export async function isCached(build: Build, toolCacheDir: string): Promise<boolean> {
  const record = await readRecord(cacheFolder(toolCacheDir, build));
  return record !== undefined && isOf(record, build);
}

async function verifyFolder(
  folder: string,
  build: Build,
  record: CacheRecord,
  request: ToolRequest,
  services: ToolServices,
): Promise<{ verifiedBy: VerifiedBy; sha256: string }> {
  await checkContents(folder, build.program);
  const program = join(folder, build.program);
  const asset = join(folder, EVIDENCE, 'asset');
  const sha256 = await sha256File(program).catch(changed);
  const archived = isArchive(record.file);
  const assetSha256 = archived ? await sha256File(asset).catch(changed) : sha256;
  const verifiedBy = await judge(build, assetSha256, await readEvidence(folder, record), request, services);
  if (archived) {
    const inside = await unpackProgram({ path: asset, name: record.file, program: build.program }, undefined);
    if (inside !== sha256)
      throw altered(`its program has the sha256 ${sha256}, and the archive's is ${inside}`);
  }
  await checkSaysVersion(build, program, verifiedBy, services);
  return { verifiedBy, sha256 };
}

/**
 * The folder goes to the front of PATH, so nothing else may be in it: another program there would be found before the
 * system's own. What is verified here must not lie elsewhere either, where it could be exchanged afterwards. Throws TOOL_REJECTED.
 */
async function checkContents(folder: string, program: string): Promise<void> {
  const { isLink, entries } = await lookInto(folder).catch(changed);
  if (isLink) throw altered('its folder is a link to another place');
  // What is missing there is missed below; a copy may have left an empty folder out.
  const evidence = await readdir(join(folder, EVIDENCE), { withFileTypes: true }).catch(() => []);
  const odd =
    entries.find((entry) =>
      entry.name === EVIDENCE
        ? !entry.isDirectory()
        : !entry.isFile() || (entry.name !== program && entry.name !== COMPLETE),
    ) ?? evidence.find((entry) => !entry.isFile());
  if (odd === undefined) return;
  throw altered(
    `its folder holds ${JSON.stringify(odd.name.slice(0, MAX_SHOWN_INPUT_CHARS))}, which was not put there so`,
  );
}

const lookInto = async (folder: string) => ({
  isLink: !(await lstat(folder)).isDirectory(),
  entries: await readdir(folder, { withFileTypes: true }),
});

/** A build that was verified in a staging folder. */
export interface Staged {
  /** Of the staging folder: on the same disk as the cache, removed by its owner. */
  readonly staging: string;
  readonly program: string;
  /** Undefined where the release's file is the program. */
  readonly asset: string | undefined;
  readonly sha256: string;
  readonly verifiedBy: VerifiedBy;
  readonly evidence: Evidence;
}

/**
 * Moves a verified build into its place in one step: nobody ever sees half of it. Where another process was first its build is
 * taken if it verifies, and replaced if not. Answers the path of the program.
 */
export async function place(
  build: Build,
  staged: Staged,
  request: ToolRequest,
  services: ToolServices,
): Promise<string> {
  const { evidence } = staged;
  const ready = join(staged.staging, 'ready');
  await mkdir(join(ready, EVIDENCE), { recursive: true });
  await rename(staged.program, join(ready, build.program));
  if (staged.asset !== undefined) await rename(staged.asset, join(ready, EVIDENCE, 'asset'));
  if (evidence.checksums !== undefined)
    await writeFile(join(ready, EVIDENCE, 'checksums'), evidence.checksums);
  if (evidence.bundle !== undefined) await writeFile(join(ready, EVIDENCE, 'bundle'), evidence.bundle);
  await writeFile(join(ready, COMPLETE), `${JSON.stringify(recordOf(build, staged), undefined, 2)}\n`);

  const folder = cacheFolder(services.toolCacheDir, build);
  await mkdir(join(folder, '..'), { recursive: true });
  for (let attempt = 1; attempt <= MAX_PLACINGS; attempt += 1) {
    try {
      await rename(ready, folder);
      return join(folder, build.program);
    } catch (error) {
      if (!isTaken(error)) throw error;
    }
    const there = await fromCache(build, request, services);
    if (there !== undefined) return there.path;
    await rename(folder, join(staged.staging, `old-${attempt}`)).catch(() => undefined);
  }
  throw new CountersignError('WRITE_CONTENDED', {
    what: `${build.label} could not be put into the tool cache: others keep putting it there`,
    remedy: 'Run the step again.',
  });
}

/**
 * Where no list that was verified has the file's name, the program is asked for its version: an older release may carry as
 * good a signature, and so does the build for another platform, which does not run here. It is the vendor's, and is run
 * later anyway. Throws TOOL_REJECTED.
 */
export async function checkSaysVersion(
  { definition, version, label }: Build,
  path: string,
  verifiedBy: VerifiedBy,
  services: ToolServices,
): Promise<void> {
  if (verifiedBy === 'table' || definition.versionBoundBy === 'file-name') return;
  if (definition.versionArgs === undefined) return;
  const said = await versionOf(path, definition.versionArgs, services);
  if (said === version) return;
  throw new CountersignError('TOOL_REJECTED', {
    what: `What was downloaded as ${label} says that it is ${said ?? 'of no version'}`,
    remedy:
      'Nothing was installed. An older release may have been put in its place: look at where it came from.',
  });
}

async function readEvidence(folder: string, { lastModified }: CacheRecord): Promise<Evidence> {
  const read = (name: string): Promise<Buffer | undefined> =>
    readBounded(join(folder, EVIDENCE, name), MAX_TOOL_EVIDENCE_BYTES).catch(() => undefined);
  return {
    checksums: await read('checksums'),
    bundle: await read('bundle'),
    lastModified: lastModified === undefined ? undefined : new Date(lastModified),
  };
}

const recordOf = ({ definition, version, platform, file }: Build, staged: Staged): CacheRecord => ({
  tool: definition.name,
  version,
  ...platform,
  file: file ?? '',
  sha256: staged.sha256,
  verifiedBy: staged.verifiedBy,
  lastModified: staged.evidence.lastModified?.toISOString(),
});

async function readRecord(folder: string): Promise<CacheRecord | undefined> {
  let json: unknown;
  try {
    const path = join(folder, COMPLETE);
    if (!(await lstat(path)).isFile()) return undefined; // a pipe would never end
    json = JSON.parse((await readBounded(path, MAX_TOOL_EVIDENCE_BYTES)).toString());
  } catch {
    return undefined; // never completed, or no record: as good as not there
  }
  return isObject(json) && TEXTS.every((name) => typeof json[name] === 'string')
    ? (json as unknown as CacheRecord)
    : undefined;
}

const TEXTS = ['tool', 'version', 'os', 'arch', 'file', 'sha256'] as const;

const isOf = (record: CacheRecord, { definition, version, platform, file }: Build): boolean =>
  record.tool === definition.name &&
  record.version === version &&
  record.os === platform.os &&
  record.arch === platform.arch &&
  record.file === file;

/** Verdicts about the files; a trust root that cannot be had, or an age, is none. */
const isOfTheFiles = (error: unknown): error is CountersignError =>
  error instanceof CountersignError &&
  (error.code === 'TOOL_UNVERIFIABLE' || (error.fault === 'rejection' && error.code !== 'TOOL_TOO_YOUNG'));

const isTaken = (error: unknown): boolean =>
  error instanceof Error &&
  'code' in error &&
  ['EEXIST', 'ENOTEMPTY', 'EPERM', 'EACCES', 'ENOTDIR'].includes(String(error.code));

const changed = (): never => {
  throw altered('a file of it is missing');
};

const altered = (why: string): CountersignError =>
  new CountersignError('TOOL_REJECTED', { what: why, remedy: 'It is removed.' });
