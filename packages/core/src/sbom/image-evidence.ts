import { MAX_OS_RELEASE_BYTES } from '../limits.js';
import { osEcosystemOf } from './distributions.js';
import type { LayerListing, ListedFile, ListingWishes } from './image-listing.js';
import { Whiteouts } from './image-whiteouts.js';
import type { Evidence } from './types.js';

/** The files of a layer that are evidence of packages, whatever layer lies above it. */
export const EVIDENCE_WISHES: ListingWishes = {
  bytesWanted: (path, { kind, size, mode }) => {
    if (isOsRelease(path)) return MAX_OS_RELEASE_BYTES;
    if (byPath(path) !== undefined) return 0;
    return kind === 'file' && size >= MIN_PROGRAM_BYTES && (mode & 0o111) !== 0
      ? PROGRAM_HEAD_BYTES
      : undefined;
  },
  note: (path, head) => {
    if (isOsRelease(path)) return /^ID=["']?([a-z0-9._-]+)["']?\s*$/m.exec(head.toString('utf8'))?.[1];
    if (head.readUInt32BE(0) !== ELF) return undefined;
    return head.includes(GO_BUILD_ID) ? 'golang' : 'program';
  },
};

/**
 * What the layers of an image show together, the lowest first: a file that a higher layer takes away is no evidence, nor is
 * an empty one. A program is evidence where
 * no package database can list it. Sorted by path.
 */
export function imageEvidence(layers: readonly LayerListing[]): readonly Evidence[] {
  const files = new Map<string, ListedFile>();
  for (const layer of layers) {
    const whiteouts = new Whiteouts(layer);
    for (const path of files.keys()) if (whiteouts.takeAway(path)) files.delete(path);
    for (const [path, file] of layer.files) files.set(path, file);
  }
  const found = [...files]
    .filter(([, { size }]) => size > 0)
    .map(([path, file]) => byPath(path) ?? byNote(path, file))
    .filter((evidence) => evidence !== undefined)
    .sort((one, other) => (one.path < other.path ? -1 : 1));
  const installed = found.some(({ kind }) => kind === 'package-database');
  const programs = found.filter(
    ({ kind, ecosystem, path }) =>
      kind === 'binary' && (!installed || (ecosystem === 'golang' && !OF_DISTRIBUTION.test(path))),
  );
  return [...found.filter(({ kind }) => kind !== 'binary'), ...programs.slice(0, MAX_SHOWN_PROGRAMS)];
}

/** Where a distribution's packages put their programs, which its database lists. */
const OF_DISTRIBUTION = /^\/(?:usr\/)?(?:s?bin|lib\w*)\//;
/** Smaller files that may be run are scripts and stubs. */
const MIN_PROGRAM_BYTES = 16 * 1024;
/** Go's linker puts the note with its build id before everything else. */
const PROGRAM_HEAD_BYTES = 8 * 1024;
const GO_BUILD_ID = Buffer.from('Go\0\0');
const ELF = 0x7f454c46;
const MAX_SHOWN_PROGRAMS = 20;

/** The package databases of distributions, where their own tools look for them. */
const DATABASES: readonly (readonly [path: RegExp, ecosystem: string])[] = [
  [/^(?:usr\/)?lib\/apk\/db\/installed$/, 'apk'],
  [/^var\/lib\/dpkg\/status$/, 'deb'],
  [/^(?:var\/lib|usr\/lib)\/dpkg\/status\.d\/[^/]+(?<!\.md5sums)$/, 'deb'],
  [/^(?:var\/lib|usr\/share|usr\/lib\/sysimage)\/rpm\/(?:Packages|Packages\.db|rpmdb\.sqlite)$/, 'rpm'],
  [/^var\/lib\/rpmmanifest\/container-manifest-2$/, 'rpm'],
  [/^var\/lib\/pacman\/local\/[^/]+\/desc$/, 'alpm'],
];

/** What package managers of languages leave beside an application: by it the packages are told exactly. */
const LOCK_FILES: ReadonlyMap<string, string> = new Map([
  ['package-lock.json', 'npm'],
  ['npm-shrinkwrap.json', 'npm'],
  ['yarn.lock', 'npm'],
  ['pnpm-lock.yaml', 'npm'],
  ['bun.lock', 'npm'],
  ['poetry.lock', 'pypi'],
  ['uv.lock', 'pypi'],
  ['pdm.lock', 'pypi'],
  ['Pipfile.lock', 'pypi'],
  ['Gemfile.lock', 'gem'],
  ['Cargo.lock', 'cargo'],
  ['composer.lock', 'composer'],
  ['gradle.lockfile', 'maven'],
  ['packages.lock.json', 'nuget'],
  ['go.sum', 'golang'],
]);

/** The ecosystem that a lock file of this name is of. */
export const lockFileEcosystem = (name: string): string | undefined => LOCK_FILES.get(name);

/** Where packages come with lock files of their own: those say what their authors worked with. */
const OF_PACKAGES =
  /(?:^|\/)(?:node_modules|site-packages|dist-packages|vendor|gems|registry\/src|pkg\/mod|test|tests|testdata|examples?|share\/doc)\//;

/** What the name of a file tells. */
function byPath(path: string): Evidence | undefined {
  const database = DATABASES.find(([pattern]) => pattern.test(path));
  if (database !== undefined) return { path: `/${path}`, ecosystem: database[1], kind: 'package-database' };
  const ecosystem = LOCK_FILES.get(path.slice(path.lastIndexOf('/') + 1));
  if (ecosystem === undefined || OF_PACKAGES.test(path)) return undefined;
  return { path: `/${path}`, ecosystem, kind: 'lock-file' };
}

const isOsRelease = (path: string): boolean => path === 'etc/os-release' || path === 'usr/lib/os-release';

/** What the content of a file told when its layer was listed. */
function byNote(path: string, { note }: ListedFile): Evidence | undefined {
  if (note === undefined) return undefined;
  if (!isOsRelease(path)) return { path: `/${path}`, ecosystem: note, kind: 'binary' };
  const ecosystem = osEcosystemOf(note);
  return ecosystem === undefined ? undefined : { path: `/${path}`, ecosystem, kind: 'distribution' };
}
