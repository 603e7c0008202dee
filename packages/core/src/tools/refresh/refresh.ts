import { createGate } from '../../concurrency.js';
import { asCountersignError, type CountersignError } from '../../errors.js';
import { FLOW_CONCURRENCY } from '../../limits.js';
import { buildOf, type Build } from '../build.js';
import { toolNamed } from '../catalogue.js';
import { TOOL_NAMES, type ToolName } from '../names.js';
import type { Platform } from '../platform.js';
import { pinnedAsset, pinnedVersions } from '../table.js';
import type { ChecksumTable, ToolServices } from '../types.js';
import { withVendorFiles, type TableChange } from './merge.js';
import { fetchVendorFile, type VendorFile } from './vendor-file.js';

/** What a run found out. */
export interface Refreshed {
  /** To be written; undefined where anything failed: a table is made whole or not at all. */
  readonly table: ChecksumTable | undefined;
  readonly changes: readonly TableChange[];
  /** Rejections, and what could not be decided. */
  readonly failures: readonly CountersignError[];
  /** What stays as it is, and why, such as `oras 1.2.3 for linux-riscv64: …`. */
  readonly leftOut: readonly string[];
  /** How many files were downloaded and verified. */
  readonly verified: number;
}

export interface WantedVersion {
  readonly name: ToolName;
  readonly version: string;
}

/** The default version of every tool, and the versions that the table holds. */
export const wantedVersions = (table: ChecksumTable): readonly WantedVersion[] =>
  TOOL_NAMES.flatMap((name) =>
    [...new Set([toolNamed(name).defaultVersion, ...pinnedVersions(table, name)])].map((version) => ({
      name,
      version,
    })),
  );

/**
 * Compares the table with the vendors' releases, for every platform that each vendor builds for. Every file is tried, so that one run
 * names all that is wrong. A file that is not there leaves its entry as it is, and one that is too young is not added.
 */
export async function refreshTable(
  table: ChecksumTable,
  wanted: readonly WantedVersion[],
  services: ToolServices,
  minAgeMs?: number,
): Promise<Refreshed> {
  const gate = createGate(FLOW_CONCURRENCY);
  const files: VendorFile[] = [];
  const failures: CountersignError[] = [];
  const leftOut: string[] = [];
  const attempt = async (build: Build): Promise<VendorFile | undefined> => {
    const { definition, version, label, platform, file } = build;
    const what = `${label} for ${platform.os}-${platform.arch}`;
    try {
      // What the table has is compared whatever its age: a file that was replaced today is what this looks for.
      const known = pinnedAsset(table, definition.name, version, platform) !== undefined;
      const found = await fetchVendorFile(build, services, known ? 0 : minAgeMs);
      services.context.log.info(`${what}: ${found === undefined ? 'not there' : found.sha256}`);
      if (found !== undefined) return found;
      leftOut.push(`${what}: the release lacks ${file ?? 'the file'}, or what proves it`);
    } catch (thrown) {
      const error = asCountersignError(thrown);
      if (error.code === 'TOOL_TOO_YOUNG') leftOut.push(`${what}: it is younger than the minimum age`);
      else failures.push(error);
    }
    return undefined;
  };
  const builds = wanted.flatMap((each) => buildsOf(each, services));
  // In the order of the catalogue, whoever is first: the same releases make the same table.
  for (const file of await Promise.all(builds.map((build) => gate(() => attempt(build)))))
    if (file !== undefined) files.push(file);

  const day = services.context.clock.now().toISOString().slice(0, 10);
  const merged = withVendorFiles(table, files, day);
  failures.push(...merged.conflicts);
  return {
    table: failures.length === 0 ? merged.table : undefined,
    changes: failures.length === 0 ? merged.changes : [],
    failures,
    leftOut: leftOut.sort(),
    verified: files.length,
  };
}

/** Every platform, and nothing pinned: the release is judged by its vendor alone, and only then compared with the table. */
function buildsOf({ name, version }: WantedVersion, services: ToolServices): readonly Build[] {
  const nothing: ChecksumTable = { sources: {}, tools: {} };
  return Object.keys(toolNamed(name).assets(version)).map((key) =>
    buildOf(name, version, { ...services, platform: platformOf(key), table: nothing }),
  );
}

function platformOf(key: string): Platform {
  const [os = '', arch = ''] = key.split('-');
  return { os, arch };
}
