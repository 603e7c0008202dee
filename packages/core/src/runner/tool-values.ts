import type { FlowReport } from '../flows/index.js';

/** The outputs of setup-tools, by name; of a tool that failed they stay empty. */
export function toolValues(report: FlowReport['tools']): Readonly<Record<string, string>> {
  if (report === undefined) return {};
  const there = report.tools.filter(({ path }) => path !== undefined);
  const byName = there.map(({ name, version, path, sha256, source, verifiedBy }) => [
    name,
    { version, path, sha256, source, verifiedBy },
  ]);
  return {
    tools: JSON.stringify(Object.fromEntries(byName)),
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
