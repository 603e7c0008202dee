export const id = 2880;
export const ids = [2880];
export const modules = {

/***/ 12880:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  vM: () => (/* reexport */ CHECKSUMS),
  GITHUB_RELEASES: () => (/* reexport */ GITHUB_RELEASES),
  K2: () => (/* reexport */ names/* TOOL_NAMES */.K),
  Yy: () => (/* reexport */ buildOf),
  r7: () => (/* reexport */ ensureTool),
  bm: () => (/* reexport */ isCached),
  it: () => (/* reexport */ isConfirmed),
  e7: () => (/* reexport */ noBuild),
  parseTools: () => (/* reexport */ parseTools),
  ON: () => (/* reexport */ pinnedVersions),
  Ng: () => (/* reexport */ platformKey),
  yd: () => (/* reexport */ provable),
  gA: () => (/* reexport */ thisPlatform),
  ky: () => (/* reexport */ verifyCached)
});

// UNUSED EXPORTS: allTools, cacheFolder, exactVersion, parseMirror, pinnedAsset, toolNamed

// EXTERNAL MODULE: ./packages/core/build/errors.js
var errors = __webpack_require__(807);
;// CONCATENATED MODULE: ./packages/core/build/tools/catalogue.js

/** The tools by name. Sources: the release configuration of each vendor (.goreleaser.yml, release workflow). */
const toolNamed = (name) => TOOLS[name];
const allTools = () => TOOL_NAMES.map(toolNamed);
const GITHUB = 'https://token.actions.githubusercontent.com';
/** Builds of each operating system, `{linux: ['x64', …]}`, as one record. */
const builds = (of, name) => Object.fromEntries(Object.entries(of).flatMap(([os, arches]) => arches.map((arch) => [`${os}-${arch}`, name(os, arch)])));
/** Go's names of Node's architectures, where they differ. */
const goArch = (arch) => ({ x64: 'amd64', ppc64: 'ppc64le' })[arch] ?? arch;
const archive = (os) => (os === 'windows' ? 'zip' : 'tar.gz');
const exe = (os) => (os === 'windows' ? '.exe' : '');
/** syft and grype: one list of checksums, signed by the release workflow on the main branch. */
const anchore = (name, defaultVersion, of) => ({
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
const TOOLS = {
    cosign: {
        name: 'cosign',
        repository: 'sigstore/cosign',
        defaultVersion: '3.1.3', // GHSA-fx35-mq7g-6g98 is mended there
        program: 'cosign',
        assets: () => builds({ linux: ['x64', 'arm64', 's390x', 'ppc64', 'riscv64'], darwin: ['x64', 'arm64'], windows: ['x64'] }, (os, arch) => `cosign-${os}-${goArch(arch)}${exe(os)}`),
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
        assets: (version) => Object.fromEntries(Object.entries({
            'linux-x64': 'Linux-64bit.tar.gz',
            'linux-arm64': 'Linux-ARM64.tar.gz',
            'linux-s390x': 'Linux-s390x.tar.gz',
            'linux-ppc64': 'Linux-PPC64LE.tar.gz',
            'darwin-x64': 'macOS-64bit.tar.gz',
            'darwin-arm64': 'macOS-ARM64.tar.gz',
            'windows-x64': 'windows-64bit.zip',
        }).map(([platform, rest]) => [platform, `trivy_${version}_${rest}`])),
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
        assets: (version) => builds({ linux: ['x64', 'arm64', 's390x'], darwin: ['x64', 'arm64'], windows: ['x64', 'arm64'] }, (os, arch) => `kyverno-cli_v${version}_${os}_${arch === 'x64' ? 'x86_64' : arch}.${archive(os)}`),
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
        assets: () => builds({ linux: ['x64', 'arm64', 's390x', 'ppc64'], darwin: ['x64', 'arm64'], windows: ['x64'] }, (os, arch) => `tester-${os}-${goArch(arch)}${exe(os)}`),
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
        assets: (version) => builds({ linux: ['x64', 'arm64'], darwin: ['x64', 'arm64'], windows: ['x64'] }, (os, arch) => `notation_${version}_${os}_${goArch(arch)}.${archive(os)}`),
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
        assets: (version) => builds({
            linux: ['x64', 'arm64', 's390x', 'ppc64', 'riscv64'],
            darwin: ['x64', 'arm64'],
            windows: ['x64'],
        }, (os, arch) => `oras_${version}_${os}_${goArch(arch)}.${archive(os)}`),
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
        assets: () => builds({
            linux: ['x64', 'arm64', 's390x', 'ppc64', 'riscv64'],
            darwin: ['x64', 'arm64'],
            windows: ['x64', 'arm64'],
        }, (os, arch) => `go-containerregistry_${capital(os)}_${arch === 'x64' ? 'x86_64' : goArch(arch)}.tar.gz`),
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
        assets: () => builds({ linux: ['x64', 'arm64'], darwin: ['x64', 'arm64'], windows: ['x64', 'arm64'] }, (os, arch) => `slsa-verifier-${os}-${goArch(arch)}${exe(os)}`),
        checksums: undefined,
        signature: undefined,
        versionBoundBy: 'program',
        versionArgs: ['version'],
    },
};
const capital = (word) => word.slice(0, 1).toUpperCase() + word.slice(1);

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
;// CONCATENATED MODULE: ./packages/core/build/tools/platform.js

const thisPlatform = () => ({
    os: (0,external_node_os_.platform)() === 'win32' ? 'windows' : (0,external_node_os_.platform)(),
    arch: (0,external_node_os_.arch)(),
});
const platformKey = ({ os, arch: architecture }) => `${os}-${architecture}`;
/** The file name of a program on a system. */
const executable = (program, { os }) => os === 'windows' ? `${program}.exe` : program;

;// CONCATENATED MODULE: ./packages/core/build/tools/revoked.js

/** Releases that are never used, wherever they come from. Each with a source that anyone can look up. */
const REVOKED = [
    {
        tool: 'trivy',
        version: '0.69.4',
        why: 'a malicious release that reads the memory of the runner (GHSA-69fq-xp46-6x23, CVE-2026-33634)',
    },
];
/** Throws TOOL_REVOKED. */
function checkNotRevoked(tool, version) {
    const found = REVOKED.find((each) => each.tool === tool && each.version === version);
    if (found === undefined)
        return;
    throw new errors/* CountersignError */.WS('TOOL_REVOKED', {
        what: `${tool} ${version} is revoked: ${found.why}`,
        remedy: 'Name another version. Where this one ever ran, renew every secret that it could read.',
    });
}

;// CONCATENATED MODULE: ./packages/core/build/tools/checksums.json
const checksums_namespaceObject = /*#__PURE__*/JSON.parse('{"sources":{"taiki-e/install-action":"https://github.com/taiki-e/install-action manifests at commit ba47c86 (2026-08-21): sha256 of the release asset as that project downloaded it","oras-project/setup-oras":"https://github.com/oras-project/setup-oras/blob/8d34698a59f5ffe24821f0b48ab62a3de8b64b20/src/lib/data/releases.json: a table in a repository of the vendor\'s","notaryproject/notation-action":"https://github.com/notaryproject/notation-action/blob/100cdccc58af5c7bc5fa67fbe00ff0b19e4bee4c/src/lib/data/notation_releases.json: a table in a repository of the vendor\'s","slsa-verifier/SHA256SUM.md":"SHA256SUM.md in the Go module github.com/slsa-framework/slsa-verifier/v2@v2.7.1: the vendor\'s table of earlier releases","public-pins":"pinned in the install scripts of several public repositories, which agree on 2026-11-21; pins are often copied, so this is one source","public-pin":"pinned in the install script of one public repository on 2026-11-21"},"tools":{"cosign":{"3.1.3":{"linux-x64":{"asset":"cosign-linux-amd64","sha256":"4629c757b7618056f8ddd7e2625ae9fdd94c0372a65049520bc7d9df9efc7f71","sources":["taiki-e/install-action","public-pin"]},"darwin-x64":{"asset":"cosign-darwin-amd64","sha256":"2347488e5d5b25336644024dfeca5601b190e91197a71a917bda44744aff106c","sources":["taiki-e/install-action"]},"windows-x64":{"asset":"cosign-windows-amd64.exe","sha256":"9fe59be0eca1271873ce019061335eb1ac419b7059202e797828467ddabe33be","sources":["taiki-e/install-action"]},"linux-arm64":{"asset":"cosign-linux-arm64","sha256":"c5d324e091826b0d7a78eb16fef316450b4eb9aaec045611c08ba06f5e73220a","sources":["taiki-e/install-action"]},"darwin-arm64":{"asset":"cosign-darwin-arm64","sha256":"5cf948c2f4dfe59687bdd0b8523709067383e03982cc543475c8a7dc70e92a76","sources":["taiki-e/install-action"]}},"3.1.2":{"linux-x64":{"asset":"cosign-linux-amd64","sha256":"f7622ed3cf22e55e1ae6377c080979ff77a22da9981c11df222a2e444991e7cf","sources":["taiki-e/install-action"]},"darwin-x64":{"asset":"cosign-darwin-amd64","sha256":"acd180f8b015be25240ca33abee8a1e564eb65cdf1a3cee4725456d2dceb7da6","sources":["taiki-e/install-action"]},"windows-x64":{"asset":"cosign-windows-amd64.exe","sha256":"fe4d621d7ae5e900ee62089837c00f996ae9acb82027d573d1d157b6ee875cb2","sources":["taiki-e/install-action"]},"linux-arm64":{"asset":"cosign-linux-arm64","sha256":"90e7ae0b5dfd60f20816b52c012addf7fc055ebcc7bea4ce81c428ca8518c302","sources":["taiki-e/install-action"]},"darwin-arm64":{"asset":"cosign-darwin-arm64","sha256":"dec1c3f802320b19c2fbcf2dc7bcfb3f258e1c181a046c23a1a074bdf932f10a","sources":["taiki-e/install-action"]}},"3.1.1":{"linux-x64":{"asset":"cosign-linux-amd64","sha256":"ae1ecd212663f3693ad9edf8b1a183900c9a52d3155ba6e354237f9a0f6463fc","sources":["taiki-e/install-action"]},"darwin-x64":{"asset":"cosign-darwin-amd64","sha256":"14d2678dfbfde18798151e86fbd91ebdadbb7424b18412a42a155dd8a2df4c7a","sources":["taiki-e/install-action"]},"windows-x64":{"asset":"cosign-windows-amd64.exe","sha256":"9d2c026e667bfd979fa7ba1cab8c4b24d2e73f336ec2d57f7fc72c7e73e5b4b6","sources":["taiki-e/install-action"]},"linux-arm64":{"asset":"cosign-linux-arm64","sha256":"2ec865872e331c32fd12b08dae15332d3f92c0aa029219589684a4903ca85d11","sources":["taiki-e/install-action"]},"darwin-arm64":{"asset":"cosign-darwin-arm64","sha256":"94b42a9e697be95675f6160ab031a9a5f1ec1e646d6f648d7b2f5cd59ececbc5","sources":["taiki-e/install-action"]}},"3.0.6":{"linux-x64":{"asset":"cosign-linux-amd64","sha256":"c956e5dfcac53d52bcf058360d579472f0c1d2d9b69f55209e256fe7783f4c74","sources":["taiki-e/install-action"]},"darwin-x64":{"asset":"cosign-darwin-amd64","sha256":"4c3e7af8372d3ca3296e62fa56f23fcbb5721cc6ac1827900d398f110d7cd280","sources":["taiki-e/install-action"]},"windows-x64":{"asset":"cosign-windows-amd64.exe","sha256":"9b85a88ebff2d9dd30ff4984a6f61f2cedc232dd87d81fa7f2ff3c0ed96c241c","sources":["taiki-e/install-action"]},"linux-arm64":{"asset":"cosign-linux-arm64","sha256":"bedac92e8c3729864e13d4a17048007cfafa79d5deca993a43a90ffe018ef2b8","sources":["taiki-e/install-action"]},"darwin-arm64":{"asset":"cosign-darwin-arm64","sha256":"5fadd012ae6381a6a29ff86a7d39aa873878852f1073fc90b15995961ecfb084","sources":["taiki-e/install-action"]}}},"syft":{"1.51.0":{"linux-x64":{"asset":"syft_1.51.0_linux_amd64.tar.gz","sha256":"2a2e837a2c8d59ec9af5472ee22d3b04ee463c4e44476ecf993fd1e5ab6ebc7f","sources":["taiki-e/install-action","public-pins"]},"darwin-x64":{"asset":"syft_1.51.0_darwin_amd64.tar.gz","sha256":"cddf9a044145caf0a1a3194d00d1dd51a1666f4814f2919cdb4768a0c062ad95","sources":["taiki-e/install-action"]},"windows-x64":{"asset":"syft_1.51.0_windows_amd64.zip","sha256":"fc5ffaeffb993576ece9c791da5a688fb2c8969a1479bbfe58583672c64da336","sources":["taiki-e/install-action"]},"linux-arm64":{"asset":"syft_1.51.0_linux_arm64.tar.gz","sha256":"6c0466811541ea03add5213a60a1562f0851e4c0b0ecfdee1a694a9455285900","sources":["taiki-e/install-action","public-pin"]},"darwin-arm64":{"asset":"syft_1.51.0_darwin_arm64.tar.gz","sha256":"4f37f4c7fefce0a68e4cf71ba3f5f9829a99e65d89b29f7ee41b8c2c10ea8c59","sources":["taiki-e/install-action","public-pin"]},"windows-arm64":{"asset":"syft_1.51.0_windows_arm64.zip","sha256":"3fd075e644e67d1a9ae63fbc67991c510fc623030a67b93f5de9e2fd2da5d3c2","sources":["taiki-e/install-action"]}},"1.50.0":{"linux-x64":{"asset":"syft_1.50.0_linux_amd64.tar.gz","sha256":"bf7b29ff57f06da30918266a0e1c2885a8f99784798d1bdb1628886aa015d788","sources":["taiki-e/install-action"]},"darwin-x64":{"asset":"syft_1.50.0_darwin_amd64.tar.gz","sha256":"d11a8c7bc27114853bd7c1e1b2f3be3ddda3a1de17aee585329f04c369341c75","sources":["taiki-e/install-action"]},"windows-x64":{"asset":"syft_1.50.0_windows_amd64.zip","sha256":"815ee6973ec5dff6a671d7f41b0e78835a8c45b91d5a39f4743ea1cee833d3be","sources":["taiki-e/install-action"]},"linux-arm64":{"asset":"syft_1.50.0_linux_arm64.tar.gz","sha256":"887c57cbcc2d0e8c5c110a4571a3fc7150058b24d74f993ee4663516e5c8ce86","sources":["taiki-e/install-action"]},"darwin-arm64":{"asset":"syft_1.50.0_darwin_arm64.tar.gz","sha256":"e32fdb9d47823fa633748a1efca2528fd77c37469ea93c9e40ab835da44e4cce","sources":["taiki-e/install-action"]},"windows-arm64":{"asset":"syft_1.50.0_windows_arm64.zip","sha256":"5eb435eb8750737d12e66f5a145975b4027adf20076b518079af38b2148d55a5","sources":["taiki-e/install-action"]}},"1.49.0":{"linux-x64":{"asset":"syft_1.49.0_linux_amd64.tar.gz","sha256":"7aa2f03ee92739cf643279ba3990548b9925d4e22cae13f46831ee62821147fe","sources":["taiki-e/install-action"]},"darwin-x64":{"asset":"syft_1.49.0_darwin_amd64.tar.gz","sha256":"a18ba5c48a4e75d0d87cae7b36b93bdfc04ddd5ea69b87bec9f7cd9431a8cdb9","sources":["taiki-e/install-action"]},"windows-x64":{"asset":"syft_1.49.0_windows_amd64.zip","sha256":"6edff6c6e06ddd43ae3b779099653f499a856009786b5375a7cf23aed6b67b1a","sources":["taiki-e/install-action"]},"linux-arm64":{"asset":"syft_1.49.0_linux_arm64.tar.gz","sha256":"c7c32de183c32368de197edba75e8dba7632915f7761bacd55149a9ca7fe0fa4","sources":["taiki-e/install-action"]},"darwin-arm64":{"asset":"syft_1.49.0_darwin_arm64.tar.gz","sha256":"4d137302fb3e049cb1b124b1cbd840a77280dc9f50a45a5a4389250a2228b3cb","sources":["taiki-e/install-action"]},"windows-arm64":{"asset":"syft_1.49.0_windows_arm64.zip","sha256":"ec62dd8fe827113f70fc8fe856067f2b8686b2f037533ae05c89b39cb9a6af90","sources":["taiki-e/install-action"]}},"1.48.0":{"linux-x64":{"asset":"syft_1.48.0_linux_amd64.tar.gz","sha256":"6cef9a7f37220d9067eaf9cfaaa2fce986e9f320a8d42cbc36658c99af78ea04","sources":["taiki-e/install-action"]},"darwin-x64":{"asset":"syft_1.48.0_darwin_amd64.tar.gz","sha256":"dc7b2135fa5591003596df4ddb3408f499b68174f5e7dc1c77a373b753463182","sources":["taiki-e/install-action"]},"windows-x64":{"asset":"syft_1.48.0_windows_amd64.zip","sha256":"b46cb02a47c5b76a1656958757d62ac07d0cb7de35f92e8a7e02d450cbb53097","sources":["taiki-e/install-action"]},"linux-arm64":{"asset":"syft_1.48.0_linux_arm64.tar.gz","sha256":"6865a3d97c4e28b4b38571c17a2bf512da4494ef1d37613c3122fce0d67e63b0","sources":["taiki-e/install-action"]},"darwin-arm64":{"asset":"syft_1.48.0_darwin_arm64.tar.gz","sha256":"fef3e6d5df336a0a4c3e421e503119d1e221cf82a3ef5e426a791fcd81667e87","sources":["taiki-e/install-action"]},"windows-arm64":{"asset":"syft_1.48.0_windows_arm64.zip","sha256":"7ac974ad525df58707dcdcdf3a54528ee31f6b104c8d42500df11987e469bc1e","sources":["taiki-e/install-action"]}}},"trivy":{"0.74.0":{"linux-x64":{"asset":"trivy_0.74.0_Linux-64bit.tar.gz","sha256":"2ae6fe3ee734b7fdf11335663e18c75ea12dccc76062f09f164a3b0f8be4371a","sources":["taiki-e/install-action","public-pins"]},"darwin-x64":{"asset":"trivy_0.74.0_macOS-64bit.tar.gz","sha256":"472816f6888dda689d075c30254d4210b4d1035acf365aa72332f584c2f60485","sources":["taiki-e/install-action"]},"windows-x64":{"asset":"trivy_0.74.0_windows-64bit.zip","sha256":"94c40e0696e4b907a74b7b2e1438d5d72ebaca83115817407f568a002d520842","sources":["taiki-e/install-action"]},"linux-arm64":{"asset":"trivy_0.74.0_Linux-ARM64.tar.gz","sha256":"b94ce1976bbf3c15b514b605ee88be7c6d94a29be2302847ff01cb794d47aad5","sources":["taiki-e/install-action"]},"darwin-arm64":{"asset":"trivy_0.74.0_macOS-ARM64.tar.gz","sha256":"1caada5e0e2091909357c7525d3aa76f4b660b13821bc143b190c7483e31cc11","sources":["taiki-e/install-action","public-pin"]}},"0.73.0":{"linux-x64":{"asset":"trivy_0.73.0_Linux-64bit.tar.gz","sha256":"2edd39da482bb4e9831962487b68f68e3928ec3137794757f54d00383d79547b","sources":["taiki-e/install-action"]},"darwin-x64":{"asset":"trivy_0.73.0_macOS-64bit.tar.gz","sha256":"d39d1374dd3e35d48621b82df9b6625fe69f9920cc67d2739ed81bb679f16f51","sources":["taiki-e/install-action"]},"windows-x64":{"asset":"trivy_0.73.0_windows-64bit.zip","sha256":"d2d3ad5292aae470a03eb6506db86fce81b1894592b8451cadaf60eaa22f2025","sources":["taiki-e/install-action"]},"linux-arm64":{"asset":"trivy_0.73.0_Linux-ARM64.tar.gz","sha256":"13833d97e8a1a5367471c372a173180157f593bece570e20d5d925fef552f5dd","sources":["taiki-e/install-action"]},"darwin-arm64":{"asset":"trivy_0.73.0_macOS-ARM64.tar.gz","sha256":"80cc25faaf6378e37701202d0b4f9f43d9e413d198d594ba60fdf559fe44a683","sources":["taiki-e/install-action"]}},"0.72.0":{"linux-x64":{"asset":"trivy_0.72.0_Linux-64bit.tar.gz","sha256":"bbb64b9695866ce4a7a8f5c9592002c5961cab378577fa3f8a040df362b9b2ea","sources":["taiki-e/install-action"]},"darwin-x64":{"asset":"trivy_0.72.0_macOS-64bit.tar.gz","sha256":"ee5e60df8a98e5b89fd74a6d86f9e5c7e9a266a35002cb1e43291698b3bfee08","sources":["taiki-e/install-action"]},"windows-x64":{"asset":"trivy_0.72.0_windows-64bit.zip","sha256":"ed3cf122060f61818fe1f735fd97557954e16e10bc8b058af9852271cf2e91b3","sources":["taiki-e/install-action"]},"linux-arm64":{"asset":"trivy_0.72.0_Linux-ARM64.tar.gz","sha256":"2ca2c023109c2db6b2b77366b6717291452d4531167377d95c79547f0c8e3467","sources":["taiki-e/install-action"]},"darwin-arm64":{"asset":"trivy_0.72.0_macOS-ARM64.tar.gz","sha256":"88f208680dc05da2b459e19b4f5aa2b4dc7c2117892ba4aab2ae63baba330016","sources":["taiki-e/install-action"]}},"0.71.2":{"linux-x64":{"asset":"trivy_0.71.2_Linux-64bit.tar.gz","sha256":"0510e71e2fd39bf863856d499c8dc19feb4e7336546394c502a8f5cc7ab27460","sources":["taiki-e/install-action"]},"darwin-x64":{"asset":"trivy_0.71.2_macOS-64bit.tar.gz","sha256":"c27bcf4ddd281aecb7267eb5df804ec49ac0f8fa23fe018d33932e17f30a38bf","sources":["taiki-e/install-action"]},"windows-x64":{"asset":"trivy_0.71.2_windows-64bit.zip","sha256":"ea31c2a927382410cfa2b4eb5970aed62308cf28902e1d167ea36bbfa0515095","sources":["taiki-e/install-action"]},"linux-arm64":{"asset":"trivy_0.71.2_Linux-ARM64.tar.gz","sha256":"fe1c7106e15a5365d485b098a8c338f91e3b7ba71cb0e4963b98a3a098763cfc","sources":["taiki-e/install-action"]},"darwin-arm64":{"asset":"trivy_0.71.2_macOS-ARM64.tar.gz","sha256":"a9f585cad53542a54ef286b5fa4199d081e5a061f8894635bdf3ce2608ece7a9","sources":["taiki-e/install-action"]}}},"grype":{"0.117.0":{"linux-x64":{"asset":"grype_0.117.0_linux_amd64.tar.gz","sha256":"38525dab1e06f162ebaa02f94d82d1f807076b011a44180cf2777edf1a7b9c26","sources":["public-pins"]},"linux-arm64":{"asset":"grype_0.117.0_linux_arm64.tar.gz","sha256":"935f628bdf9331ffdd946931ea5fdb50045d3970ba52670cbeb44a88f127291b","sources":["public-pins"]},"darwin-x64":{"asset":"grype_0.117.0_darwin_amd64.tar.gz","sha256":"312ed375dcda6d8893b4ca5d517371fef1a50062ebb0b0dbe6bdb4ac2fb57c57","sources":["public-pin"]},"darwin-arm64":{"asset":"grype_0.117.0_darwin_arm64.tar.gz","sha256":"bfcefa3f3b1690d9c77d847841b32ebd6106ab0e0e32f810924707e704d53584","sources":["public-pins"]}}},"kyverno":{"1.19.0":{"linux-x64":{"asset":"kyverno-cli_v1.19.0_linux_x86_64.tar.gz","sha256":"f5b4dc73c8e2f3f66e8e0034dc370e6eb6c4617eff7d5ae3838d2200034eb421","sources":["public-pin"]}}},"crane":{"0.21.9":{"linux-x64":{"asset":"go-containerregistry_Linux_x86_64.tar.gz","sha256":"5c16d8ddb971cb1d5e6ed8b1e743da8224414eeba2c2762d8f1a61b2f095699e","sources":["public-pin"]},"linux-arm64":{"asset":"go-containerregistry_Linux_arm64.tar.gz","sha256":"1f4c647b7bb260ab5435661df5b526cf59950ebf95201790db7183ac189cbcbd","sources":["public-pin"]}}},"slsa-verifier":{"2.7.1":{"linux-x64":{"asset":"slsa-verifier-linux-amd64","sha256":"946dbec729094195e88ef78e1734324a27869f03e2c6bd2f61cbc06bd5350339","sources":["public-pins"]}},"2.7.0":{"darwin-x64":{"asset":"slsa-verifier-darwin-amd64","sha256":"36694b43ab23be234add09272e5faf77349d7e267bf65c01dc9bcdf58c4f496e","sources":["slsa-verifier/SHA256SUM.md"]},"darwin-arm64":{"asset":"slsa-verifier-darwin-arm64","sha256":"84d9122ce12e0c79080844285fd5c4976407ed3463e434a1b21b0979c46b1e55","sources":["slsa-verifier/SHA256SUM.md"]},"linux-x64":{"asset":"slsa-verifier-linux-amd64","sha256":"499befb675efcca9001afe6e5156891b91e71f9c07ab120a8943979f85cc82e6","sources":["slsa-verifier/SHA256SUM.md"]},"linux-arm64":{"asset":"slsa-verifier-linux-arm64","sha256":"dc3845d7605f666a0938389c1c5735230e50b32a547867ffd351fb14df928167","sources":["slsa-verifier/SHA256SUM.md"]},"windows-x64":{"asset":"slsa-verifier-windows-amd64.exe","sha256":"61ff8b1cca6ac0012b0ba906367836f64a389444766be437df2a69f71285f43b","sources":["slsa-verifier/SHA256SUM.md"]},"windows-arm64":{"asset":"slsa-verifier-windows-arm64.exe","sha256":"ddf58798049599c44caf299b6a9cf8a41760daa94ee208bdae8aa78fc75dcb2b","sources":["slsa-verifier/SHA256SUM.md"]}}},"oras":{"1.2.3":{"darwin-x64":{"asset":"oras_1.2.3_darwin_amd64.tar.gz","sha256":"29d8b684dadd9b08614fe9023a5ac8ff0ef1bef1c9795ad8076e3215eb207724","sources":["oras-project/setup-oras"]},"darwin-arm64":{"asset":"oras_1.2.3_darwin_arm64.tar.gz","sha256":"ca4188a0c690536d34baf2a4c3507b3fcc11a06979aeec6da3560a0c4d944a6a","sources":["oras-project/setup-oras"]},"linux-x64":{"asset":"oras_1.2.3_linux_amd64.tar.gz","sha256":"b4efc97a91f471f323f193ea4b4d63d8ff443ca3aab514151a30751330852827","sources":["oras-project/setup-oras"]},"linux-arm64":{"asset":"oras_1.2.3_linux_arm64.tar.gz","sha256":"90e24e234dc6dffe73365533db66fd14449d2c9ae77381081596bf92f40f6b82","sources":["oras-project/setup-oras"]},"linux-ppc64":{"asset":"oras_1.2.3_linux_ppc64le.tar.gz","sha256":"6362e6df98961906c55fbbaf789610c575a8cd4c72a0e18a41561b36fd4352ef","sources":["oras-project/setup-oras"]},"linux-s390x":{"asset":"oras_1.2.3_linux_s390x.tar.gz","sha256":"7993b9247c49e7aa3f107568c33c37d6bcae87018651a6def8278ea7c2c7a3a8","sources":["oras-project/setup-oras"]},"windows-x64":{"asset":"oras_1.2.3_windows_amd64.zip","sha256":"8fe890f5c6c89b06fb138839e533a112e0fc026a25b2c8c1b042b32455a56947","sources":["oras-project/setup-oras"]}}},"notation":{"1.3.2":{"darwin-x64":{"asset":"notation_1.3.2_darwin_amd64.tar.gz","sha256":"72fade2ccb0765e2ff26b53c9ca663dd33dc4f2020b2b8493e703a9ccf6174a2","sources":["notaryproject/notation-action"]},"darwin-arm64":{"asset":"notation_1.3.2_darwin_arm64.tar.gz","sha256":"054bf6e9fb2619390dab9c74e5d6c511bde7609f3a060ee512c6aead2440c214","sources":["notaryproject/notation-action"]},"linux-x64":{"asset":"notation_1.3.2_linux_amd64.tar.gz","sha256":"e1a0f060308086bf8020b2d31defb7c5348f133ca0dba6a1a7820ef3cbb6dfe5","sources":["notaryproject/notation-action"]},"linux-arm64":{"asset":"notation_1.3.2_linux_arm64.tar.gz","sha256":"34143c7b816a50104824278080a5cf12bbf855488e003f62e6acf27ed25c423c","sources":["notaryproject/notation-action"]},"windows-x64":{"asset":"notation_1.3.2_windows_amd64.zip","sha256":"014f25a530eee17520c8e1eb7380e4bd02ff6fc04479a07a890954e3b7ddfdc7","sources":["notaryproject/notation-action"]}}}}}');
;// CONCATENATED MODULE: ./packages/core/build/tools/table.js


/** The table that is part of this release; a workflow fills and confirms it by pull request. */
const CHECKSUMS = checksums_namespaceObject;
/** What the asset of this version and platform has to be; undefined: the table does not hold it. */
function pinnedAsset(table, name, version, platform) {
    return own(own(own(table.tools, name), version), platformKey(platform));
}
/**
 * Whether two sources agree on an entry. What the vendor publishes in its release (file, checksum file, signature) is one source:
 * who can change one of them can mostly change the others.
 */
const isConfirmed = ({ sources }) => sources.length >= AGREEING_SOURCES;
const AGREEING_SOURCES = 2;
/** Versions of a tool that the table holds for some platform, as it lists them. */
const pinnedVersions = (table, name) => Object.keys(own(table.tools, name) ?? {});
/** A member of the record itself: a version called "constructor" is none. */
const own = (record, name) => record !== undefined && Object.hasOwn(record, name) ? record[name] : undefined;

// EXTERNAL MODULE: ./packages/core/node_modules/semver/index.js
var semver = __webpack_require__(69730);
// EXTERNAL MODULE: ./packages/core/build/limits.js
var limits = __webpack_require__(99772);
// EXTERNAL MODULE: ./packages/core/build/tools/names.js
var names = __webpack_require__(40102);
;// CONCATENATED MODULE: ./packages/core/build/tools/versions.js





/**
 * Reads lines of `name` or `name@version`. A version is one exact semantic version, with or without a "v": what moves
 * (`latest`, `1.x`) cannot be pinned. Throws INPUT_INVALID, INPUTS_CONTRADICT for one tool in two versions, TOOL_REVOKED.
 */
function parseTools(lines) {
    const wanted = lines.map(parseTool);
    if (wanted.length > limits/* MAX_TOOLS */.Bk0)
        throw invalid(`names ${wanted.length} tools`, `Name at most ${limits/* MAX_TOOLS */.Bk0}.`);
    const byName = new Map();
    for (const tool of wanted) {
        const before = byName.get(tool.name);
        if (before !== undefined && before.version !== tool.version) {
            throw new errors/* CountersignError */.WS('INPUTS_CONTRADICT', {
                what: `${tool.name} is asked for in two versions`,
                remedy: 'Name each tool once.',
            });
        }
        byName.set(tool.name, tool);
    }
    return [...byName.values()];
}
function parseTool(line) {
    const [name = '', version, ...more] = line.split('@');
    const known = names/* TOOL_NAMES */.K.find((each) => each === name);
    if (known === undefined || more.length > 0)
        throw invalid(`holds ${shown(line)}, which is no tool`, `It takes NAME or NAME@VERSION of: ${names/* TOOL_NAMES */.K.join(', ')}.`);
    if (version === undefined)
        return { name: known, version: undefined };
    const exact = exactVersion(known, version);
    checkNotRevoked(known, exact);
    return { name: known, version: exact };
}
/** `1.51.0` of `v1.51.0` or `1.51.0`. Throws INPUT_INVALID: such a text goes into paths and addresses. */
function exactVersion(name, text) {
    const bare = text.startsWith('v') ? text.slice(1) : text;
    // semver's own reading also takes "=1.0.0" and white space, and drops build metadata: the text must be what it reads.
    if ((0,semver.valid)(bare) === bare)
        return bare;
    throw invalid(`asks for ${name}@${shown(text).slice(1, -1)}, which is no exact version`, `Name one version, such as ${name}@1.2.3: what moves cannot be verified by its checksum.`);
}
/** The version that a program prints of itself; undefined where it prints none. */
function printedVersion(text) {
    const labelled = /^\s*(?:git)?version:?\s+v?(\d+\.\d+\.\d+[0-9A-Za-z.+-]*)/im.exec(text)?.[1];
    const alone = /^\s*v?(\d+\.\d+\.\d+[0-9A-Za-z.+-]*)\s*$/.exec(text)?.[1];
    return (0,semver.valid)(labelled ?? alone ?? '') ?? undefined;
}
const shown = (text) => JSON.stringify(text.slice(0, limits/* MAX_SHOWN_INPUT_CHARS */.SpS));
const invalid = (what, remedy) => new errors/* CountersignError */.WS('INPUT_INVALID', { what: `The input tools ${what}`, remedy });

;// CONCATENATED MODULE: ./packages/core/build/tools/build.js






/** Throws INPUT_INVALID for what is no exact version, TOOL_REVOKED. */
function buildOf(name, version, services) {
    const definition = toolNamed(name);
    const exact = version === undefined ? definition.defaultVersion : exactVersion(name, version);
    checkNotRevoked(name, exact);
    const platform = services.platform ?? thisPlatform();
    const pinned = pinnedAsset(services.table ?? CHECKSUMS, name, exact, platform);
    const assets = definition.assets(exact);
    const key = platformKey(platform);
    return {
        definition,
        version: exact,
        platform,
        pinned,
        file: pinned?.asset ?? (Object.hasOwn(assets, key) ? assets[key] : undefined),
        program: executable(definition.program, platform),
        label: `${name} ${exact}`,
    };
}
/** Whether the release's file is an archive, and not the program itself. */
const isArchive = (file) => file.endsWith('.tar.gz') || file.endsWith('.zip');
/** The error of a platform that the vendor builds nothing for. */
function noBuild({ label, platform, definition, version }) {
    const there = Object.keys(definition.assets(version)).join(', ');
    return new errors/* CountersignError */.WS('TOOL_NOT_FOUND', {
        what: `There is no build of ${label} for ${platformKey(platform)}`,
        remedy: `Its vendor makes builds for: ${there}. Run the job on one of these, or build the tool yourself and set allow-path.`,
    });
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./packages/core/build/json.js
var build_json = __webpack_require__(30058);
// EXTERNAL MODULE: ./packages/core/build/read-bounded.js
var read_bounded = __webpack_require__(46524);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(46466);
;// CONCATENATED MODULE: ./packages/core/build/tools/hash-file.js



/** sha256 of a file as 64 hexadecimal digits, read piece by piece. Rejects with the file system's error. */
async function sha256File(path) {
    const hash = (0,external_node_crypto_.createHash)('sha256');
    await (0,external_node_stream_promises_.pipeline)((0,external_node_fs_.createReadStream)(path, { highWaterMark: PIECE_BYTES }), hash);
    return hash.digest('hex');
}
const PIECE_BYTES = 1024 * 1024;

// EXTERNAL MODULE: ./packages/core/build/oci/index.js + 3 modules
var oci = __webpack_require__(66212);
;// CONCATENATED MODULE: ./packages/core/build/tools/checksum-file.js

/**
 * The sha256 that a checksum file (`<64 hex> [ *]<name>` per line, as sha256sum writes it) has for exactly this file name.
 * A name is compared whole: "syft_1.0.0" is not found in "old-syft_1.0.0" nor in "syft_1.0.0.sbom". Throws TOOL_REJECTED where the
 * name is missing or named twice with different sums.
 */
function checksumOf(file, text, list) {
    const sums = new Set();
    for (const line of text.split(/\r?\n/)) {
        const [, sum, name] = /^([0-9a-f]{64})(?: [ *]|\t| )(\S.*)$/i.exec(line) ?? [];
        if (sum !== undefined && name === file)
            sums.add(sum.toLowerCase());
    }
    const [sum, ...others] = sums;
    if (sum !== undefined && others.length === 0)
        return sum;
    throw new errors/* CountersignError */.WS('TOOL_REJECTED', {
        what: `The checksum file ${list} ${sum === undefined ? 'does not name' : 'names two checksums for'} ${file}`,
        remedy: 'Nothing was installed. Look at that release: its files do not belong together.',
    });
}

// EXTERNAL MODULE: ./node_modules/@sigstore/protobuf-specs/dist/index.js
var dist = __webpack_require__(19654);
// EXTERNAL MODULE: ./packages/core/build/sign/index.js + 27 modules
var sign = __webpack_require__(1787);
// EXTERNAL MODULE: ./packages/core/build/verify/index.js + 13 modules
var verify = __webpack_require__(51942);
;// CONCATENATED MODULE: ./packages/core/build/tools/signature.js






/**
 * Makes a Sigstore bundle of a signature and certificate that `cosign sign-blob` wrote beside `list`: their log entry is asked
 * for at the logs of the trusted root, by the hash of what was signed. Nothing is believed of it yet.
 * Throws TOOL_REJECTED for files that are neither, SIGNATURE_INVALID, LOG_ENTRY_INVALID where no log has the signature, LOG_UNAVAILABLE.
 */
async function bundleOfPair(context, trust, list, signature, certificate) {
    const blob = {
        sha256: (0,oci/* hexOf */.ZD)((0,oci/* digestOf */.ol)(list.bytes)),
        signature: readSignature(list.name, signature),
        certificate: readCertificate(list.name, certificate),
    };
    // Before anybody is asked: what is not even signed by that certificate is nobody's business.
    if (!isSigned(list.bytes, blob)) {
        throw new errors/* CountersignError */.WS('SIGNATURE_INVALID', {
            what: `${list.name} is not what was signed: its signature does not verify with the certificate beside it`,
            remedy: 'Nothing was installed. Treat that release, or the mirror, as changed after it was signed.',
        });
    }
    const failures = [];
    for (const { baseUrl } of trust.trustedRoot.tlogs.filter(canBeSearched)) {
        try {
            const entry = await (0,sign.findLoggedBlob)(context, baseUrl, blob);
            if (entry !== undefined)
                return (0,sign.blobBundle)(blob, entry);
        }
        catch (error) {
            failures.push(error); // another log of the root may have it
        }
    }
    if (failures.length > 0)
        throw failures[0];
    throw new errors/* CountersignError */.WS('LOG_ENTRY_INVALID', {
        what: `No log of the trusted root holds the signature of ${list.name}`,
        remedy: "Nothing was installed. A signature that was never logged is not the vendor's: look at that release.",
    });
}
/** A Rekor v1, whose promises are signed with ECDSA alone: a log with another key is a Rekor v2, which has no search. */
const canBeSearched = ({ publicKey }) => publicKey?.keyDetails !== dist.PublicKeyDetails.PKIX_ED25519;
/**
 * Verifies that exactly this signer signed bytes of this sha256, with a log entry, its promise and its proof. Answers when. Throws the
 * verifier's codes, SIGNER_NOT_ALLOWED among them; all are rejections.
 */
function verifySigned(trust, what, sha256, bundle, wanted) {
    try {
        const claim = (0,verify/* createVerifier */.$)({ trust, keys: [] }).verify({ kind: 'bundle', bytes: bundle }, (0,oci/* parseDigest */.m)(`sha256:${sha256}`));
        const { signer } = claim;
        const [identity, issuer] = signer.kind === 'certificate' ? [signer.identity, signer.facts.issuer] : ['a key', undefined];
        if (identity !== wanted.identity || issuer !== wanted.issuer) {
            throw new errors/* CountersignError */.WS('SIGNER_NOT_ALLOWED', {
                what: `it was signed by ${identity} (${issuer ?? 'no issuer'}), and its vendor signs as ${wanted.identity} (${wanted.issuer})`,
                remedy: '',
            });
        }
        // The latest of several: a signature is no older than any witness of it says.
        const times = claim.times.map(({ at }) => at.getTime());
        return times.length === 0 ? undefined : new Date(Math.max(...times));
    }
    catch (error) {
        if (!(error instanceof errors/* CountersignError */.WS))
            throw error;
        throw new errors/* CountersignError */.WS(error.code, {
            what: `${what} is not what its vendor signed: ${error.message}`,
            remedy: 'Nothing was installed. Do not use this file; tell the vendor, and whoever runs the mirror it came from.',
            cause: error,
        });
    }
}
function isSigned(bytes, { certificate, signature }) {
    try {
        return (0,external_node_crypto_.verify)('sha256', bytes, certificate.publicKey, signature);
    }
    catch {
        return false; // a kind of key that cosign signs no file with
    }
}
/** Base64 with or without line ends, as cosign writes it. */
function readSignature(name, bytes) {
    const text = Buffer.from(bytes).toString('latin1').trim();
    if (!/^[A-Za-z0-9+/]+={0,2}$/.test(text))
        throw unreadable(name, 'signature');
    return Buffer.from(text, 'base64');
}
/** PEM, or PEM once more in base64: cosign has written both. */
function readCertificate(name, bytes) {
    const text = Buffer.from(bytes).toString('latin1').trim();
    const pem = text.startsWith('-----BEGIN') ? text : Buffer.from(text, 'base64').toString('latin1');
    if (!pem.startsWith('-----BEGIN CERTIFICATE-----'))
        throw unreadable(name, 'certificate');
    try {
        return new external_node_crypto_.X509Certificate(pem);
    }
    catch (cause) {
        throw unreadable(name, 'certificate', cause);
    }
}
const unreadable = (name, what, cause) => new errors/* CountersignError */.WS('TOOL_REJECTED', {
    what: `The ${what} of ${name} cannot be read`,
    remedy: 'Nothing was installed. Look at that release: its files are damaged.',
    cause,
});

;// CONCATENATED MODULE: ./packages/core/build/tools/judge.js





const NO_EVIDENCE = { checksums: undefined, bundle: undefined, lastModified: undefined };
/**
 * Decides whether an asset of this sha256 is what the build has to be, and by what: the table; else, strict, the vendor's
 * signature; else the vendor's checksum file. The same for what was just downloaded and for what a cache brought back.
 * Throws DIGEST_MISMATCH, TOOL_UNVERIFIABLE, TOOL_TOO_YOUNG, TOOL_REJECTED and the verifier's codes.
 */
async function judge(build, sha256, evidence, request, services) {
    const { pinned, label } = build;
    const file = build.file ?? '';
    if (pinned !== undefined) {
        if (pinned.sha256 === sha256)
            return 'table';
        throw mismatch(build, file, pinned.sha256, sha256, 'the table of this release');
    }
    const way = provable(build, request.verify);
    const now = services.context.clock.now();
    const minAgeMs = request.minAgeMs ?? limits/* DEFAULT_MIN_AGE_MS */.Qsk;
    if (way.kind === 'checksum') {
        const list = required(evidence.checksums, label, way.list);
        const expected = checksumOf(file, textOf(list), way.list);
        if (expected !== sha256)
            throw mismatch(build, file, expected, sha256, way.list);
        checkAge(label, evidence.lastModified, now, minAgeMs);
        return 'checksum';
    }
    const trust = await services.trust();
    const bundle = required(evidence.bundle, label, 'signature');
    if (way.kind === 'bundle') {
        const signedAt = verifySigned(trust, file, sha256, bundle, way.signer);
        checkAge(label, signedAt, now, minAgeMs);
        return 'signature';
    }
    const list = required(evidence.checksums, label, way.list);
    const signedAt = verifySigned(trust, way.list, (0,oci/* hexOf */.ZD)((0,oci/* digestOf */.ol)(list)), bundle, way.signer);
    const expected = checksumOf(file, textOf(list), way.list);
    if (expected !== sha256)
        throw mismatch(build, file, expected, sha256, `the signed ${way.list}`);
    checkAge(label, signedAt, now, minAgeMs);
    return 'signature';
}
/** Throws TOOL_UNVERIFIABLE where the vendor publishes nothing that this mode accepts. */
function provable({ definition, version, label }, verify) {
    const { signature, checksums } = definition;
    const list = checksums?.(version);
    if (verify === 'checksum') {
        if (list !== undefined)
            return { kind: 'checksum', list };
        throw unverifiable(label, 'its vendor publishes no checksum file', 'Name a version of the table.');
    }
    if (signature === undefined) {
        throw unverifiable(label, 'its vendor signs nothing with Sigstore', list === undefined
            ? 'Name a version of the table.'
            : "Name a version of the table, or set verify: checksum if the vendor's unsigned checksum file is enough.");
    }
    const signer = signature.signer(version);
    if (signature.kind === 'bundle')
        return { kind: 'bundle', suffix: signature.suffix, signer };
    if (list === undefined)
        throw unverifiable(label, 'its vendor publishes no checksum file', 'Name a version of the table.');
    const { signature: sig, certificate } = signature;
    return { kind: 'pair', list, signature: `${list}${sig}`, certificate: `${list}${certificate}`, signer };
}
/** Throws TOOL_TOO_YOUNG for what is younger than this, and for what nothing says the age of. */
function checkAge(label, from, now, minAgeMs) {
    if (minAgeMs === 0)
        return;
    const ageMs = from === undefined ? undefined : now.getTime() - from.getTime();
    if (ageMs !== undefined && ageMs >= minAgeMs)
        return;
    throw new errors/* CountersignError */.WS('TOOL_TOO_YOUNG', {
        what: ageMs === undefined
            ? `Nothing says how old ${label} is, and it is not in the table`
            : `${label} is ${days(ageMs)} old, and min-age asks for ${days(minAgeMs)} of a version that is not in the table`,
        remedy: 'Wait, name a version of the table, or lower min-age once you have looked at that release yourself.',
    });
}
const days = (ms) => `${Math.max(0, Math.floor(ms / 8_640_000) / 10)} days`;
const textOf = (bytes) => new TextDecoder().decode(bytes);
/** Only what a cache holds can lack it: it was put there under a milder rule, or by an older release. */
function required(bytes, label, what) {
    if (bytes !== undefined)
        return bytes;
    throw unverifiable(label, `nothing is kept of its ${what}`, 'Install it again.');
}
const mismatch = ({ label }, file, expected, found, by) => new errors/* CountersignError */.WS('DIGEST_MISMATCH', {
    what: `${file} of ${label} has the sha256 ${found}; by ${by} it has to be ${expected}`,
    remedy: 'Nothing was installed. Do not use this file: it is not what the vendor released, or was damaged on the way.',
});
const unverifiable = (label, why, remedy) => new errors/* CountersignError */.WS('TOOL_UNVERIFIABLE', {
    what: `${label} is not in the table for this platform, and ${why}`,
    remedy,
});

// EXTERNAL MODULE: ./packages/core/build/program/index.js + 3 modules
var program = __webpack_require__(10328);
;// CONCATENATED MODULE: ./packages/core/build/tools/run-version.js





/** The version that a program prints; undefined where it cannot be run or prints none. It sees no token and an empty home. */
async function versionOf(path, args, { context, env, tempDir }) {
    const home = await (0,promises_.mkdtemp)((0,external_node_path_.join)(tempDir, 'countersign-version-'));
    try {
        const { exitCode, stdout, messages } = await (0,program/* runProgram */.mB)({
            path,
            args,
            env: (0,program/* scrubbedEnvironment */.aq)(env, home),
            cwd: home,
            maxOutputBytes: limits/* MAX_TOOL_VERSION_BYTES */.t7S,
            timeoutMs: limits/* TOOL_VERSION_TIMEOUT_MS */.LZH,
            signal: context.signal,
        });
        return exitCode === 0 ? (printedVersion(stdout) ?? printedVersion(messages)) : undefined;
    }
    catch (error) {
        if (context.signal.aborted)
            throw error;
        context.log.debug(`${path} does not say its version: ${String(error)}`);
        return undefined;
    }
    finally {
        await (0,promises_.rm)(home, { recursive: true, force: true });
    }
}

// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(57075);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(38522);
;// CONCATENATED MODULE: ./packages/core/build/tools/unpack.js







/**
 * Takes exactly one program out of a `.tar.gz` or `.zip`, and nothing else: no other entry is ever written. With `target`
 * undefined it is only hashed. Answers its sha256. An archive with a path that leaves it, a link, the program twice or not at all, an
 * end that is cut off, or more than the bounds, is refused whole: TOOL_REJECTED.
 */
async function unpackProgram(wanted, target) {
    const taker = new Taker(wanted, target);
    try {
        if (wanted.name.endsWith('.zip'))
            await readZip(wanted, taker);
        else
            await readTarGz(wanted, taker);
    }
    catch (error) {
        if (error instanceof errors/* CountersignError */.WS)
            throw error;
        throw refused(wanted, 'is damaged or cut off', error);
    }
    return taker.sha256();
}
/** Looks at every entry and lets one through. */
class Taker {
    #wanted;
    #target;
    #entries = 0;
    #unpacked = 0;
    #hash;
    constructor(wanted, target) {
        this.#wanted = wanted;
        this.#target = target;
    }
    /** Whether this entry is the program; throws for one that no archive of a release has. */
    accepts(name, type, size) {
        this.#entries += 1;
        if (this.#entries > limits/* MAX_ARCHIVE_ENTRIES */.HSv)
            throw refused(this.#wanted, `holds more than ${limits/* MAX_ARCHIVE_ENTRIES */.HSv} entries`);
        const path = name.startsWith('./') ? name.slice(2) : name;
        if (leaves(path))
            throw refused(this.#wanted, `holds a path that leaves it, ${unpack_shown(name)}`);
        if (type === 'other')
            throw refused(this.#wanted, `holds a link or a device, ${unpack_shown(name)}`);
        this.#unpacked += size;
        if (this.#unpacked > limits/* MAX_UNPACKED_BYTES */.Tx3)
            throw refused(this.#wanted, `unpacks to more than ${limits/* MAX_UNPACKED_BYTES */.Tx3} bytes`);
        if (path !== this.#wanted.program)
            return false;
        if (type !== 'file')
            throw refused(this.#wanted, `holds a folder in place of ${this.#wanted.program}`);
        if (this.#hash !== undefined)
            throw refused(this.#wanted, `holds ${this.#wanted.program} twice`);
        if (size > limits/* MAX_TOOL_BYTES */.Ed_)
            throw refused(this.#wanted, `holds a program of ${size} bytes`);
        return true;
    }
    async take(content, through = new external_node_stream_.PassThrough()) {
        const hash = (0,external_node_crypto_.createHash)('sha256');
        this.#hash = hash;
        const sink = this.#target === undefined ? nowhere() : (0,external_node_fs_.createWriteStream)(this.#target, { flags: 'wx', mode: 0o755 });
        await (0,external_node_stream_promises_.pipeline)(content, through, hashing(hash), sink);
    }
    sha256() {
        if (this.#hash === undefined)
            throw refused(this.#wanted, `does not hold ${this.#wanted.program}`);
        return this.#hash.digest('hex');
    }
}
async function readTarGz({ path }, taker) {
    const { extract } = await __webpack_require__.e(/* import() */ 6118).then(__webpack_require__.t.bind(__webpack_require__, 56118, 19));
    const entries = extract();
    entries.on('entry', (header, content, next) => {
        // An entry that is refused ends with the archive's error, which is told there: unheard here it would end the process.
        content.on('error', () => undefined);
        const type = header.type === 'file' || header.type === 'directory' ? header.type : 'other';
        (async () => {
            if (taker.accepts(header.name, type, header.size))
                await taker.take(content);
            else
                content.resume();
        })().then(() => {
            next();
        }, (error) => {
            next(error instanceof Error ? error : new Error(String(error)));
        });
    });
    await (0,external_node_stream_promises_.pipeline)((0,external_node_fs_.createReadStream)(path, { highWaterMark: unpack_PIECE_BYTES }), (0,external_node_zlib_.createGunzip)({ chunkSize: unpack_PIECE_BYTES }), bounded(limits/* MAX_UNPACKED_BYTES */.Tx3), entries);
}
async function readZip(wanted, taker) {
    const { openPromise } = await __webpack_require__.e(/* import() */ 663).then(__webpack_require__.t.bind(__webpack_require__, 20663, 19));
    const archive = await openPromise(wanted.path, { lazyEntries: true, strictFileNames: true });
    try {
        for await (const entry of archive.eachEntry()) {
            const name = entry.fileName;
            const type = zipType(name, entry.externalFileAttributes);
            if (!taker.accepts(name, type, entry.uncompressedSize))
                continue;
            // yauzl leaves the check of the sum to its caller.
            const sum = new CrcCheck();
            await taker.take(await archive.openReadStreamPromise(entry), sum.stream);
            if (sum.value !== entry.crc32)
                throw refused(wanted, `holds ${name} with a wrong checksum`);
        }
    }
    finally {
        archive.close();
    }
}
/** Larger than Node's own 16 KiB: a program of 100 MB is fewer steps. */
const unpack_PIECE_BYTES = 512 * 1024;
const TYPE_MASK = 0o170000;
const REGULAR = 0o100000;
const FOLDER = 0o040000;
/** The upper half of the attributes is the Unix mode; archives made on Windows have none. */
function zipType(name, attributes) {
    const mode = (attributes >>> 16) & TYPE_MASK;
    if (mode !== 0 && mode !== REGULAR && mode !== FOLDER)
        return 'other';
    return name.endsWith('/') || mode === FOLDER ? 'directory' : 'file';
}
const leaves = (path) => path.startsWith('/') ||
    path.includes('\\') ||
    path.includes('\0') ||
    /^[A-Za-z]:/.test(path) ||
    path.split('/').includes('..');
const hashing = (hash) => new external_node_stream_.Transform({
    transform(chunk, _encoding, done) {
        hash.update(chunk);
        done(undefined, chunk);
    },
});
class CrcCheck {
    value = 0;
    stream = new external_node_stream_.Transform({
        transform: (chunk, _encoding, done) => {
            this.value = (0,external_node_zlib_.crc32)(chunk, this.value);
            done(undefined, chunk);
        },
    });
}
const nowhere = () => new external_node_stream_.Writable({
    write(_chunk, _encoding, done) {
        done();
    },
});
/** What comes out of the decompression, whatever the headers say. */
function bounded(maxBytes) {
    let length = 0;
    return new external_node_stream_.Transform({
        transform(chunk, _encoding, done) {
            length += chunk.length;
            if (length > maxBytes)
                done(new Error(`more than ${maxBytes} bytes`));
            else
                done(undefined, chunk);
        },
    });
}
const unpack_shown = (name) => JSON.stringify(name.slice(0, limits/* MAX_SHOWN_INPUT_CHARS */.SpS));
const refused = ({ name }, why, cause) => new errors/* CountersignError */.WS('TOOL_REJECTED', {
    what: `The archive ${name} ${why}`,
    remedy: 'Nothing was installed. Do not unpack it by hand; tell the vendor what was found there.',
    cause,
});

;// CONCATENATED MODULE: ./packages/core/build/tools/cache.js











/**
 * A folder of the tool cache holds the program, `.complete` (written last) and, below `.evidence`, the archive it was taken
 * from and what spoke for it: a cache that was restored from elsewhere is judged by these, not by what it says of itself.
 */
const COMPLETE = '.complete';
const EVIDENCE = '.evidence';
/** Where a build has its place. */
const cacheFolder = (toolCacheDir, { definition, version, platform }) => (0,external_node_path_.join)(toolCacheDir, definition.name, version, platform.arch);
/**
 * The build as the cache has it, verified anew as if it had just been downloaded; undefined: it is not there, or not for this
 * system. What was changed there is removed and warned of; the caller then fetches it anew. Needs no network for what the
 * table holds. Throws what judging throws where that says nothing about the files: TRUST_UNAVAILABLE, TOOL_TOO_YOUNG.
 */
async function fromCache(build, request, services) {
    try {
        return await verifyCached(build, request, services);
    }
    catch (error) {
        if (!isOfTheFiles(error))
            throw error;
        if (error.code === 'TOOL_UNVERIFIABLE')
            return undefined; // cached under a milder rule
        services.context.log.warn(`The tool cache has a ${build.label} that is not what was put there, and is removed: ${error.message}`);
        await (0,promises_.rm)(cacheFolder(services.toolCacheDir, build), { recursive: true, force: true });
        return undefined;
    }
}
/** As fromCache, but nothing is removed: what was changed is thrown as the rejection that it is. */
async function verifyCached(build, request, services) {
    const folder = cacheFolder(services.toolCacheDir, build);
    const record = await readRecord(folder);
    if (record === undefined || !isOf(record, build))
        return undefined;
    const { verifiedBy, sha256 } = await verifyFolder(folder, build, record, request, services);
    const { definition, version, program } = build;
    return {
        name: definition.name,
        version,
        path: (0,external_node_path_.join)(folder, program),
        sha256,
        source: 'tool-cache',
        verifiedBy,
    };
}
/** Whether the cache says that it has the build; nothing is verified. */
async function isCached(build, toolCacheDir) {
    const record = await readRecord(cacheFolder(toolCacheDir, build));
    return record !== undefined && isOf(record, build);
}
async function verifyFolder(folder, build, record, request, services) {
    await checkContents(folder, build.program);
    const program = (0,external_node_path_.join)(folder, build.program);
    const asset = (0,external_node_path_.join)(folder, EVIDENCE, 'asset');
    const sha256 = await sha256File(program).catch(changed);
    const archived = isArchive(record.file);
    const assetSha256 = archived ? await sha256File(asset).catch(changed) : sha256;
    const verifiedBy = await judge(build, assetSha256, await readEvidence(folder, record), request, services);
    if (archived) {
        const inside = await unpackProgram({ path: asset, name: record.file, program: build.program }, undefined);
        if (inside !== sha256)
            throw altered(`its program has the sha256 ${sha256}, and the archive's is ${inside}`);
    }
    await checkSaysVersion(build, program, verifiedBy, services);
    return { verifiedBy, sha256 };
}
/**
 * The folder goes to the front of PATH, so nothing else may be in it: another program there would be found before the
 * system's own. What is verified here must not lie elsewhere either, where it could be exchanged afterwards. Throws TOOL_REJECTED.
 */
async function checkContents(folder, program) {
    const { isLink, entries } = await lookInto(folder).catch(changed);
    if (isLink)
        throw altered('its folder is a link to another place');
    // What is missing there is missed below; a copy may have left an empty folder out.
    const evidence = await (0,promises_.readdir)((0,external_node_path_.join)(folder, EVIDENCE), { withFileTypes: true }).catch(() => []);
    const odd = entries.find((entry) => entry.name === EVIDENCE
        ? !entry.isDirectory()
        : !entry.isFile() || (entry.name !== program && entry.name !== COMPLETE)) ?? evidence.find((entry) => !entry.isFile());
    if (odd === undefined)
        return;
    throw altered(`its folder holds ${JSON.stringify(odd.name.slice(0, limits/* MAX_SHOWN_INPUT_CHARS */.SpS))}, which was not put there so`);
}
const lookInto = async (folder) => ({
    isLink: !(await (0,promises_.lstat)(folder)).isDirectory(),
    entries: await (0,promises_.readdir)(folder, { withFileTypes: true }),
});
/**
 * Moves a verified build into its place in one step: nobody ever sees half of it. Where another process was first its build is
 * taken if it verifies, and replaced if not. Answers the path of the program.
 */
async function place(build, staged, request, services) {
    const { evidence } = staged;
    const ready = (0,external_node_path_.join)(staged.staging, 'ready');
    await (0,promises_.mkdir)((0,external_node_path_.join)(ready, EVIDENCE), { recursive: true });
    await (0,promises_.rename)(staged.program, (0,external_node_path_.join)(ready, build.program));
    if (staged.asset !== undefined)
        await (0,promises_.rename)(staged.asset, (0,external_node_path_.join)(ready, EVIDENCE, 'asset'));
    if (evidence.checksums !== undefined)
        await (0,promises_.writeFile)((0,external_node_path_.join)(ready, EVIDENCE, 'checksums'), evidence.checksums);
    if (evidence.bundle !== undefined)
        await (0,promises_.writeFile)((0,external_node_path_.join)(ready, EVIDENCE, 'bundle'), evidence.bundle);
    await (0,promises_.writeFile)((0,external_node_path_.join)(ready, COMPLETE), `${JSON.stringify(recordOf(build, staged), undefined, 2)}\n`);
    const folder = cacheFolder(services.toolCacheDir, build);
    await (0,promises_.mkdir)((0,external_node_path_.join)(folder, '..'), { recursive: true });
    for (let attempt = 1; attempt <= limits/* MAX_PLACINGS */.bA2; attempt += 1) {
        try {
            await (0,promises_.rename)(ready, folder);
            return (0,external_node_path_.join)(folder, build.program);
        }
        catch (error) {
            if (!isTaken(error))
                throw error;
        }
        const there = await fromCache(build, request, services);
        if (there !== undefined)
            return there.path;
        await (0,promises_.rename)(folder, (0,external_node_path_.join)(staged.staging, `old-${attempt}`)).catch(() => undefined);
    }
    throw new errors/* CountersignError */.WS('WRITE_CONTENDED', {
        what: `${build.label} could not be put into the tool cache: others keep putting it there`,
        remedy: 'Run the step again.',
    });
}
/**
 * Where no list that was verified has the file's name, the program is asked for its version: an older release may carry as
 * good a signature, and so does the build for another platform, which does not run here. It is the vendor's, and is run
 * later anyway. Throws TOOL_REJECTED.
 */
async function checkSaysVersion({ definition, version, label }, path, verifiedBy, services) {
    if (verifiedBy === 'table' || definition.versionBoundBy === 'file-name')
        return;
    if (definition.versionArgs === undefined)
        return;
    const said = await versionOf(path, definition.versionArgs, services);
    if (said === version)
        return;
    throw new errors/* CountersignError */.WS('TOOL_REJECTED', {
        what: `What was downloaded as ${label} says that it is ${said ?? 'of no version'}`,
        remedy: 'Nothing was installed. An older release may have been put in its place: look at where it came from.',
    });
}
async function readEvidence(folder, { lastModified }) {
    const read = (name) => (0,read_bounded/* readBounded */.CB)((0,external_node_path_.join)(folder, EVIDENCE, name), limits/* MAX_TOOL_EVIDENCE_BYTES */.IN1).catch(() => undefined);
    return {
        checksums: await read('checksums'),
        bundle: await read('bundle'),
        lastModified: lastModified === undefined ? undefined : new Date(lastModified),
    };
}
const recordOf = ({ definition, version, platform, file }, staged) => ({
    tool: definition.name,
    version,
    ...platform,
    file: file ?? '',
    sha256: staged.sha256,
    verifiedBy: staged.verifiedBy,
    lastModified: staged.evidence.lastModified?.toISOString(),
});
async function readRecord(folder) {
    let json;
    try {
        const path = (0,external_node_path_.join)(folder, COMPLETE);
        if (!(await (0,promises_.lstat)(path)).isFile())
            return undefined; // a pipe would never end
        json = JSON.parse((await (0,read_bounded/* readBounded */.CB)(path, limits/* MAX_TOOL_EVIDENCE_BYTES */.IN1)).toString());
    }
    catch {
        return undefined; // never completed, or no record: as good as not there
    }
    return (0,build_json/* isObject */.Gv)(json) && TEXTS.every((name) => typeof json[name] === 'string')
        ? json
        : undefined;
}
const TEXTS = ['tool', 'version', 'os', 'arch', 'file', 'sha256'];
const isOf = (record, { definition, version, platform, file }) => record.tool === definition.name &&
    record.version === version &&
    record.os === platform.os &&
    record.arch === platform.arch &&
    record.file === file;
/** Verdicts about the files; a trust root that cannot be had, or an age, is none. */
const isOfTheFiles = (error) => error instanceof errors/* CountersignError */.WS &&
    (error.code === 'TOOL_UNVERIFIABLE' || (error.fault === 'rejection' && error.code !== 'TOOL_TOO_YOUNG'));
const isTaken = (error) => error instanceof Error &&
    'code' in error &&
    ['EEXIST', 'ENOTEMPTY', 'EPERM', 'EACCES', 'ENOTDIR'].includes(String(error.code));
const changed = () => {
    throw altered('a file of it is missing');
};
const altered = (why) => new errors/* CountersignError */.WS('TOOL_REJECTED', { what: why, remedy: 'It is removed.' });

;// CONCATENATED MODULE: ./packages/core/build/tools/download.js




/**
 * Streams a file of a release to `path` and hashes it on the way; one that breaks off is begun again, since the request
 * layer cannot repeat what it has handed over. undefined: it is not there.
 */
function download(context, source, file, path, maxBytes) {
    return again(context, async (begun) => {
        const fetched = await source.fetch(file, maxBytes);
        if (fetched === undefined)
            return undefined;
        begun();
        return { sha256: await write(fetched, path), lastModified: fetched.lastModified };
    });
}
/** A small file of a release, whole. undefined: it is not there. */
function downloadWhole(context, source, file, maxBytes) {
    return again(context, async (begun) => {
        const fetched = await source.fetch(file, maxBytes);
        if (fetched === undefined)
            return undefined;
        begun();
        const chunks = [];
        for await (const chunk of fetched.body)
            chunks.push(chunk);
        return { bytes: Buffer.concat(chunks), lastModified: fetched.lastModified };
    });
}
async function write({ body }, path) {
    const hash = (0,external_node_crypto_.createHash)('sha256');
    const file = await (0,promises_.open)(path, 'w', 0o600);
    try {
        for await (const chunk of body) {
            hash.update(chunk);
            await file.writeFile(chunk);
        }
    }
    finally {
        await file.close();
    }
    return hash.digest('hex');
}
async function again(context, transfer) {
    for (let attempt = 1;; attempt += 1) {
        const state = { begun: false };
        try {
            return await transfer(() => {
                state.begun = true;
            });
        }
        catch (error) {
            if (!state.begun || !brokeOff(error) || attempt >= limits/* MAX_DOWNLOADS */.TkY)
                throw error;
            context.log.info(`${error.message}; the download is begun again`);
        }
    }
}
/** A connection that was lost has the socket's error as its cause; what is too large or interrupted has none, or another code. */
const brokeOff = (error) => error instanceof errors/* CountersignError */.WS &&
    error.fault === 'infrastructure' &&
    error.code !== 'INTERRUPTED' &&
    error.cause !== undefined;

;// CONCATENATED MODULE: ./packages/core/build/tools/gather.js




/**
 * What speaks for a build outside the table, as the source has it beside the asset; undefined: the source lacks it. Nothing is
 * believed of it yet: judge() does. Throws TOOL_UNVERIFIABLE and what bundleOfPair and the source throw.
 */
async function gather(build, file, source, { verify }, services) {
    if (build.pinned !== undefined)
        return NO_EVIDENCE;
    const { context } = services;
    const small = (name) => downloadWhole(context, source, name, limits/* MAX_TOOL_EVIDENCE_BYTES */.IN1);
    const way = provable(build, verify);
    if (way.kind === 'bundle') {
        const bundle = await small(`${file}${way.suffix}`);
        return bundle && { ...NO_EVIDENCE, bundle: bundle.bytes };
    }
    const list = await small(way.list);
    if (list === undefined)
        return undefined;
    if (way.kind === 'checksum')
        return { checksums: list.bytes, bundle: undefined, lastModified: list.lastModified };
    const [signature, certificate] = [await small(way.signature), await small(way.certificate)];
    if (signature === undefined || certificate === undefined)
        return undefined;
    const signed = { name: way.list, bytes: list.bytes };
    const trust = await services.trust();
    const bundle = await bundleOfPair(context, trust, signed, signature.bytes, certificate.bytes);
    return { checksums: list.bytes, bundle, lastModified: undefined };
}

;// CONCATENATED MODULE: ./packages/core/build/tools/on-path.js




/** The tool as PATH has it, in exactly the version asked for; it is not verified. undefined: it is not there, or is another. */
async function findOnPath(build, services) {
    const { definition, version, label } = build;
    const { log } = services.context;
    const path = await search(build.program, services.env);
    if (path === undefined)
        return undefined;
    if (definition.versionArgs === undefined) {
        log.info(`${path} is not used: it cannot say which version it is`);
        return undefined;
    }
    const found = await versionOf(path, definition.versionArgs, services);
    if (found !== version) {
        log.info(`${path} is not used: ${label} is asked for, and it is ${found ?? 'of an unknown version'}`);
        return undefined;
    }
    return {
        name: definition.name,
        version,
        path,
        sha256: await sha256File(path),
        source: 'path',
        verifiedBy: 'path',
    };
}
/** Folders of PATH that are relative are passed over: what they hold depends on where the job stands. */
async function search(program, env) {
    for (const folder of (env.PATH ?? env.Path ?? '').split(external_node_path_.delimiter)) {
        if (!(0,external_node_path_.isAbsolute)(folder))
            continue;
        const path = (0,external_node_path_.join)(folder, program);
        try {
            await (0,promises_.access)(path, promises_.constants.X_OK);
            if ((await (0,promises_.stat)(path)).isFile())
                return path;
        }
        catch {
            continue; // not there, or not for this user
        }
    }
    return undefined;
}

// EXTERNAL MODULE: ./packages/core/build/registry/index.js + 36 modules
var registry = __webpack_require__(78765);
// EXTERNAL MODULE: ./packages/core/build/tools/mirror.js
var tools_mirror = __webpack_require__(34059);
;// CONCATENATED MODULE: ./packages/core/build/tools/registry-source.js




const TITLE = 'org.opencontainers.image.title';
/**
 * A mirror that is an OCI store: a registry, `oci://host/path`, with each tool as `host/path/<tool>:<version>`, or a layout folder,
 * `oci:FOLDER`, with each tool under the tag `<tool>-<version>`. An artifact's layers are the release's files under their own
 * names (the title annotation, as `oras push` writes it). Throws INPUT_INVALID for a reference with a tag or digest.
 */
function registrySource(mirror, tool, version, services) {
    const { store, tag, where } = openMirror(mirror, tool, version.replace('+', '_'), services);
    const layers = lazily(async () => {
        const stored = await store.getManifest(tag);
        if (stored === undefined)
            return [];
        const document = (0,registry/* readManifestDocument */.f$)(stored.bytes, stored.descriptor.mediaType, where);
        return document.kind === 'manifest' ? document.manifest.layers : [];
    });
    return {
        kind: 'mirror',
        label: where,
        fetch: async (file, maxBytes) => {
            const [layer, ...others] = (await layers()).filter(({ annotations }) => annotations?.[TITLE] === file);
            if (layer === undefined)
                return undefined;
            if (others.length > 0 || layer.size > maxBytes) {
                throw new errors/* CountersignError */.WS('TOOL_REJECTED', {
                    what: `${where} holds ${file} ${others.length > 0 ? 'more than once' : `with ${layer.size} bytes, and at most ${maxBytes} are read`}`,
                    remedy: 'Nothing was installed. Push the files of that release again, each once.',
                });
            }
            const body = await store.openBlob(layer);
            return body === undefined ? undefined : { body, lastModified: undefined };
        },
    };
}
function openMirror(mirror, tool, version, { context, credentials, workDir = '.' }) {
    const place = (0,tools_mirror/* parseMirror */.v)(mirror);
    if ('folder' in place) {
        const store = (0,registry/* openLayout */.B9)((0,external_node_path_.resolve)(workDir, place.folder), { context, shown: place.folder });
        const tag = `${tool}-${version}`;
        return { store, tag, where: `oci:${place.folder}:${tag}` };
    }
    const { host } = place;
    const repository = `${place.repository}/${tool}`;
    const client = (0,registry/* createRegistryClient */.Hn)({ context, credentials, plainHttpHosts: [] });
    const store = client.repository({ host, repository });
    return { store, tag: version, where: `${host}/${repository}:${version}` };
}
function lazily(make) {
    let made;
    return () => (made ??= make());
}

// EXTERNAL MODULE: ./packages/core/build/http/index.js + 12 modules
var http = __webpack_require__(20027);
;// CONCATENATED MODULE: ./packages/core/build/tools/source.js


/** Redirects of release downloads: GitHub's own storage, and no other host. */
const GITHUB_RELEASES = {
    baseUrl: 'https://github.com',
    redirectHosts: ['release-assets.githubusercontent.com', 'objects.githubusercontent.com'],
};
/** A release as GitHub serves it: `<base>/<owner>/<name>/releases/download/v<version>/<file>`; a mirror has the same layout. */
function releaseSource(context, kind, { baseUrl, redirectHosts }, repository, version) {
    const folder = `${baseUrl.replace(/\/+$/, '')}/${repository}/releases/download/v${encodeURIComponent(version)}`;
    return {
        kind,
        label: (0,http/* redactUrl */.BO)(folder),
        fetch: async (file, maxBytes) => {
            const url = `${folder}/${encodeURIComponent(file)}`;
            const answer = await context.http.stream({
                service: 'release',
                method: 'GET',
                url,
                maxResponseBytes: maxBytes,
                redirectHosts,
            });
            const { status, headers, body } = answer;
            if (status === 200)
                return { body, lastModified: dateOf(headers['last-modified']) };
            await drain(body);
            if (status === 404 || status === 410)
                return undefined;
            if (status === 401 || status === 403)
                throw source_refused(url, status);
            throw (0,http/* misbehaved */.ty)('release', new URL(url).host, `answered ${(0,http/* redactUrl */.BO)(url)} with status ${status}`);
        },
    };
}
/** What a connection is kept open for. The request layer has read an error's page already, bounded. */
async function drain(body) {
    const chunks = body[Symbol.asyncIterator]();
    while ((await chunks.next()).done !== true)
        ;
}
function dateOf(header) {
    const date = new Date(header ?? '');
    return Number.isNaN(date.getTime()) ? undefined : date;
}
const source_refused = (url, status) => new errors/* CountersignError */.WS('TOOL_NOT_FOUND', {
    what: `${new URL(url).host} does not let this machine read ${(0,http/* redactUrl */.BO)(url)} (status ${status})`,
    remedy: 'Name a mirror that needs no login, or an oci: mirror, for which the credentials of registries are used.',
});

;// CONCATENATED MODULE: ./packages/core/build/tools/ensure.js














/**
 * A tool that is there and verified: from the tool cache, from PATH where that is allowed, from the mirror, or from the
 * vendor's release. Whatever does not verify is removed before the error is thrown. Throws INPUT_INVALID, TOOL_REVOKED, TOOL_NOT_FOUND,
 * TOOL_UNVERIFIABLE, TOOL_TOO_YOUNG, TOOL_REJECTED, DIGEST_MISMATCH, the verifier's codes, and the ..._UNAVAILABLE of what was asked.
 */
async function ensureTool(request, services) {
    const build = buildOf(request.name, request.version, services);
    const cached = await fromCache(build, request, services);
    if (cached !== undefined)
        return cached;
    const found = request.allowPath ? await findOnPath(build, services) : undefined;
    if (found !== undefined)
        return found;
    if (build.file === undefined)
        throw noBuild(build);
    if (build.pinned === undefined)
        provable(build, request.verify); // before anything is asked
    for (const source of sourcesOf(build, request, services)) {
        const installed = await install(build, build.file, source, request, services).catch((error) => {
            throw namingTool(error, build);
        });
        if (installed !== undefined)
            return installed;
        services.context.log.info(`${source.label} does not have ${build.label}`);
    }
    throw notThere(build, build.file);
}
/** The mirror, then the vendor. A file that the mirror lacks is looked for there; one that is wrong ends the run. */
function sourcesOf({ definition: { name, repository }, version }, { mirror }, services) {
    const { context } = services;
    const release = releaseSource(context, 'release', services.releases ?? GITHUB_RELEASES, repository, version);
    if (mirror === undefined)
        return [release];
    const own = mirror.startsWith('oci:')
        ? registrySource(mirror, name, version, services)
        : releaseSource(context, 'mirror', { baseUrl: mirror, redirectHosts: [] }, repository, version);
    return [own, release];
}
/** undefined: the source does not have this file. Nothing is left behind but a build that verified. */
async function install(build, file, source, request, services) {
    const { context, toolCacheDir } = services;
    await (0,promises_.mkdir)(toolCacheDir, { recursive: true });
    const staging = await (0,promises_.mkdtemp)((0,external_node_path_.join)(toolCacheDir, '.staging-'));
    try {
        // First what is small: a release that cannot be proved is not downloaded.
        const evidence = await gather(build, file, source, request, services);
        if (evidence === undefined)
            return undefined;
        const asset = (0,external_node_path_.join)(staging, 'asset');
        const downloaded = await download(context, source, file, asset, limits/* MAX_TOOL_BYTES */.Ed_);
        if (downloaded === undefined)
            return undefined;
        const verifiedBy = await judge(build, downloaded.sha256, evidence, request, services);
        const program = (0,external_node_path_.join)(staging, 'program');
        const archived = isArchive(file);
        let { sha256 } = downloaded;
        if (archived)
            sha256 = await unpackProgram({ path: asset, name: file, program: build.program }, program);
        else
            await (0,promises_.rename)(asset, program);
        await (0,promises_.chmod)(program, 0o755);
        await checkSaysVersion(build, program, verifiedBy, services);
        const staged = { staging, program, asset: archived ? asset : undefined, sha256, verifiedBy, evidence };
        const path = await place(build, staged, request, services);
        const { name } = build.definition;
        return { name, version: build.version, path, sha256, source: source.kind, verifiedBy };
    }
    finally {
        await (0,promises_.rm)(staging, { recursive: true, force: true });
    }
}
/** A host that cannot be reached does not say by itself what was wanted of it. */
function namingTool(error, { label }) {
    if (!(error instanceof errors/* CountersignError */.WS) || error.code !== 'RELEASE_UNAVAILABLE')
        return error;
    const { code, message, remedy } = error;
    return new errors/* CountersignError */.WS(code, {
        what: `${label} is not installed here and could not be downloaded: ${message}`,
        remedy,
        cause: error,
    });
}
const notThere = ({ label, definition, platform, pinned }, file) => new errors/* CountersignError */.WS('TOOL_NOT_FOUND', {
    what: `The release of ${label} in ${definition.repository}, its file ${file} for ${platformKey(platform)}, or what proves ` +
        'it is not there: that version was never released, was deleted, or lacks this file',
    remedy: pinned === undefined
        ? 'Check the version. One that is gone may still be on a mirror, or in a tool cache of an earlier run.'
        : 'It was there when the table was made: name another version, or put the file on a mirror.',
});

;// CONCATENATED MODULE: ./packages/core/build/tools/index.js













/***/ })

};
