import { compareText } from './order.js';
import { readPackageUrl } from './package-url.js';
import type { Sbom, SbomPackage } from './types.js';

/** One package by what stays the same from release to release. Texts of others. */
export interface DiffPackage {
  readonly name: string;
  readonly ecosystem: string;
  /** Without version and qualifiers; undefined where the documents give none. */
  readonly purl: string | undefined;
}

/** What changed from one document to a later one. Lists are sorted by ecosystem and name; it is JSON as it stands. */
export interface SbomDiff {
  readonly added: readonly (DiffPackage & { readonly versions: readonly string[] })[];
  readonly removed: readonly (DiffPackage & { readonly versions: readonly string[] })[];
  /** Other versions; an image may hold several of one package. A version that is not known is the empty text. */
  readonly changed: readonly (DiffPackage & {
    readonly from: readonly string[];
    readonly to: readonly string[];
  })[];
  /** Packages in both, with other licences; their versions may have changed as well. */
  readonly licenses: readonly (DiffPackage & {
    readonly from: readonly string[];
    readonly to: readonly string[];
  })[];
  /** Packages in both, of the same versions and licences. */
  readonly unchanged: number;
  /** Different packages in each document: a package in several versions or places counts once. */
  readonly before: number;
  readonly after: number;
}

/** Compares packages by package URL without version, else by ecosystem and name. */
export function diffSboms(before: Sbom, after: Sbom): SbomDiff {
  const [old, now] = [entriesOf(before), entriesOf(after)];
  const changed: SbomDiff['changed'][number][] = [];
  const licenses: SbomDiff['licenses'][number][] = [];
  let unchanged = 0;
  const added: SbomDiff['added'][number][] = [];
  for (const [key, entry] of now) {
    const earlier = old.get(key);
    if (earlier === undefined) {
      added.push({ ...entry.about, versions: sorted(entry.versions) });
      continue;
    }
    const sameVersions = equal(earlier.versions, entry.versions);
    const sameLicenses = equal(earlier.licenses, entry.licenses);
    if (!sameVersions) {
      changed.push({ ...entry.about, from: sorted(earlier.versions), to: sorted(entry.versions) });
    }
    if (!sameLicenses) {
      licenses.push({ ...entry.about, from: sorted(earlier.licenses), to: sorted(entry.licenses) });
    }
    if (sameVersions && sameLicenses) unchanged += 1;
  }
  const removed = [...old]
    .filter(([key]) => !now.has(key))
    .map(([, { about, versions }]) => ({ ...about, versions: sorted(versions) }));
  return {
    added: inOrder(added),
    removed: inOrder(removed),
    changed: inOrder(changed),
    licenses: inOrder(licenses),
    unchanged,
    before: old.size,
    after: now.size,
  };
}

interface Entry {
  readonly about: DiffPackage;
  readonly versions: Set<string>;
  readonly licenses: Set<string>;
}

function entriesOf({ packages }: Sbom): ReadonlyMap<string, Entry> {
  const entries = new Map<string, Entry>();
  for (const part of packages) {
    const purl = readPackageUrl(part.purl)?.withoutVersion;
    const key = purl ?? keyWithout(part);
    let entry = entries.get(key);
    if (entry === undefined) {
      const about = { name: part.name, ecosystem: part.ecosystem, purl };
      entry = { about, versions: new Set(), licenses: new Set() };
      entries.set(key, entry);
    }
    entry.versions.add(part.version ?? '');
    for (const license of part.licenses) entry.licenses.add(license);
  }
  return entries;
}

/** Written as JSON, so that no name can be built that equals another key. */
const keyWithout = ({ ecosystem, name }: SbomPackage): string => JSON.stringify([ecosystem, name]);

const equal = (left: ReadonlySet<string>, right: ReadonlySet<string>): boolean =>
  left.size === right.size && left.values().every((each) => right.has(each));

const sorted = (texts: ReadonlySet<string>): string[] => [...texts].sort();

const inOrder = <T extends DiffPackage>(entries: readonly T[]): readonly T[] =>
  entries.toSorted(
    (left, right) =>
      compareText(left.ecosystem, right.ecosystem) ||
      compareText(left.name, right.name) ||
      compareText(left.purl ?? '', right.purl ?? ''),
  );
