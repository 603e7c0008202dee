import type { ImageFile } from './tar.js';

export interface NamedVersion {
  readonly name: string;
  readonly version: string;
}

const text = (path: string, ...lines: readonly string[]): ImageFile => ({
  path,
  bytes: Buffer.from(`${lines.join('\n')}\n`),
});

/**
 * What a Debian system is known by: `etc/os-release` and dpkg's database. `status` is such a database as a machine has it
 * (`/var/lib/dpkg/status`); without it a few packages of Debian 12 stand in for one.
 */
export function debianFiles({
  osRelease,
  status,
}: {
  readonly osRelease?: Uint8Array;
  readonly status?: Uint8Array;
} = {}): readonly ImageFile[] {
  return [
    osRelease === undefined
      ? text(
          'etc/os-release',
          'PRETTY_NAME="Debian GNU/Linux 12 (bookworm)"',
          'NAME="Debian GNU/Linux"',
          'VERSION_ID="12"',
          'VERSION_CODENAME=bookworm',
          'ID=debian',
        )
      : { path: 'etc/os-release', bytes: osRelease },
    status === undefined
      ? text('var/lib/dpkg/status', ...DEBIAN.flatMap(dpkgEntry))
      : { path: 'var/lib/dpkg/status', bytes: status },
  ];
}

/** Source packages stand behind the names that differ: vulnerabilities are listed under them. */
const DEBIAN: readonly (NamedVersion & { readonly source?: string })[] = [
  { name: 'apt', version: '2.6.1' },
  { name: 'base-files', version: '12.4+deb12u12' },
  { name: 'bash', version: '5.2.15-2+b8' },
  { name: 'ca-certificates', version: '20230311+deb12u1' },
  { name: 'coreutils', version: '9.1-1' },
  { name: 'debianutils', version: '5.7-0.5~deb12u1' },
  { name: 'dpkg', version: '1.21.22' },
  { name: 'gzip', version: '1.12-1' },
  { name: 'libc6', version: '2.36-9+deb12u13', source: 'glibc' },
  { name: 'libssl3', version: '3.0.17-1~deb12u3', source: 'openssl' },
  { name: 'perl-base', version: '5.36.0-7+deb12u3', source: 'perl' },
  { name: 'tar', version: '1.34+dfsg-1.2+deb12u1' },
  { name: 'zlib1g', version: '1:1.2.13.dfsg-1', source: 'zlib' },
];

/** Debian policy, chapter 5; the fields that dpkg keeps of an installed package. */
const dpkgEntry = ({ name, version, source }: NamedVersion & { readonly source?: string }): string[] => [
  `Package: ${name}`,
  'Status: install ok installed',
  'Maintainer: Debian <debian@example.org>',
  'Architecture: amd64',
  ...(source === undefined ? [] : [`Source: ${source}`]),
  `Version: ${version}`,
  `Description: ${name}`,
  '',
];

/** What an Alpine system is known by; `changes` gives packages another version. */
export function alpineFiles(changes: Readonly<Record<string, string>> = {}): readonly ImageFile[] {
  const packages = ALPINE.map((one) => ({ ...one, version: changes[one.name] ?? one.version }));
  return [
    text(
      'etc/os-release',
      'NAME="Alpine Linux"',
      'ID=alpine',
      'VERSION_ID=3.20.8',
      'PRETTY_NAME="Alpine Linux v3.20"',
    ),
    text('etc/alpine-release', '3.20.8'),
    text('lib/apk/db/installed', ...packages.flatMap(apkEntry)),
  ];
}

const ALPINE: readonly (NamedVersion & { readonly origin: string; readonly license: string })[] = [
  { name: 'alpine-baselayout', version: '3.6.5-r0', origin: 'alpine-baselayout', license: 'GPL-2.0-only' },
  { name: 'alpine-keys', version: '2.4-r1', origin: 'alpine-keys', license: 'MIT' },
  { name: 'apk-tools', version: '2.14.4-r1', origin: 'apk-tools', license: 'GPL-2.0-only' },
  { name: 'busybox', version: '1.36.1-r31', origin: 'busybox', license: 'GPL-2.0-only' },
  {
    name: 'ca-certificates-bundle',
    version: '20241121-r0',
    origin: 'ca-certificates',
    license: 'MPL-2.0 AND MIT',
  },
  { name: 'libcrypto3', version: '3.3.4-r0', origin: 'openssl', license: 'Apache-2.0' },
  { name: 'libcurl', version: '8.14.1-r1', origin: 'curl', license: 'curl' },
  { name: 'libssl3', version: '3.3.4-r0', origin: 'openssl', license: 'Apache-2.0' },
  { name: 'musl', version: '1.2.5-r1', origin: 'musl', license: 'MIT' },
  { name: 'scanelf', version: '1.3.7-r2', origin: 'pax-utils', license: 'GPL-2.0-only' },
  { name: 'zlib', version: '1.3.1-r1', origin: 'zlib', license: 'Zlib' },
];

/** apk-tools, "APKINDEX and installed database": one letter a field. */
const apkEntry = ({ name, version, origin, license }: (typeof ALPINE)[number]): string[] => [
  `C:Q1${Buffer.from(name.padEnd(20, '.').slice(0, 20)).toString('base64')}`,
  `P:${name}`,
  `V:${version}`,
  'A:x86_64',
  'S:1000',
  'I:4000',
  `T:${name}`,
  'U:https://alpinelinux.org',
  `L:${license}`,
  `o:${origin}`,
  'm:Alpine <alpine@example.org>',
  '',
];

/** Packages as npm installs them. */
export const npmFiles = (
  folder: string,
  packages: readonly (NamedVersion & { license?: string })[],
): readonly ImageFile[] =>
  packages.map(({ name, version, license }) =>
    text(
      `${folder}/node_modules/${name}/package.json`,
      JSON.stringify({ name, version, license: license ?? 'MIT' }),
    ),
  );

/** Packages as pip installs them (PyPA, "Recording installed projects"). */
export const pythonFiles = (folder: string, packages: readonly NamedVersion[]): readonly ImageFile[] =>
  packages.flatMap(({ name, version }) => {
    const info = `${folder}/${name}-${version}.dist-info`;
    return [
      text(
        `${info}/METADATA`,
        'Metadata-Version: 2.1',
        `Name: ${name}`,
        `Version: ${version}`,
        'License: MIT',
      ),
      text(`${info}/RECORD`, `${name}-${version}.dist-info/METADATA,,`),
    ];
  });
