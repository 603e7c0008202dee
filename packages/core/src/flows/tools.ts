import { readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createGate } from '../concurrency.js';
import { asCountersignError, CountersignError } from '../errors.js';
import { FLOW_CONCURRENCY } from '../limits.js';
import type { ToolReport, ToolsReport } from '../report/index.js';
import {
  buildOf,
  CHECKSUMS,
  ensureTool,
  isCached,
  isConfirmed,
  noBuild,
  pinnedVersions,
  platformKey,
  provable,
  thisPlatform,
  TOOL_NAMES,
  verifyCached,
  type Build,
  type InstalledTool,
  type ReleaseHost,
  type ToolRequest,
  type ToolServices,
  type VerifyMode,
  type WantedTool,
} from '../tools/index.js';
import type { TrustSource } from '../trust/index.js';
import { sayingHowToDoWithout, toolServices } from './program-path.js';
import { reported, statusOf } from './report.js';
import type { FlowReport, Services } from './types.js';

export type ToolsAction = ToolsReport['action'];

export interface ToolsOptions {
  readonly images: readonly never[];
  readonly action: ToolsAction;
  /** Empty: all, for list and verify. */
  readonly tools: readonly WantedTool[];
  readonly verify: VerifyMode;
  readonly mirror: string | undefined;
  readonly allowPath: boolean;
  readonly minAgeMs: number;
  readonly releases: ReleaseHost;
  readonly trust: TrustSource;
  readonly dryRun: boolean;
}

/**
 * Installs, lists or verifies tools. Each is tried though another failed; where one did, the run fails and no folder is
 * added to PATH.
 */
export async function setUpTools(options: ToolsOptions, services: Services): Promise<FlowReport> {
  let tools: readonly ToolReport[] = [];
  const { action } = options;
  const report = await reported('tools', services, async (progress) => {
    const forTools = toolServices(options, services);
    const gate = createGate(FLOW_CONCURRENCY);
    const wanted = await wantedTools(options, forTools);
    const verifying = options.tools.length === 0 ? verify : verifyNamed;
    const work = { install: options.dryRun ? plan : install, list, verify: verifying }[action];
    tools = await Promise.all(wanted.map((tool) => gate(() => attempt(tool, options, forTools, work))));
    const failed = tools.filter(({ error }) => error !== undefined);
    const error = gravest(
      failed.flatMap((each) => each.error ?? []),
      tools.length,
    );
    if (error === undefined) return;
    progress.error = error;
    progress.status = statusOf(error);
  });
  const there = report.status === 'ok' && action === 'install' && !options.dryRun;
  // What was found on PATH stays where it is: its folder in front would put all else that is there before the system's own.
  const placed = there ? tools.filter(({ source }) => source !== 'path') : [];
  const folders = placed.flatMap(({ path }) => (path === undefined ? [] : [dirname(path)]));
  const platform = platformKey(thisPlatform());
  return { ...report, tools: { action, platform, tools, pathFolders: [...new Set(folders)] } };
}

type Work = (build: Build, request: ToolRequest, services: ToolServices) => Promise<Partial<ToolReport>>;

async function attempt(
  { name, version }: WantedTool,
  { allowPath, verify: mode, mirror, minAgeMs }: ToolsOptions,
  services: ToolServices,
  work: Work,
): Promise<ToolReport> {
  const nothing = { path: undefined, sha256: undefined, source: undefined, verifiedBy: undefined };
  const known = { name, version: version ?? '', confirmedBy: 0, confirmed: false };
  try {
    const build = buildOf(name, version, services);
    const { pinned } = build;
    const about = {
      name,
      version: build.version,
      confirmedBy: pinned?.sources.length ?? 0,
      confirmed: pinned !== undefined && isConfirmed(pinned),
    };
    Object.assign(known, about);
    const request = { name, version: build.version, allowPath, verify: mode, minAgeMs };
    const done = await work(build, mirror === undefined ? request : { ...request, mirror }, services);
    return { ...about, ...nothing, state: 'available', error: undefined, ...done };
  } catch (thrown) {
    const error = asCountersignError(sayingHowToDoWithout(thrown, WITHOUT_THE_HOST));
    return { ...known, ...nothing, state: 'failed', error };
  }
}

const WITHOUT_THE_HOST =
  'Without that host: download from elsewhere (mirror), or use what is on PATH (allow-path).';

const install: Work = async (_build, request, services) => {
  const tool = await ensureTool(request, services);
  services.context.log.info(`${tool.name} ${tool.version} is at ${tool.path}`);
  return {
    ...found(tool),
    state: tool.source === 'mirror' || tool.source === 'release' ? 'installed' : 'present',
  };
};

/** What an installation would rest on; nothing is downloaded. */
const plan: Work = async (build, request, services) => {
  const cached = await verifyCached(build, request, services);
  if (cached !== undefined) return { ...found(cached), state: 'present' };
  if (build.file === undefined && !request.allowPath) throw noBuild(build);
  const verifiedBy = build.pinned !== undefined ? 'table' : provable(build, request.verify).kind;
  return {
    state: 'planned',
    source: request.mirror === undefined ? 'release' : 'mirror',
    verifiedBy: verifiedBy === 'table' || verifiedBy === 'checksum' ? verifiedBy : 'signature',
  };
};

const list: Work = async (build, _request, services) => ({
  state: (await isCached(build, services.toolCacheDir)) ? 'cached' : 'available',
});

const verify: Work = async (build, request, services) => {
  const cached = await verifyCached(build, request, services);
  return cached === undefined ? { state: 'missing' } : { ...found(cached), state: 'present' };
};

/** What was named and is not there was not verified: that is no success. */
const verifyNamed: Work = async (build, request, services) => {
  const { name, version } = request;
  const done = await verify(build, request, services);
  if (done.state !== 'missing') return done;
  const error = new CountersignError('TOOL_NOT_FOUND', {
    what: `${build.label} is not installed, so there is nothing to verify`,
    remedy: `Install it first: countersign tools install ${name}@${version ?? build.version}`,
  });
  return { ...done, error };
};

const found = ({ path, sha256, source, verifiedBy }: InstalledTool): Partial<ToolReport> => ({
  path,
  sha256,
  source,
  verifiedBy,
});

/** Without a name: every version that the table or the cache has; to verify, those of the cache. */
async function wantedTools(
  { tools, action }: ToolsOptions,
  services: ToolServices,
): Promise<readonly WantedTool[]> {
  if (tools.length > 0) return tools;
  const perTool = await Promise.all(
    TOOL_NAMES.map(async (name) => {
      const cached = await readdir(join(services.toolCacheDir, name)).catch(() => []);
      const known =
        action === 'list'
          ? [buildOf(name, undefined, services).version, ...pinnedVersions(CHECKSUMS, name)]
          : [];
      return [...new Set([...known, ...cached])].map((version) => ({ name, version }));
    }),
  );
  return perTool.flat();
}

/** Of several failures the one that decides the status, as for images. */
function gravest(errors: readonly CountersignError[], of: number): CountersignError | undefined {
  const order = ['defect', 'rejection', 'user', 'infrastructure'];
  const [first] = [...errors].sort((one, other) => order.indexOf(one.fault) - order.indexOf(other.fault));
  if (first === undefined || of === 1) return first;
  return new CountersignError(first.code, {
    what: `${errors.length} of ${of} tools failed: ${first.message}`,
    remedy: first.remedy,
    cause: first,
  });
}
