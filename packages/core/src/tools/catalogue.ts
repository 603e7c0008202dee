import type { PlatformKey } from './platform.js';
import { TOOL_NAMES, type ToolName } from './names.js';

/** Who signs a vendor's releases: compared whole. */
export interface VendorSigner {
  readonly identity: string;
  readonly issuer: string;
}

/**
 * What a vendor signs. `pair`: the checksum file, as `.sig` and `.pem` whose log entry is looked up; `bundle`: each asset,
 * as a Sigstore bundle beside it.
 */
type SignatureMaterial =
  | { readonly kind: 'pair'; readonly signature: string; readonly certificate: string }
  | { readonly kind: 'bundle'; readonly suffix: string };

export interface ToolDefinition {
  readonly name: ToolName;
  /** On GitHub. */
  readonly repository: string;
  /** Without a "v". */
  readonly defaultVersion: string;
  /** The program's file name inside an archive and where it is installed, without `.exe`. */
  readonly program: string;
  /** File names of the builds that exist, by platform: no cross product. */
  readonly assets: (version: string) => Readonly<Record<PlatformKey, string>>;
  /** File name of the vendor's sha256 list; undefined: there is none. */
  readonly checksums: ((version: string) => string) | undefined;
  readonly signature:
    (SignatureMaterial & { readonly signer: (version: string) => VendorSigner }) | undefined;
  /**
   * What ties a signature to the version, so that an older release of the same vendor does not pass for this one: the file
   * name in the signed list, the tag in the signer's identity, or nothing but what the program says of itself.
   */
  readonly versionBoundBy: 'file-name' | 'signer' | 'program';
  /** Arguments that make it print its version; undefined: it cannot. */
  readonly versionArgs: readonly string[] | undefined;
}

/** The tools by name. Sources: the release configuration of each vendor (.goreleaser.yml, release workflow). */
export const toolNamed = (name: ToolName): ToolDefinition => TOOLS[name];

export const allTools = (): readonly ToolDefinition[] => TOOL_NAMES.map(toolNamed);

const GITHUB = 'https://token.actions.githubusercontent.com';

/** Builds of each operating system, `{linux: ['x64', …]}`, as one record. */
const builds = (
  of: Readonly<Record<string, readonly string[]>>,
  name: (os: string, arch: string) => string,
): Readonly<Record<PlatformKey, string>> =>
  Object.fromEntries(
    Object.entries(of).flatMap(([os, arches]) => arches.map((arch) => [`${os}-${arch}`, name(os, arch)])),
  );

/** Go's names of Node's architectures, where they differ. */
const goArch = (arch: string): string => ({ x64: 'amd64', ppc64: 'ppc64le' })[arch] ?? arch;

const archive = (os: string): string => (os === 'windows' ? 'zip' : 'tar.gz');
const exe = (os: string): string => (os === 'windows' ? '.exe' : '');

/** syft and grype: one list of checksums, signed by the release workflow on the main branch. */
const anchore = (
  name: 'syft' | 'grype',
  defaultVersion: string,
  of: Readonly<Record<string, readonly string[]>>,
): ToolDefinition => ({
  name,
  repository: `anchore/${name}`,
  defaultVersion,
  program: name,
  assets: (version) => builds(of, (os, arch) => `${name}_${version}_${os}_${goArch(arch)}.${archive(os)}`),
  checksums: (version) => `${name}_${version}_checksums.txt`,
  signature: {
    kind: 'pair',
    signature: '.sig',
    certificate: '.pem',
    // The same for every version: the file names in the list are what tells one from another.
    signer: () => ({
      identity: `https://github.com/anchore/${name}/.github/workflows/release.yaml@refs/heads/main`,
      issuer: GITHUB,
    }),
  },
  versionBoundBy: 'file-name',
  versionArgs: ['version'],
});

const TOOLS: Readonly<Record<ToolName, ToolDefinition>> = {
  cosign: {
    name: 'cosign',
    repository: 'sigstore/cosign',
    defaultVersion: '3.1.3', // GHSA-fx35-mq7g-6g98 is mended there
    program: 'cosign',
    assets: () =>
      builds(
        { linux: ['x64', 'arm64', 's390x', 'ppc64', 'riscv64'], darwin: ['x64', 'arm64'], windows: ['x64'] },
        (os, arch) => `cosign-${os}-${goArch(arch)}${exe(os)}`,
      ),
    checksums: () => 'cosign_checksums.txt',
    signature: {
      kind: 'bundle',
      suffix: '.sigstore.json',
      signer: () => ({
        identity: 'keyless@projectsigstore.iam.gserviceaccount.com',
        issuer: 'https://accounts.google.com',
      }),
    },
    versionBoundBy: 'program',
    versionArgs: ['version'],
  },
  syft: anchore('syft', '1.51.0', {
    linux: ['x64', 'arm64', 'ppc64', 'riscv64', 's390x'],
    darwin: ['x64', 'arm64'],
    windows: ['x64', 'arm64'],
  }),
  grype: anchore('grype', '0.117.0', {
    linux: ['x64', 'arm64', 'ppc64', 's390x'],
    darwin: ['x64', 'arm64'],
    windows: ['x64'],
  }),
  trivy: {
    name: 'trivy',
    repository: 'aquasecurity/trivy',
    defaultVersion: '0.74.0',
    program: 'trivy',
    assets: (version) =>
      Object.fromEntries(
        Object.entries({
          'linux-x64': 'Linux-64bit.tar.gz',
          'linux-arm64': 'Linux-ARM64.tar.gz',
          'linux-s390x': 'Linux-s390x.tar.gz',
          'linux-ppc64': 'Linux-PPC64LE.tar.gz',
          'darwin-x64': 'macOS-64bit.tar.gz',
          'darwin-arm64': 'macOS-ARM64.tar.gz',
          'windows-x64': 'windows-64bit.zip',
        }).map(([platform, rest]) => [platform, `trivy_${version}_${rest}`]),
      ),
    checksums: (version) => `trivy_${version}_checksums.txt`,
    signature: {
      kind: 'bundle',
      suffix: '.sigstore.json', // since 0.68.1; earlier releases are refused for lack of it
      signer: (version) => ({
        identity: `https://github.com/aquasecurity/trivy/.github/workflows/reusable-release.yaml@refs/tags/v${version}`,
        issuer: GITHUB,
      }),
    },
    versionBoundBy: 'signer',
    versionArgs: ['--version'],
  },
  kyverno: {
    name: 'kyverno',
    repository: 'kyverno/kyverno',
    defaultVersion: '1.19.0',
    program: 'kyverno',
    assets: (version) =>
      builds(
        { linux: ['x64', 'arm64', 's390x'], darwin: ['x64', 'arm64'], windows: ['x64', 'arm64'] },
        (os, arch) => `kyverno-cli_v${version}_${os}_${arch === 'x64' ? 'x86_64' : arch}.${archive(os)}`,
      ),
    checksums: () => 'checksums.txt',
    signature: {
      kind: 'bundle',
      suffix: '.sigstore.json',
      signer: (version) => ({
        identity: `https://github.com/kyverno/kyverno/.github/workflows/release.yaml@refs/tags/v${version}`,
        issuer: GITHUB,
      }),
    },
    versionBoundBy: 'signer',
    versionArgs: ['version'],
  },
  'policy-tester': {
    name: 'policy-tester',
    repository: 'sigstore/policy-controller',
    defaultVersion: '0.15.1',
    program: 'policy-tester',
    assets: () =>
      builds(
        { linux: ['x64', 'arm64', 's390x', 'ppc64'], darwin: ['x64', 'arm64'], windows: ['x64'] },
        (os, arch) => `tester-${os}-${goArch(arch)}${exe(os)}`, // the project's own name of the file
      ),
    checksums: () => 'policy-controller_checksums.txt',
    signature: {
      kind: 'pair',
      signature: '-keyless.sig',
      certificate: '-keyless.pem',
      signer: (version) => ({
        identity: `https://github.com/sigstore/policy-controller/.github/workflows/release.yaml@refs/tags/v${version}`,
        issuer: GITHUB,
      }),
    },
    versionBoundBy: 'signer',
    versionArgs: undefined,
  },
  notation: {
    name: 'notation',
    repository: 'notaryproject/notation',
    defaultVersion: '1.3.2',
    program: 'notation',
    assets: (version) =>
      builds(
        { linux: ['x64', 'arm64'], darwin: ['x64', 'arm64'], windows: ['x64'] },
        (os, arch) => `notation_${version}_${os}_${goArch(arch)}.${archive(os)}`,
      ),
    checksums: (version) => `notation_${version}_checksums.txt`,
    signature: undefined,
    versionBoundBy: 'file-name',
    versionArgs: ['version'],
  },
  oras: {
    name: 'oras',
    repository: 'oras-project/oras',
    defaultVersion: '1.2.3',
    program: 'oras',
    assets: (version) =>
      builds(
        {
          linux: ['x64', 'arm64', 's390x', 'ppc64', 'riscv64'],
          darwin: ['x64', 'arm64'],
          windows: ['x64'],
        },
        (os, arch) => `oras_${version}_${os}_${goArch(arch)}.${archive(os)}`,
      ),
    checksums: (version) => `oras_${version}_checksums.txt`,
    signature: undefined,
    versionBoundBy: 'file-name',
    versionArgs: ['version'],
  },
  crane: {
    name: 'crane',
    repository: 'google/go-containerregistry',
    defaultVersion: '0.21.9',
    program: 'crane',
    assets: () =>
      builds(
        {
          linux: ['x64', 'arm64', 's390x', 'ppc64', 'riscv64'],
          darwin: ['x64', 'arm64'],
          windows: ['x64', 'arm64'],
        },
        (os, arch) =>
          `go-containerregistry_${capital(os)}_${arch === 'x64' ? 'x86_64' : goArch(arch)}.tar.gz`,
      ),
    checksums: () => 'checksums.txt',
    signature: undefined,
    versionBoundBy: 'program',
    versionArgs: ['version'],
  },
  'slsa-verifier': {
    name: 'slsa-verifier',
    repository: 'slsa-framework/slsa-verifier',
    defaultVersion: '2.7.0', // the newest that the table holds for every platform
    program: 'slsa-verifier',
    assets: () =>
      builds(
        { linux: ['x64', 'arm64'], darwin: ['x64', 'arm64'], windows: ['x64', 'arm64'] },
        (os, arch) => `slsa-verifier-${os}-${goArch(arch)}${exe(os)}`,
      ),
    checksums: undefined,
    signature: undefined,
    versionBoundBy: 'program',
    versionArgs: ['version'],
  },
};

const capital = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1);
