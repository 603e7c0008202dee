import { CountersignError } from '../errors.js';
import type { ToolsAction, ToolsOptions } from '../flows/index.js';
import { MAX_MIN_AGE_DAYS } from '../limits.js';
import type { ReleaseHost } from '../tools/index.js';
import { openReader, parsed, readTrust, type Parsed } from './common.js';
import type { OptionEdge } from './edge.js';
import { invalidInput, type Reader } from './read.js';
import type { RawValues } from './setting.js';
import { checkDownloadUrl, readMirror } from './tool-mirror.js';

/**
 * The inputs of `tools`. Without a tool there is nothing to install; list and verify then mean all that there are.
 * Throws errors of fault user that name the input, and TOOL_REVOKED.
 */
export async function parseTools(
  raw: RawValues,
  edge: OptionEdge,
  action: ToolsAction = 'install',
): Promise<Parsed<ToolsOptions>> {
  // Loaded here: the other actions know nothing of tools, and start without them.
  const { GITHUB_RELEASES, parseTools: readTools } = await import('../tools/index.js');
  const reader = openReader('tools', raw, edge);
  const tools = readTools(reader.lines('tools'));
  if (tools.length === 0 && action === 'install') {
    throw new CountersignError('INPUT_MISSING', {
      what: 'No tool is named',
      remedy: 'Name at least one tool, as name or name@version, such as cosign or syft@1.51.0.',
    });
  }
  const options: ToolsOptions = {
    images: [],
    action,
    tools,
    verify: reader.choice('verify', ['strict', 'checksum']),
    mirror: readMirror(reader, 'mirror'),
    allowPath: reader.boolean('allow-path'),
    minAgeMs: readAge(reader),
    releases: readReleases(reader, GITHUB_RELEASES),
    trust: readTrust(reader, edge),
    dryRun: reader.boolean('dry-run'),
  };
  return parsed(options, reader);
}

function readReleases(reader: Reader, vendor: ReleaseHost): ReleaseHost {
  const baseUrl = reader.text('release-url') ?? vendor.baseUrl;
  if (baseUrl.replace(/\/+$/, '') === vendor.baseUrl) return vendor;
  checkDownloadUrl('release-url', baseUrl);
  return { baseUrl, redirectHosts: [] };
}

const UNIT_MS: Readonly<Record<string, number>> = { h: 3_600_000, d: 86_400_000 };

function readAge(reader: Reader): number {
  const text = reader.text('min-age') ?? '';
  const [, amount, unit] = /^(\d{1,5})(h|d)$/.exec(text) ?? [];
  const ms = Number(amount) * (UNIT_MS[unit ?? ''] ?? Number.NaN);
  if (ms <= MAX_MIN_AGE_DAYS * 86_400_000) return ms;
  throw invalidInput('min-age', text, `Write a number and h or d, such as 3d; at most ${MAX_MIN_AGE_DAYS}d.`);
}
