import { CountersignError } from '../errors.js';
import { toolNamed, type ToolDefinition } from './catalogue.js';
import { executable, platformKey, thisPlatform, type Platform } from './platform.js';
import { checkNotRevoked } from './revoked.js';
import { CHECKSUMS, pinnedAsset } from './table.js';
import type { ToolName } from './names.js';
import type { PinnedAsset, ToolServices } from './types.js';
import { exactVersion } from './versions.js';

/** One version of a tool for one platform: what is looked for everywhere. */
export interface Build {
  readonly definition: ToolDefinition;
  readonly version: string;
  readonly platform: Platform;
  /** Undefined: the table does not hold it. */
  readonly pinned: PinnedAsset | undefined;
  /** The release's file; undefined: the vendor makes none for this platform. */
  readonly file: string | undefined;
  /** The program's file name here. */
  readonly program: string;
  /** `syft 1.51.0`, for people. */
  readonly label: string;
}

/** Throws INPUT_INVALID for what is no exact version, TOOL_REVOKED. */
export function buildOf(
  name: ToolName,
  version: string | undefined,
  services: Pick<ToolServices, 'platform' | 'table'>,
): Build {
  const definition = toolNamed(name);
  const exact = version === undefined ? definition.defaultVersion : exactVersion(name, version);
  checkNotRevoked(name, exact);
  const platform = services.platform ?? thisPlatform();
  const pinned = pinnedAsset(services.table ?? CHECKSUMS, name, exact, platform);
  const assets = definition.assets(exact);
  const key = platformKey(platform);
  return {
    definition,
    version: exact,
    platform,
    pinned,
    file: pinned?.asset ?? (Object.hasOwn(assets, key) ? assets[key] : undefined),
    program: executable(definition.program, platform),
    label: `${name} ${exact}`,
  };
}

/** Whether the release's file is an archive, and not the program itself. */
export const isArchive = (file: string): boolean => file.endsWith('.tar.gz') || file.endsWith('.zip');

/** The error of a platform that the vendor builds nothing for. */
export function noBuild({ label, platform, definition, version }: Build): CountersignError {
  const there = Object.keys(definition.assets(version)).join(', ');
  return new CountersignError('TOOL_NOT_FOUND', {
    what: `There is no build of ${label} for ${platformKey(platform)}`,
    remedy: `Its vendor makes builds for: ${there}. Run the job on one of these, or build the tool yourself and set allow-path.`,
  });
}
