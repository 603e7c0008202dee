import checksums from './checksums.json' with { type: 'json' };
import type { ToolName } from './names.js';
import { platformKey, type Platform } from './platform.js';
import type { ChecksumTable, PinnedAsset } from './types.js';

/** The table that is part of this release; a workflow fills and confirms it by pull request. */
export const CHECKSUMS: ChecksumTable = checksums;

/** What the asset of this version and platform has to be; undefined: the table does not hold it. */
export function pinnedAsset(
  table: ChecksumTable,
  name: ToolName,
  version: string,
  platform: Platform,
): PinnedAsset | undefined {
  return own(own(own(table.tools, name), version), platformKey(platform));
}

/**
 * Whether two sources agree on an entry. What the vendor publishes in its release (file, checksum file, signature) is one source:
 * who can change one of them can mostly change the others.
 */
export const isConfirmed = ({ sources }: PinnedAsset): boolean => sources.length >= AGREEING_SOURCES;

const AGREEING_SOURCES = 2;

/** Versions of a tool that the table holds for some platform, as it lists them. */
export const pinnedVersions = (table: ChecksumTable, name: ToolName): readonly string[] =>
  Object.keys(own(table.tools, name) ?? {});

/** A member of the record itself: a version called "constructor" is none. */
const own = <T>(record: Readonly<Record<string, T>> | undefined, name: string): T | undefined =>
  record !== undefined && Object.hasOwn(record, name) ? record[name] : undefined;
