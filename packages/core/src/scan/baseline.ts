import type { Finding, ScanReport } from './types.js';

/**
 * Whether a finding is new: the baseline has no finding of the same vulnerability, by any of its ids, in a package of the
 * same name. The version does not matter: an update that keeps a vulnerability brings no new one.
 */
export function newnessOf(baseline: ScanReport): (finding: Finding) => boolean {
  const known = new Set<string>();
  for (const finding of baseline.findings) for (const key of keysOf(finding)) known.add(key);
  return (finding) => !keysOf(finding).some((key) => known.has(key));
}

const keysOf = ({ id, aliases, package: { name } }: Finding): readonly string[] =>
  [id, ...aliases].map((each) => `${each.toUpperCase()} ${name}`);
