import type { LayerListing, ListedFile, ListingWishes } from './image-listing.js';
import type { Evidence } from './types.js';

/** The files of a layer that are evidence of packages, whatever layer lies above it. */
export const EVIDENCE_WISHES: ListingWishes = {
  isWanted: (path) => isOsRelease(path) || evidenceOf(path) !== undefined,
  isRead: (path) => isOsRelease(path),
};

/**
 * What the layers of an image show together, the lowest first: a file that a higher layer takes away is no evidence, nor is
 * an empty one. Sorted by path.
 */
export function imageEvidence(layers: readonly LayerListing[]): readonly Evidence[] {
  const files = new Map<string, ListedFile>();
  for (const layer of layers) {
    for (const path of files.keys()) if (isTakenAway(path, layer)) files.delete(path);
    for (const [path, file] of layer.files) files.set(path, file);
  }
  return [...files]
    .filter(([, { size }]) => size > 0)
    .map(([path, file]) => (isOsRelease(path) ? distributionOf(path, file) : evidenceOf(path)))
    .filter((evidence) => evidence !== undefined)
    .sort((one, other) => (one.path < other.path ? -1 : 1));
}

const isTakenAway = (path: string, { removed, emptied }: LayerListing): boolean =>
  removed.some((gone) => path === gone || path.startsWith(`${gone}/`)) ||
  emptied.some((folder) => folder === '' || path.startsWith(`${folder}/`));

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

function evidenceOf(path: string): Evidence | undefined {
  const database = DATABASES.find(([pattern]) => pattern.test(path));
  if (database !== undefined) return { path: `/${path}`, ecosystem: database[1], kind: 'package-database' };
  const ecosystem = LOCK_FILES.get(path.slice(path.lastIndexOf('/') + 1));
  if (ecosystem === undefined || OF_PACKAGES.test(path)) return undefined;
  return { path: `/${path}`, ecosystem, kind: 'lock-file' };
}

const isOsRelease = (path: string): boolean => path === 'etc/os-release' || path === 'usr/lib/os-release';

/** os-release(5): the distributions whose packages a database in the image has to list. */
const DISTRIBUTIONS: ReadonlyMap<string, string> = new Map([
  ...['debian', 'ubuntu', 'raspbian', 'kali', 'linuxmint'].map((id) => [id, 'deb'] as const),
  ...['alpine', 'wolfi', 'chainguard', 'postmarketos'].map((id) => [id, 'apk'] as const),
  ...['fedora', 'rhel', 'centos', 'rocky', 'almalinux', 'ol', 'amzn', 'sles', 'azurelinux', 'mariner'].map(
    (id) => [id, 'rpm'] as const,
  ),
  ...['opensuse-leap', 'opensuse-tumbleweed'].map((id) => [id, 'rpm'] as const),
  ['arch', 'alpm'],
]);

function distributionOf(path: string, { text = '' }: ListedFile): Evidence | undefined {
  const id = /^ID=["']?([a-z0-9._-]+)["']?\s*$/m.exec(text)?.[1];
  const ecosystem = id === undefined ? undefined : DISTRIBUTIONS.get(id);
  return ecosystem === undefined ? undefined : { path: `/${path}`, ecosystem, kind: 'distribution' };
}
