import type { Command } from './command.js';
import { settingFlags } from './setting-flags.js';
import {
  DEMO_FLAGS,
  KEY_FLAGS,
  NOTATION_FLAGS,
  SIGN_BUNDLE_FLAGS,
  TESTBED_FLAGS,
  TRUST_FLAGS,
  VERIFY_BUNDLE_FLAGS,
} from './own-flags.js';

const IMAGE = 'registry.example/team/app@sha256:…';
const IDENTITY =
  '--certificate-identity https://github.com/team/app/.github/workflows/release.yml@refs/tags/v1.0.0';
const GITHUB_ISSUER = '--certificate-oidc-issuer https://token.actions.githubusercontent.com';

/** Every command, in the order of the help. Each one's code is imported only when it runs. */
export const COMMANDS: readonly Command[] = [
  {
    name: 'sign',
    summary: 'sign an image and its platforms, and store the signature in every layout',
    usage: 'IMAGE@DIGEST... [flags]',
    about:
      'Signs each image given by digest: the index and its platform manifests. The signature is stored beside the image as ' +
      'verifiers of every age read it, then read back and verified. A re-run adds nothing that is there already.',
    examples: [
      {
        what: 'with an identity token (SIGSTORE_ID_TOKEN, or that of a GitHub job)',
        line: `countersign sign ${IMAGE}`,
      },
      {
        what: 'with a key and without a transparency log',
        line: `countersign sign ${IMAGE} --key signing.pem --transparency-log none`,
      },
      { what: 'only say what would be written', line: `countersign sign ${IMAGE} --dry-run` },
    ],
    flags: () => settingFlags('sign'),
    load: () => import('./commands/sign.js'),
  },
  {
    name: 'attest',
    summary: 'attest SBOMs, scans, VEX, a provenance or any predicate about an image',
    usage: 'IMAGE@DIGEST... [flags]',
    about:
      'Makes signed claims about each image: --sbom, --vulnerability-report, --openvex, --provenance, or --predicate-type with ' +
      '--predicate-path. Each document goes to the digest that it names. With --signature the image is signed in the same session.',
    examples: [
      {
        what: 'sign, and attest an SBOM',
        line: `countersign attest ${IMAGE} --signature --sbom sbom.spdx.json`,
      },
      {
        what: 'one SBOM per platform',
        line: `countersign attest ${IMAGE} --sbom linux/amd64=amd64.json --sbom linux/arm64=arm64.json`,
      },
      {
        what: 'what sbom and scan wrote, and what does not affect the image',
        line: `countersign attest ${IMAGE} --sbom sbom.spdx.json --vulnerability-report scan.vuln.json --openvex vex.json`,
      },
      {
        what: 'a predicate of your own',
        line: `countersign attest ${IMAGE} --predicate-type https://team.example/review/v1 --predicate-path review.json`,
      },
    ],
    flags: () => settingFlags('attest'),
    load: () => import('./commands/attest.js'),
  },
  {
    name: 'verify',
    summary: 'decide whether an image carries the claims you require, signed by whom you accept',
    usage: 'IMAGE@DIGEST... IDENTITY [flags]',
    about:
      'Collects the claims of every layout, verifies each against the trusted root and compares its signer with the identity ' +
      'you accept. Without an identity or a key nothing is accepted. Rejected (exit code 1) and could not decide (3) are never mixed.',
    examples: [
      {
        what: 'anything built from one repository',
        line: `countersign verify ${IMAGE} --source-repository team/app`,
      },
      {
        what: 'exactly one workflow at one tag',
        line: `countersign verify ${IMAGE} ${IDENTITY} ${GITHUB_ISSUER}`,
      },
      { what: 'a public key', line: `countersign verify ${IMAGE} --key signing.pub` },
      {
        what: 'a signature, an SBOM on every platform and a provenance',
        line: `countersign verify ${IMAGE} --source-repository team/app --require signature --require sbom@all --require provenance`,
      },
    ],
    flags: () => settingFlags('verify'),
    load: () => import('./commands/verify.js'),
  },
  {
    name: 'tree',
    summary: 'show an image, its platforms and every claim in every layout with its state',
    usage: 'IMAGE@DIGEST... [flags]',
    about:
      'Shows what is stored beside an image and beside each of its platforms. Without an identity the tree tells whether each ' +
      'claim verifies and who signed it; with one, whether that signer is accepted too.',
    examples: [
      { what: 'all that is there', line: `countersign tree ${IMAGE}` },
      { what: 'for a program', line: `countersign tree ${IMAGE} --json` },
    ],
    flags: () => settingFlags('tree'),
    load: () => import('./commands/tree.js'),
  },
  {
    name: 'doctor',
    summary: 'tell which verifiers of the field accept what an image carries, and why not',
    usage: 'IMAGE@DIGEST... [flags]',
    about:
      'Reads what stands beside each image and its platforms as cosign, Kyverno, policy-controller, gh and others would, and says ' +
      'which of them see what. Exit code 1: one of them (with --for: of those named) would not accept something. --repair mends the ' +
      'list of referrers and adds the layouts that can be made of what is there, without signing.',
    examples: [
      { what: 'everything', line: `countersign doctor ${IMAGE}` },
      {
        what: 'before a cluster with Kyverno gets it',
        line: `countersign doctor ${IMAGE} --for kyverno --source-repository team/app`,
      },
      {
        what: 'a copy that lost a layout on its way: first what would be done, then the same without --dry-run',
        line: `countersign doctor ${IMAGE} --repair --dry-run --source-repository team/app`,
      },
    ],
    flags: () => settingFlags('doctor'),
    load: () => import('./commands/doctor.js'),
  },
  {
    name: 'tools',
    summary: 'install cosign, syft, grype and others of the field, each verified before it is placed',
    usage: 'install|list|verify [TOOL[@VERSION]...] [flags]',
    about:
      'install takes each tool from the tool cache, PATH (--allow-path), a mirror or its vendor, and places it only once its bytes are ' +
      'those of the table, or those that its vendor signed. list tells what the table and the cache hold; verify judges the cache anew. ' +
      'No script of a vendor is ever run.',
    examples: [
      { what: 'the versions that the table holds', line: 'countersign tools install cosign syft grype' },
      {
        what: 'one version, from a mirror',
        line: 'countersign tools install syft@1.51.0 --mirror https://mirror.example/github',
      },
      { what: 'only say what would be done', line: 'countersign tools install trivy --dry-run' },
      { what: 'everything that the cache holds', line: 'countersign tools verify --json' },
    ],
    flags: () => settingFlags('tools'),
    load: () => import('./commands/tools.js'),
  },
  {
    name: 'sbom',
    summary: 'describe what is inside an image or a folder, whole and by digest',
    usage: '(IMAGE@DIGEST | oci:FOLDER | FOLDER) [flags]',
    about:
      'Writes an SBOM of each platform and one of the index, in SPDX, CycloneDX and syft-json. The image is read by digest, syft gets ' +
      'neither credentials nor a network, and each document is held against what the image itself shows: an SBOM that misses ' +
      'packages is rejected, and nothing is written.',
    examples: [
      { what: 'every platform, into a folder', line: `countersign sbom ${IMAGE} --output-dir sboms` },
      { what: 'a checkout', line: 'countersign sbom . --formats spdx-json' },
      {
        what: "against the last release's verified SBOM",
        line: `countersign sbom ${IMAGE} --baseline registry.example/team/app:1.0 --baseline-source-repository team/app`,
      },
      {
        what: 'check files of another tool',
        line: `countersign sbom ${IMAGE} --sbom linux/amd64=amd64.json --sbom linux/arm64=arm64.json`,
      },
    ],
    flags: () => settingFlags('sbom'),
    load: () => import('./commands/sbom.js'),
  },
  {
    name: 'scan',
    summary: 'scan an image, a folder or SBOMs for vulnerabilities, and decide by a gate',
    usage: '(IMAGE@DIGEST | oci:FOLDER | PATH | SBOM...) [flags]',
    about:
      'Runs grype once for each platform and decides from its report: severity, KEV, EPSS, risk, grace after a fix, waivers that ' +
      'expire, VEX. Every report is written before the verdict. What could not be scanned, or only with a database that is missing ' +
      'or too old, is never clean (exit code 3).',
    examples: [
      { what: 'an image, each platform by itself', line: `countersign scan ${IMAGE}` },
      {
        what: 'the SBOMs of an image, made before',
        line: `countersign scan linux/amd64=amd64.syft.json linux/arm64=arm64.syft.json --fail-on critical`,
      },
      { what: 'a checkout, only what can be mended', line: 'countersign scan . --only-fixed' },
      {
        what: 'judge a report that another step has made',
        line: 'countersign scan --report trivy.json --kev ignore',
      },
    ],
    flags: () => settingFlags('scan'),
    load: () => import('./commands/scan.js'),
  },
  {
    name: 'get',
    summary: 'print a predicate of an image that verified, and only then',
    usage: 'IMAGE@DIGEST IDENTITY --type NAME|URI [flags]',
    about:
      'Verifies the claims of one type beside one digest as verify does, and prints the predicate of the newest that verified and was ' +
      'signed by whom you accept: exactly that JSON on stdout, or nothing. Exit code 1: there is none; 3: could not decide.',
    examples: [
      {
        what: "a platform's SBOM",
        line: `countersign get ${IMAGE} --type spdx --platform linux/amd64 --source-repository team/app`,
      },
      {
        what: 'every scan, the newest first',
        line: `countersign get ${IMAGE} --type vuln --all --key signing.pub`,
      },
    ],
    flags: () => settingFlags('get'),
    load: () => import('./commands/get.js'),
  },
  {
    name: 'key',
    summary: 'make a key pair that cosign takes too, or print the public half of any key',
    usage: 'generate|public [flags]',
    about:
      'generate writes PREFIX.key, an ECDSA P-256 key encrypted with COSIGN_PASSWORD (which has to be set, and may be empty) as cosign ' +
      'keeps it, and PREFIX.pub. It writes over nothing. public prints the public key, as PEM, of a key file or of a key in AWS KMS, ' +
      'Google Cloud KMS, Azure Key Vault, Vault or OpenBao.',
    examples: [
      { what: 'a new pair, countersign.key and countersign.pub', line: 'countersign key generate' },
      {
        what: 'beside the old one, to change keys',
        line: 'countersign key generate --output-prefix release-2027',
      },
      {
        what: 'what verifiers of a key in AWS KMS need',
        line: 'countersign key public --key awskms:///alias/release > release.pub',
      },
    ],
    flags: () => Promise.resolve(KEY_FLAGS),
    load: () => import('./commands/key.js'),
  },
  {
    name: 'notation',
    summary: 'write a trust policy and trust store for signatures of the Notary Project',
    usage: 'policy REPOSITORY... [flags]',
    about:
      'policy writes trustpolicy.json and a trust store from the certificates that sign: their root, the subject of the first, ' +
      'and the repositories that are given. notation reads the folder as its configuration, verify by --notation-trust-policy.',
    examples: [
      {
        what: 'for one repository',
        line: 'countersign notation policy registry.example/team/app --notation-certificates chain.pem --output-dir notation',
      },
      {
        what: 'verify by it',
        line: `countersign verify ${IMAGE} --require notation --notation-trust-policy notation/trustpolicy.json`,
      },
    ],
    flags: () => Promise.resolve(NOTATION_FLAGS),
    load: () => import('./commands/notation.js'),
  },
  {
    name: 'trust',
    summary: 'show what a trusted root holds, or export it in the forms that other verifiers want',
    usage: 'export|inspect [flags]',
    about:
      'inspect prints authorities, logs, keys and dates of a trusted root. export writes it in every other form: PEM files and an ' +
      'environment file for cosign 2 and slsa-verifier, JSON lines for gh, a snippet for Kyverno, TrustRoots for policy-controller, and ' +
      'a signed TUF repository. What a form cannot carry is said. The folder is there whole or not at all.',
    examples: [
      { what: "Sigstore's public-good instance", line: 'countersign trust inspect' },
      {
        what: 'every form of your own Sigstore',
        line: 'countersign trust export --trusted-root trusted_root.json --output-dir trust',
      },
      {
        what: 'a TUF repository for 90 days, from a TUF mirror',
        line: 'countersign trust export --tuf-mirror https://tuf.example --tuf-root root.json --format tuf --lifetime 90d --output-dir trust',
      },
    ],
    flags: () => Promise.resolve(TRUST_FLAGS),
    load: () => import('./commands/trust.js'),
  },
  {
    name: 'testbed',
    summary: 'serve an OCI registry and a small Sigstore on loopback until SIGTERM',
    usage: '--state DIR [flags]',
    about:
      'Starts an OCI registry and a small Sigstore (token issuer, Fulcio, Rekor, timestamp authority) in one process on loopback. ' +
      'DIR/testbed.json, written last, says where everything is; DIR/testbed.env holds the variables with which sign, attest and verify need no further flags.',
    examples: [
      { what: 'everything on', line: 'countersign testbed --state /tmp/testbed' },
      {
        what: 'like GitHub Container Registry: no referrers API, a token service, no conditional writes',
        line: 'countersign testbed --state /tmp/testbed --referrers off --auth token --if-match off',
      },
      { what: 'in another terminal', line: 'set -a; . /tmp/testbed/testbed.env; set +a' },
    ],
    flags: () => Promise.resolve(TESTBED_FLAGS),
    load: () => import('./commands/testbed.js'),
  },
  {
    name: 'demo',
    summary: 'sign, attest and verify a real image on a test bed, and see five attacks refused',
    usage: '[flags]',
    about:
      'Starts a test bed, puts a two-platform image of Countersign there (or a copy of your own), signs and attests it by running ' +
      'the bundled actions as a runner would, verifies it, and shows five attacks being refused. Nothing leaves this machine.',
    examples: [
      { what: 'all of it', line: 'countersign demo' },
      {
        what: 'with an image of your own: it is read, never written to',
        line: 'countersign demo --image registry.example/team/app:1.0',
      },
      {
        what: 'leave the test bed up to try cosign and countersign by hand',
        line: 'countersign demo --keep',
      },
    ],
    flags: () => Promise.resolve(DEMO_FLAGS),
    load: () => import('./commands/demo.js'),
  },
  {
    name: 'sign-bundle',
    summary: 'sign one file into one Sigstore bundle (the sigstore-conformance protocol)',
    usage: '[--in-toto] --identity-token TOKEN --bundle FILE [flags] FILE',
    about:
      'Signs a file keylessly as the sigstore-conformance suite asks for it, with the services of the signing config, and writes the ' +
      'bundle only when it verifies with the trusted root. Exit code 0: it is there. For images, sign and attest do more.',
    examples: [
      {
        what: 'a file, with a token of your own',
        line: 'countersign sign-bundle --identity-token "$TOKEN" --bundle app.sigstore.json app.tar',
      },
    ],
    flags: () => Promise.resolve(SIGN_BUNDLE_FLAGS),
    load: () => import('./commands/sign-bundle.js'),
  },
  {
    name: 'verify-bundle',
    summary: 'verify one Sigstore bundle over a file or digest (the sigstore-conformance protocol)',
    usage: '--bundle FILE (IDENTITY | --key PEM) [--trusted-root FILE] FILE_OR_DIGEST',
    about:
      'Verifies a bundle as the sigstore-conformance suite asks for it: exit code 0 accepts, any other rejects. FILE_OR_DIGEST is a ' +
      'file, or sha256: and 64 hexadecimal digits where no such file exists. The rules about whole images do not apply here.',
    examples: [
      {
        what: 'a file signed by a workflow',
        line: `countersign verify-bundle --bundle app.sigstore.json ${IDENTITY} ${GITHUB_ISSUER} app.tar`,
      },
    ],
    flags: () => Promise.resolve(VERIFY_BUNDLE_FLAGS),
    load: () => import('./commands/verify-bundle.js'),
  },
];
