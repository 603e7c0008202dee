import { counted } from '../counted.js';
import { checkEvidence } from './check-evidence.js';
import { clipped, countsOf, shown, type Counts } from './evidence-groups.js';
import type { Sbom } from './types.js';
import type { Incompleteness, Wholeness } from './wholeness.js';

/** Everything by which a document shows that it is empty or partial (sbom-and-scan.md, section 4); none where it is whole. */
export function checkWhole(about: Wholeness): readonly Incompleteness[] {
  const counts = countsOf(about.sbom);
  return [
    ...empty(about),
    ...checkEvidence(about, counts),
    ...vague(about.sbom),
    ...(about.baseline === undefined ? [] : collapsed(about, about.baseline, counts)),
  ];
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
      text: `the generator could not look into ${counted(unknowns.length, 'file')}: ${shown(unknowns.map(({ path }) => path))} (${clipped(first.reason)})`,
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
