import type { Incompleteness, Wholeness } from './wholeness.js';
import { OS_ECOSYSTEMS, osEcosystemOf } from './distributions.js';
import { byEcosystem, clipped, missing, shown, type Counts } from './evidence-groups.js';
import { LOCK_COMMANDS } from './lock-commands.js';

/** What the files of the image or folder show and the document does not have. */
export const checkEvidence = (about: Wholeness, counts: Counts): Incompleteness[] => [
  ...databases(about, counts),
  ...distribution(about, counts),
  ...lockFiles(about, counts),
  ...manifests(about, counts),
  ...binaries(about, counts),
];

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

/**
 * A manifest by itself yields the project at most (anchore/syft#200): there must be more packages than manifests. A go.mod
 * yields what it requires and never the project.
 */
function manifests({ evidence }: Wholeness, counts: Counts): Incompleteness[] {
  const locked = new Set(
    evidence.filter(({ kind }) => kind === 'lock-file').map(({ ecosystem }) => ecosystem),
  );
  return byEcosystem(evidence, 'manifest')
    .filter(
      ({ ecosystem, paths }) =>
        !locked.has(ecosystem) && (counts.get(ecosystem) ?? 0) <= (ecosystem === 'golang' ? 0 : paths.length),
    )
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

const baseName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
