import { MAX_SHOWN_INPUT_CHARS, MAX_SHOWN_PATHS } from '../limits.js';
import { LOCK_COMMANDS } from './lock-commands.js';
import { OS_ECOSYSTEMS, osEcosystemOf } from './distributions.js';
import type { Evidence, Sbom } from './types.js';

/** One way in which a document does not hold what the image or folder does. */
export interface Incompleteness {
  readonly kind:
    | 'empty'
    | 'package-database'
    | 'distribution'
    | 'lock-file'
    | 'manifest'
    | 'binary'
    | 'unknown-version'
    | 'no-purl'
    | 'unknowns'
    | 'fewer-packages'
    | 'ecosystem-gone';
  /** A sentence; paths and names in it are text of others. */
  readonly text: string;
  /** The file that is the evidence, the first of several; undefined where there is none. */
  readonly path?: string;
  /** Packages are missing for certain; otherwise it tells how good the document is. */
  readonly fatal: boolean;
}

/** What a document is held against. */
export interface Wholeness {
  readonly sbom: Sbom;
  readonly evidence: readonly Evidence[];
  /** The document of an earlier release. */
  readonly baseline?: Sbom | undefined;
  /** A document without packages is right: a static binary on an empty base. A package database still needs its packages. */
  readonly allowEmpty: boolean;
  /** By how much less than the baseline's the number of packages may be, in percent of the baseline's. */
  readonly maxDropPercent: number;
}

/** Everything by which a document shows that it is empty or partial (sbom-and-scan.md, section 4); none where it is whole. */
export function checkWhole(about: Wholeness): readonly Incompleteness[] {
  const counts = countsOf(about.sbom);
  return [
    ...empty(about),
    ...databases(about, counts),
    ...distribution(about, counts),
    ...lockFiles(about, counts),
    ...manifests(about, counts),
    ...binaries(about, counts),
    ...vague(about.sbom),
    ...(about.baseline === undefined ? [] : collapsed(about, about.baseline, counts)),
  ];
}

type Counts = ReadonlyMap<string, number>;

/** Packages by ecosystem. */
export function countsOf({ packages }: Pick<Sbom, 'packages'>): Counts {
  const counts = new Map<string, number>();
  for (const { ecosystem } of packages) counts.set(ecosystem, (counts.get(ecosystem) ?? 0) + 1);
  return counts;
}

function empty({ sbom, evidence, allowEmpty }: Wholeness): Incompleteness[] {
  if (sbom.packages.length > 0) return [];
  const binary = evidence.find(({ kind }) => kind === 'binary');
  const about: Pick<Incompleteness, 'kind' | 'path'> =
    binary === undefined ? { kind: 'empty' } : { kind: 'empty', path: binary.path };
  if (!allowEmpty) return [{ ...about, text: 'the SBOM has no package', fatal: true }];
  return binary === undefined
    ? [
        {
          ...about,
          text: 'the SBOM has no package, and no program was found that could stand alone',
          fatal: false,
        },
      ]
    : [];
}

function databases({ evidence }: Wholeness, counts: Counts): Incompleteness[] {
  return missing(evidence, 'package-database', counts).map(({ paths, ecosystem }) => ({
    kind: 'package-database',
    text: `there is a package database of ${ecosystem} (${shown(paths)}), and no ${ecosystem} package in the SBOM`,
    path: paths[0] ?? '',
    fatal: true,
  }));
}

function distribution({ sbom, evidence, allowEmpty }: Wholeness, counts: Counts): Incompleteness[] {
  if (OS_ECOSYSTEMS.some((ecosystem) => counts.has(ecosystem))) return [];
  const file = evidence.find(({ kind }) => kind === 'distribution');
  if (file === undefined && sbom.distro === undefined) return [];
  const expected = OS_ECOSYSTEMS.find((each) => each === file?.ecosystem) ?? osEcosystemOf(sbom.distro);
  const name = sbom.distro === undefined ? '' : ` (${clipped(sbom.distro)})`;
  return [
    {
      kind: 'distribution',
      text:
        expected === undefined
          ? `the distribution is named${name}, and no package of a package manager is in the SBOM`
          : `the distribution is named${name}, and no ${expected} package is in the SBOM`,
      ...(file === undefined ? {} : { path: file.path }),
      fatal: expected !== undefined && !allowEmpty,
    },
  ];
}

function lockFiles({ evidence }: Wholeness, counts: Counts): Incompleteness[] {
  return missing(evidence, 'lock-file', counts).map(({ paths, ecosystem }) => ({
    kind: 'lock-file',
    text: `there is a lock file of ${ecosystem} (${shown(paths)}), and no ${ecosystem} package in the SBOM`,
    path: paths[0] ?? '',
    fatal: true,
  }));
}

/** A manifest by itself yields the project at most (anchore/syft#200): there must be more packages than manifests. */
function manifests({ evidence }: Wholeness, counts: Counts): Incompleteness[] {
  const locked = new Set(
    evidence.filter(({ kind }) => kind === 'lock-file').map(({ ecosystem }) => ecosystem),
  );
  return byEcosystem(evidence, 'manifest')
    .filter(({ ecosystem, paths }) => !locked.has(ecosystem) && (counts.get(ecosystem) ?? 0) <= paths.length)
    .map(({ paths, ecosystem }) => {
      const command = LOCK_COMMANDS.get(baseName(paths[0] ?? ''));
      return {
        kind: 'manifest',
        text: `${shown(paths)} names dependencies of ${ecosystem}, and none of them is in the SBOM${command === undefined ? '' : `: lock them (${command}) or install them before`}`,
        path: paths[0] ?? '',
        fatal: true,
      };
    });
}

/** A Go program without build information, a Rust program without an audit section: there is nothing to read in it. */
function binaries({ evidence, allowEmpty }: Wholeness, counts: Counts): Incompleteness[] {
  return missing(evidence, 'binary', counts)
    .filter(({ ecosystem }) => ecosystem === 'golang' || ecosystem === 'cargo')
    .map(({ paths, ecosystem }) => ({
      kind: 'binary',
      text:
        ecosystem === 'golang'
          ? `${shown(paths)} was built by Go, and no golang package is in the SBOM: build it with module support, and with no tool that takes out its build information`
          : `${shown(paths)} was built by Rust, and no cargo package is in the SBOM: build it with cargo auditable`,
      path: paths[0] ?? '',
      fatal: !allowEmpty,
    }));
}

function vague({ packages, unknowns }: Sbom): Incompleteness[] {
  const found: Incompleteness[] = [];
  const versionless = packages.filter(({ version }) => version === undefined).length;
  const purlless = packages.filter(({ purl }) => purl === undefined).length;
  const [first] = unknowns;
  if (versionless > 0) {
    found.push({
      kind: 'unknown-version',
      text: `${versionless} of ${packages.length} packages have no version`,
      fatal: false,
    });
  }
  if (purlless > 0) {
    found.push({
      kind: 'no-purl',
      text: `${purlless} of ${packages.length} packages have no package URL`,
      fatal: false,
    });
  }
  if (first !== undefined) {
    found.push({
      kind: 'unknowns',
      text: `the generator could not look into ${unknowns.length} files: ${shown(unknowns.map(({ path }) => path))} (${clipped(first.reason)})`,
      path: first.path,
      fatal: false,
    });
  }
  return found;
}

function collapsed({ sbom, maxDropPercent }: Wholeness, baseline: Sbom, counts: Counts): Incompleteness[] {
  const found: Incompleteness[] = [];
  const [before, now] = [baseline.packages.length, sbom.packages.length];
  if ((before - now) * 100 > maxDropPercent * before) {
    found.push({
      kind: 'fewer-packages',
      text: `the SBOM has ${now} packages, the baseline ${before}: more than ${maxDropPercent} % fewer`,
      fatal: true,
    });
  }
  for (const [ecosystem, count] of countsOf(baseline)) {
    if (counts.has(ecosystem) || ecosystem === 'unknown') continue;
    found.push({
      kind: 'ecosystem-gone',
      text: `the baseline has ${count} ${clipped(ecosystem)} packages, the SBOM none`,
      fatal: true,
    });
  }
  return found;
}

interface Group {
  readonly ecosystem: string;
  readonly paths: readonly string[];
}

const missing = (evidence: readonly Evidence[], kind: Evidence['kind'], counts: Counts): Group[] =>
  byEcosystem(evidence, kind).filter(({ ecosystem }) => !counts.has(ecosystem));

function byEcosystem(evidence: readonly Evidence[], kind: Evidence['kind']): Group[] {
  const groups = new Map<string, string[]>();
  for (const { ecosystem, path, kind: theirs } of evidence) {
    if (theirs !== kind) continue;
    const paths = groups.get(ecosystem);
    if (paths === undefined) groups.set(ecosystem, [path]);
    else paths.push(path);
  }
  return [...groups].map(([ecosystem, paths]) => ({ ecosystem, paths }));
}

const baseName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

function shown(paths: readonly string[]): string {
  const rest = paths.length - MAX_SHOWN_PATHS;
  const first = paths.slice(0, MAX_SHOWN_PATHS).map(clipped).join(', ');
  return rest > 0 ? `${first} and ${rest} more` : first;
}

const clipped = (text: string): string =>
  text.length <= MAX_SHOWN_INPUT_CHARS ? text : `${text.slice(0, MAX_SHOWN_INPUT_CHARS)}…`;
