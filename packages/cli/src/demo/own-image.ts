import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import {
  alpineFiles,
  buildDemoImage,
  buildImage,
  debianFiles,
  npmFiles,
  pythonFiles,
  type BuiltImage,
  type ImageFile,
  type NamedVersion,
} from '@countersign/testbed';

/** Where the command stands inside the image. */
const PREFIX = 'usr/local/lib/countersign';

/** What the demo's images are made of, read from disk once. */
export interface OwnFiles {
  /** The files that run the command, `dist/cli` and `dist/shared`. */
  readonly command: readonly ImageFile[];
  /** The packages that its lock file names, without those for development. */
  readonly packages: readonly NamedVersion[];
  /** dpkg's database and os-release of this machine; undefined where it is no Debian. */
  readonly debian: { readonly status: Uint8Array; readonly osRelease: Uint8Array } | undefined;
}

/** `machine`: take the package database of this machine too, so that there is more to find. */
export async function readOwnFiles(root: string, machine: boolean): Promise<OwnFiles> {
  const dist = join(root, 'dist');
  const command: ImageFile[] = [];
  for (const folder of ['cli', 'shared']) {
    for (const entry of await readdir(join(dist, folder), { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const path = join(entry.parentPath, entry.name);
      command.push({ path: inside(relative(dist, path)), bytes: await readFile(path), mode: 0o755 });
    }
  }
  command.push({ path: inside('package.json'), bytes: await readFile(join(dist, 'package.json')) });
  return {
    command,
    packages: await lockedPackages(join(root, 'package-lock.json')),
    debian: machine ? await debianOfThisMachine() : undefined,
  };
}

/**
 * A two-platform image of Countersign's own command: Debian below it on amd64, Alpine on arm64, its npm packages and a few
 * of Python. `vulnerable`: with minimist 1.2.5 on arm64 alone, which CVE-2021-44906 makes critical.
 */
export function ownImage(files: OwnFiles, { vulnerable }: { readonly vulnerable: boolean }): BuiltImage {
  const app: readonly ImageFile[] = [
    ...files.command,
    ...npmFiles(PREFIX, files.packages),
    ...pythonFiles('usr/lib/python3/dist-packages', PYTHON),
  ];
  const bad = vulnerable ? [npmFiles('opt/old', [{ name: 'minimist', version: '1.2.5' }])] : [];
  return buildImage(
    [
      { platform: { os: 'linux', architecture: 'amd64' }, layers: [debianFiles(files.debian), app] },
      { platform: { os: 'linux', architecture: 'arm64' }, layers: [alpineFiles(), app, ...bad] },
    ],
    { entrypoint: ['node', `/${inside('cli/index.js')}`] },
  );
}

const PYTHON: readonly NamedVersion[] = [
  { name: 'PyYAML', version: '6.0.2' },
  { name: 'requests', version: '2.32.4' },
];

/** A small image that nobody signed: what an attacker puts in the place of the good one. */
export const evilImage = (name: string): BuiltImage =>
  buildDemoImage([
    { path: 'usr/local/bin/app', bytes: Buffer.from(`#!/bin/sh\necho ${name}\n`), mode: 0o755 },
  ]);

const inside = (path: string): string => `${PREFIX}/${path.split(sep).join('/')}`;

interface Locked {
  readonly version?: string;
  readonly dev?: boolean;
  readonly link?: boolean;
}

/** npm's lock file of our own: `packages` by their place in node_modules. */
async function lockedPackages(path: string): Promise<readonly NamedVersion[]> {
  const { packages } = JSON.parse(await readFile(path, 'utf8')) as {
    readonly packages: Readonly<Record<string, Locked>>;
  };
  const found = Object.entries(packages).flatMap(([place, { version, dev, link }]) => {
    const name = /^node_modules\/((?:@[^/]+\/)?[^/]+)$/.exec(place)?.[1];
    return name === undefined || version === undefined || dev === true || link === true
      ? []
      : [{ name, version }];
  });
  return found;
}

async function debianOfThisMachine(): Promise<OwnFiles['debian']> {
  try {
    const [status, osRelease] = await Promise.all([
      readFile('/var/lib/dpkg/status'),
      readFile('/etc/os-release'),
    ]);
    return { status, osRelease };
  } catch {
    return undefined; // no Debian: a few packages of one stand in
  }
}
