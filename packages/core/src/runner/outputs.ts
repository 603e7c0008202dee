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
const SBOM_OUTPUTS: readonly Output[] = COMMON;
/** Of scan. */
const SCAN_OUTPUTS: readonly Output[] = COMMON;
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
