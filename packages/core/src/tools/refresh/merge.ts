import { rcompare } from 'semver';
import { CountersignError } from '../../errors.js';
import { pinnedAsset } from '../table.js';
import type { ChecksumTable, PinnedAsset } from '../types.js';
import type { VendorFile, VendorProof } from './vendor-file.js';

/** One entry that a run adds, or that its vendor's release now confirms or proves better. */
export interface TableChange {
  readonly kind: 'added' | 'confirmed';
  readonly file: VendorFile;
  readonly sources: readonly string[];
}

export interface Merged {
  readonly table: ChecksumTable;
  readonly changes: readonly TableChange[];
  /** Where the release and the table differ: a rejection each. The table is then not to be written. */
  readonly conflicts: readonly CountersignError[];
}

/**
 * The table with what vendors' releases say on this day. Entries are added and gain a source; none is ever replaced or
 * removed, and one that is known to the day it was verified stays as it is.
 */
export function withVendorFiles(table: ChecksumTable, files: readonly VendorFile[], day: string): Merged {
  const sources = { ...table.sources };
  const tools: Record<string, Record<string, Record<string, PinnedAsset>>> = structuredClone(table.tools);
  const changes: TableChange[] = [];
  const conflicts: CountersignError[] = [];
  const owners = ownersOf(table);
  for (const file of files) {
    const { name, version, platform, key, asset, sha256 } = file;
    const before = pinnedAsset(table, name, version, platform);
    const owner = owners.get(sha256);
    if (before !== undefined && (before.sha256 !== sha256 || before.asset !== asset)) {
      conflicts.push(differs(file, before));
    } else if (owner !== undefined && owner !== ownerOf(name, version, asset)) {
      conflicts.push(twice(file, owner));
    } else {
      owners.set(sha256, ownerOf(name, version, asset));
      const after = entryWith(before, file, day);
      if (after === before) continue;
      sources[SOURCES[file.proof].name] = SOURCES[file.proof].text;
      ((tools[name] ??= {})[version] ??= {})[key] = after;
      changes.push({ kind: before === undefined ? 'added' : 'confirmed', file, sources: after.sources });
    }
  }
  const ordered = Object.fromEntries(Object.entries(tools).map(([name, of]) => [name, newestFirst(of)]));
  return { table: { sources: used(sources, ordered), tools: ordered }, changes, conflicts };
}

/** What each proof is called in the table; the strongest first. */
const SOURCES: Readonly<Record<VendorProof, { readonly name: string; readonly text: string }>> = {
  signature: {
    name: 'vendor-signature',
    text: "the vendor's release, downloaded and its Sigstore signature verified with the vendor's identity on the day that the entry names",
  },
  checksums: {
    name: 'vendor-checksums',
    text: "the vendor's release, downloaded and compared with the unsigned checksum file beside it on the day that the entry names",
  },
  release: {
    name: 'vendor-release',
    text: "the vendor's release, downloaded on the day that the entry names; its vendor publishes neither signature nor checksum file",
  },
};

const STRENGTH = Object.values(SOURCES).map(({ name }) => name);

/** The same object where nothing new is known: a weaker proof adds nothing, a stronger one takes the place of a weaker. */
function entryWith(before: PinnedAsset | undefined, file: VendorFile, day: string): PinnedAsset {
  const { name } = SOURCES[file.proof];
  const known = before?.sources.find((source) => STRENGTH.includes(source));
  if (before !== undefined && known !== undefined && STRENGTH.indexOf(known) <= STRENGTH.indexOf(name))
    return before;
  const others = (before?.sources ?? []).filter((source) => !STRENGTH.includes(source));
  return { asset: file.asset, sha256: file.sha256, sources: [...others, name], releaseVerified: day };
}

const ownerOf = (name: string, version: string, asset: string): string => `${name} ${version} ${asset}`;

/** The file that each sha256 belongs to. */
const ownersOf = ({ tools }: ChecksumTable): Map<string, string> =>
  new Map(
    Object.entries(tools).flatMap(([name, versions]) =>
      Object.entries(versions).flatMap(([version, platforms]) =>
        Object.values(platforms).map(({ asset, sha256 }) => [sha256, ownerOf(name, version, asset)] as const),
      ),
    ),
  );

const newestFirst = <T>(versions: Readonly<Record<string, T>>): Record<string, T> =>
  Object.fromEntries(Object.entries(versions).sort(([one], [other]) => rcompare(one, other)));

/** A source that no entry names any more is left out. */
function used(
  sources: Readonly<Record<string, string>>,
  tools: ChecksumTable['tools'],
): Record<string, string> {
  const named = new Set(
    Object.values(tools)
      .flatMap((versions) => Object.values(versions))
      .flatMap((platforms) => Object.values(platforms))
      .flatMap((entry) => entry.sources),
  );
  return Object.fromEntries(Object.entries(sources).filter(([name]) => named.has(name)));
}

const differs = ({ name, version, key, asset, sha256 }: VendorFile, before: PinnedAsset): CountersignError =>
  new CountersignError('DIGEST_MISMATCH', {
    what:
      `${name} ${version} for ${key}: its vendor's release has ${asset} with the sha256 ${sha256}; ` +
      `the table has ${before.asset} with ${before.sha256} (${before.sources.join(', ')})`,
    remedy:
      'Find out which is wrong before anything else: the release may have been changed after it was made. Nothing was written.',
  });

const twice = ({ name, version, key, asset, sha256 }: VendorFile, owner: string): CountersignError =>
  new CountersignError('DIGEST_MISMATCH', {
    what: `${name} ${version} for ${key}: ${asset} of its vendor's release has the sha256 ${sha256}, which is that of ${owner}`,
    remedy: 'A file of another release stands in its place. Look at that release; nothing was written.',
  });
