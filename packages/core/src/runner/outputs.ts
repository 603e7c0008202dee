import type { CommandName } from '../options/index.js';
import { TOOL_NAMES } from '../tools/names.js';

/** An output of an action, as action.yml declares it. */
export interface Output {
  readonly name: string;
  readonly help: string;
}

/** Each action, a folder below actions/ and dist/, and the command that does the same by hand. */
export const COMMAND_OF = {
  'setup-tools': 'tools',
  'generate-sbom': 'sbom',
  scan: 'scan',
  sign: 'sign',
  attest: 'attest',
  verify: 'verify',
} as const satisfies Record<string, CommandName>;

export type ActionName = keyof typeof COMMAND_OF;

const COMMON: readonly Output[] = [
  {
    name: 'status',
    help: '`ok`, `rejected`, `undecided` (a service did not answer), `error` or `skipped` (nothing was signed).',
  },
  { name: 'digest', help: 'The digest of the image; one per line where several images are given.' },
  {
    name: 'result',
    help: 'JSON by digest: the references, the platforms and every claim with its layout, state, identity, issuer and log index.',
  },
  { name: 'result-path', help: 'Path of a file with the whole report, as `countersign --json` prints it.' },
];

const SIGNER: readonly Output[] = [
  {
    name: 'certificate-identity',
    help: 'The identity (SAN) in the certificate that signed; empty where a key did.',
  },
  {
    name: 'certificate-oidc-issuer',
    help: 'The issuer in the certificate that signed; empty where a key did.',
  },
];

const SIGNING: readonly Output[] = [
  ...COMMON,
  {
    name: 'bundle-path',
    help: 'Path of a file with the new Sigstore bundles, one per line (JSONL); empty where nothing was signed.',
  },
  ...SIGNER,
  { name: 'log-indexes', help: 'Indexes of the transparency log entries, one per line.' },
  { name: 'cosign-verify', help: 'Ready `cosign` lines that verify the claims, one per line.' },
  { name: 'gh-verify', help: 'Ready `gh attestation verify` lines, one per line.' },
];

const VERIFYING: readonly Output[] = [
  ...COMMON,
  {
    name: 'verdict',
    help: '`accepted`, `rejected`, or empty where nothing could be decided. With `mode: warn` look here.',
  },
  {
    name: 'predicates-path',
    help: 'The folder of `predicates-dir`, absolute; empty where it was not written.',
  },
  ...SIGNER,
];

/** Of generate-sbom. */
const SBOM_OUTPUTS: readonly Output[] = [
  {
    name: 'status',
    help: '`ok`, `rejected` (an SBOM is incomplete or about something else), `undecided` (a service or syft failed) or `error`.',
  },
  { name: 'digest', help: 'The digest of the image; empty for a path.' },
  {
    name: 'spdx',
    help: "SPDX files, one per line, as `[PLATFORM=]PATH`; the index's without a platform. For `sbom` of attest and scan.",
  },
  { name: 'cyclonedx', help: 'CycloneDX files, likewise.' },
  {
    name: 'syft-json',
    help: 'syft-json files, likewise, one for each platform: what `sbom` of scan reads best.',
  },
  { name: 'sbom-sha256', help: 'Lines of sha256 and path, as `sha256sum --check` reads them.' },
  { name: 'package-count', help: 'How many different packages all platforms have together.' },
  { name: 'ecosystems', help: 'JSON: packages by ecosystem (`deb`, `npm`, …).' },
  {
    name: 'quality',
    help: 'JSON, a list with an entry per platform: shares of packages with version, purl, licence, supplier and hash, and the NTIA minimum elements.',
  },
  {
    name: 'diff',
    help: 'Path of the comparison with the baseline (JSON; a Markdown file lies beside it); empty without one.',
  },
  { name: 'artifact-id', help: 'The id of the workflow artifact; empty where none was uploaded.' },
  { name: 'result-path', help: 'Path of a file with the whole report, as `countersign --json` prints it.' },
];
/** Of scan. */
const SCAN_OUTPUTS: readonly Output[] = [
  { name: 'status', help: '`ok`, `rejected`, `undecided` (nothing could be decided) or `error`.' },
  {
    name: 'result',
    help: '`clean`, `violations`, or `error` where nothing was decided; empty after a dry run.',
  },
  { name: 'digest', help: 'The digest of the image; empty where no image is given.' },
  { name: 'result-path', help: 'Path of a file with the whole report, as `countersign --json` prints it.' },
  { name: 'json', help: "The scanner's own reports, one per line, as `[PLATFORM=]PATH`." },
  { name: 'sarif', help: 'Path of the SARIF file.' },
  {
    name: 'vuln-predicate',
    help: 'Predicates of cosign vuln v1, one per line, as `[PLATFORM=]PATH`: for `vulnerability-report` of attest.',
  },
  { name: 'summary', help: 'Path of the findings as Markdown.' },
  { name: 'vdr', help: 'CycloneDX VDR files (`formats: vdr`), one per line, as `[PLATFORM=]PATH`.' },
  { name: 'junit', help: 'Path of the JUnit file (`formats: junit`).' },
  {
    name: 'in-toto-vulns',
    help: 'Predicates of in-toto vulns v0.2 (`formats: in-toto-vulns`), one per line, as `[PLATFORM=]PATH`.',
  },
  ...['critical', 'high', 'medium', 'low', 'negligible', 'unknown'].map((severity) => ({
    name: `${severity}-count`,
    help: `Open findings of severity ${severity}, after waivers and VEX.`,
  })),
  { name: 'kev-count', help: 'Open findings that are known to be exploited.' },
  { name: 'max-epss', help: 'The highest EPSS of an open finding, 0 to 1; empty where none has one.' },
  { name: 'max-risk', help: 'The highest risk of an open finding, 0 to 100; empty where none has one.' },
  { name: 'new-count', help: 'Findings that the baseline does not have; empty without a baseline.' },
  { name: 'waived-count', help: 'Findings that a waiver covers.' },
  { name: 'expired-waivers', help: 'Waivers that no longer apply, one per line: number, id and day.' },
  { name: 'db-built', help: 'When the vulnerability database was built (RFC 3339).' },
  { name: 'db-schema', help: 'The schema of the database.' },
  { name: 'db-cache-key', help: 'A key for actions/cache that follows the bytes of the database.' },
  { name: 'db-dir', help: 'The folder of the database, to be cached.' },
];
/** Of setup-tools. */
const TOOLS_OUTPUTS: readonly Output[] = [
  { name: 'status', help: '`ok`, `rejected`, `undecided` (a host did not answer) or `error`.' },
  {
    name: 'tools',
    help: 'JSON by tool: version, path, sha256, where it came from and how it was verified.',
  },
  { name: 'result-path', help: 'Path of a file with the whole report, as `countersign --json` prints it.' },
  ...TOOL_NAMES.flatMap((name) => [
    { name: `${name}-path`, help: `Path of ${name}; empty where it was not asked for.` },
    { name: `${name}-version`, help: `Version of ${name}.` },
    { name: `${name}-sha256`, help: `sha256 of the program ${name}.` },
    {
      name: `${name}-verified-by`,
      help: '`table`, `signature`, `checksum`, or `path` (its version alone was checked).',
    },
  ]),
];

/** Every output of each action. All of them are written at each end of a step, also the empty ones. */
export const OUTPUTS: Readonly<Record<ActionName, readonly Output[]>> = {
  sign: SIGNING,
  attest: SIGNING,
  verify: VERIFYING,
  'generate-sbom': SBOM_OUTPUTS,
  scan: SCAN_OUTPUTS,
  'setup-tools': TOOLS_OUTPUTS,
};
