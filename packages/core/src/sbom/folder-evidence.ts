import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { CountersignError } from '../errors.js';
import { isObject, memberAt, parseJson } from '../json.js';
import { MAX_FOLDER_ENTRIES, MAX_PACKAGE_MANIFEST_BYTES } from '../limits.js';
import { readBounded } from '../read-bounded.js';
import { lockFileEcosystem } from './image-evidence.js';
import type { Evidence } from './types.js';

/**
 * What a folder shows about the packages it is made with: lock files, and manifests that name dependencies and have no lock
 * file of their ecosystem beside them or above. Links are not followed; folders of installed packages and of version
 * control are passed over. Sorted by path. Throws LIMIT_EXCEEDED for more than MAX_FOLDER_ENTRIES entries, and INPUT_INVALID
 * for an OCI layout: its packages are in the layers, where nobody looks in a folder.
 */
export async function folderEvidence(folder: string): Promise<readonly Evidence[]> {
  const evidence: Evidence[] = [];

  const queue: (readonly [below: string, locked: ReadonlySet<string>])[] = [['', new Set()]];
  let entries = 0;
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    const [below, inherited] = next;
    const found = await readdir(join(folder, below), { withFileTypes: true });
    entries += found.length;
    if (entries > MAX_FOLDER_ENTRIES) {
      throw new CountersignError('LIMIT_EXCEEDED', {
        what: `The folder ${folder} has more than ${MAX_FOLDER_ENTRIES} files and folders`,
        remedy: 'Give a folder further down.',
      });
    }
    const names = found.filter((entry) => entry.isFile()).map(({ name }) => name);
    if (below === '' && names.includes('oci-layout')) throw isLayout(folder);
    const locks = names.flatMap((name) => {
      const ecosystem = lockFileEcosystem(name);
      return ecosystem === undefined ? [] : [{ path: join(below, name), ecosystem }];
    });
    evidence.push(...locks.map((lock) => ({ ...lock, kind: 'lock-file' as const })));
    const locked = new Set([...inherited, ...locks.map(({ ecosystem }) => ecosystem)]);
    for (const name of names) {
      const manifest = await manifestEvidence(folder, join(below, name));
      if (manifest !== undefined && !locked.has(manifest.ecosystem)) evidence.push(manifest);
    }
    for (const entry of found) {
      if (entry.isDirectory() && !PASSED_OVER.has(entry.name)) queue.push([join(below, entry.name), locked]);
    }
  }
  return evidence.sort((one, other) => (one.path < other.path ? -1 : 1));
}

const isLayout = (folder: string): CountersignError =>
  new CountersignError('INPUT_INVALID', {
    what: `The folder ${JSON.stringify(folder)} holds an OCI layout (oci-layout), whose packages are in the layers of an image`,
    remedy: `For the image give "oci:FOLDER" as image; for a checkout that holds one, move the layout out or further down.`,
  });

const PASSED_OVER: ReadonlySet<string> = new Set([
  '.git',
  '.hg',
  '.svn',
  'node_modules',
  'vendor',
  'testdata',
  '.venv',
  'site-packages',
]);

interface ManifestKind {
  readonly isOne: (name: string) => boolean;
  readonly ecosystem: string;
  readonly namesDependencies: (text: string) => boolean;
}

/** Where each package manager writes down what a project depends on. */
const MANIFESTS: readonly ManifestKind[] = [
  { isOne: (name) => name === 'package.json', ecosystem: 'npm', namesDependencies: hasNpmDependencies },
  {
    isOne: (name) => name === 'go.mod',
    ecosystem: 'golang',
    namesDependencies: (text) => /^\s*require\s*(?:\(\s*$|\S+ v)/m.test(text),
  },
  {
    isOne: (name) => name === 'pyproject.toml',
    ecosystem: 'pypi',
    namesDependencies: (text) =>
      /^dependencies\s*=\s*\[\s*["'\n]|^\[tool\.poetry\.dependencies\]/m.test(text),
  },
  {
    isOne: (name) => name === 'Cargo.toml',
    ecosystem: 'cargo',
    namesDependencies: (text) => /^\[(?:workspace\.)?dependencies\]\s*\n\s*[\w"-]/m.test(text),
  },
  {
    isOne: (name) => name === 'Gemfile',
    ecosystem: 'gem',
    namesDependencies: (text) => /^\s*gem\s+["']/m.test(text),
  },
  {
    isOne: (name) => name === 'composer.json',
    ecosystem: 'composer',
    namesDependencies: (text) => isObject(memberAt(parseJson(text), 'require')),
  },
  {
    isOne: (name) => name === 'pom.xml',
    ecosystem: 'maven',
    namesDependencies: (text) => text.includes('<dependency>'),
  },
  {
    isOne: (name) => name === 'build.gradle' || name === 'build.gradle.kts',
    ecosystem: 'maven',
    namesDependencies: (text) => /^\s*(?:implementation|api|compile)\b/m.test(text),
  },
  {
    isOne: (name) => name.endsWith('.csproj'),
    ecosystem: 'nuget',
    namesDependencies: (text) => text.includes('<PackageReference'),
  },
];

async function manifestEvidence(folder: string, path: string): Promise<Evidence | undefined> {
  const kind = MANIFESTS.find(({ isOne }) => isOne(basename(path)));
  if (kind === undefined) return undefined;
  const bytes = await readBounded(join(folder, path), MAX_PACKAGE_MANIFEST_BYTES);
  if (!kind.namesDependencies(bytes.toString('utf8'))) return undefined;
  return { path, ecosystem: kind.ecosystem, kind: 'manifest' };
}

/** Those that are only for development are not what the project is made of. */
function hasNpmDependencies(text: string): boolean {
  const dependencies = memberAt(parseJson(text), 'dependencies');
  return isObject(dependencies) && Object.keys(dependencies).length > 0;
}
