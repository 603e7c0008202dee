import type { FlowReport } from '../flows/index.js';
import { TOOL_NAMES } from '../tools/names.js';

/** The outputs of setup-tools, by name; of a tool that failed, or was not asked for, they are empty. */
export function toolValues(report: FlowReport['tools']): Readonly<Record<string, string>> {
  const there = (report?.tools ?? []).filter(({ path }) => path !== undefined);
  const byName = there.map(({ name, version, path, sha256, source, verifiedBy }) => [
    name,
    { version, path, sha256, source, verifiedBy },
  ]);
  return {
    tools: report === undefined ? '' : JSON.stringify(Object.fromEntries(byName)),
    ...Object.fromEntries(TOOL_NAMES.flatMap((name) => OF_EACH.map((what) => [`${name}-${what}`, '']))),
    ...Object.fromEntries(
      there.flatMap(({ name, version, path, sha256, verifiedBy }) => [
        [`${name}-path`, path ?? ''],
        [`${name}-version`, version],
        [`${name}-sha256`, sha256 ?? ''],
        [`${name}-verified-by`, verifiedBy ?? ''],
      ]),
    ),
  };
}

const OF_EACH = ['path', 'version', 'sha256', 'verified-by'] as const;
