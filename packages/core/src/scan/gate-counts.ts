import { SEVERITIES, type Counts, type Finding, type Severity } from './types.js';

/** How many of the findings have each severity; every severity is there, 0 where none has it. */
export function countBySeverity(findings: Iterable<Pick<Finding, 'severity'>>): Counts {
  const counts = Object.fromEntries(SEVERITIES.map((severity) => [severity, 0])) as Record<Severity, number>;
  for (const { severity } of findings) counts[severity] += 1;
  return counts;
}
