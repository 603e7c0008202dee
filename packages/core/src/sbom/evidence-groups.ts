import { MAX_SHOWN_INPUT_CHARS, MAX_SHOWN_PATHS } from '../limits.js';
import type { Evidence, Sbom } from './types.js';

export type Counts = ReadonlyMap<string, number>;

/** Packages by ecosystem. */
export function countsOf({ packages }: Pick<Sbom, 'packages'>): Counts {
  const counts = new Map<string, number>();
  for (const { ecosystem } of packages) counts.set(ecosystem, (counts.get(ecosystem) ?? 0) + 1);
  return counts;
}

/** Files that show one ecosystem. */
export interface Group {
  readonly ecosystem: string;
  readonly paths: readonly string[];
}

/** The ecosystems that evidence of this kind shows and no package has. */
export const missing = (evidence: readonly Evidence[], kind: Evidence['kind'], counts: Counts): Group[] =>
  byEcosystem(evidence, kind).filter(({ ecosystem }) => !counts.has(ecosystem));

export function byEcosystem(evidence: readonly Evidence[], kind: Evidence['kind']): Group[] {
  const groups = new Map<string, string[]>();
  for (const { ecosystem, path, kind: theirs } of evidence) {
    if (theirs !== kind) continue;
    const paths = groups.get(ecosystem);
    if (paths === undefined) groups.set(ecosystem, [path]);
    else paths.push(path);
  }
  return [...groups].map(([ecosystem, paths]) => ({ ecosystem, paths }));
}

/** The first of several paths, each in part where it is long, and how many there are beside them. */
export function shown(paths: readonly string[]): string {
  const rest = paths.length - MAX_SHOWN_PATHS;
  const first = paths.slice(0, MAX_SHOWN_PATHS).map(clipped).join(', ');
  return rest > 0 ? `${first} and ${rest} more` : first;
}

export const clipped = (text: string): string =>
  text.length <= MAX_SHOWN_INPUT_CHARS ? text : `${text.slice(0, MAX_SHOWN_INPUT_CHARS)}…`;
