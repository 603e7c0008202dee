import { DEFAULT_SYFT_TIMEOUT_MINUTES } from '../limits.js';
import { input, line } from './catalogue-entry.js';
import type { CommandName, Setting } from './setting.js';

const SBOM: readonly CommandName[] = ['sbom'];

/** Settings that only generate-sbom has. */
export const SBOM_SETTINGS: readonly Setting[] = [
  input('path', 'image', SBOM, 'A folder or file to describe instead of an image, such as a checkout.', {
    value: 'PATH',
  }),
  input(
    'platforms',
    'image',
    SBOM,
    '`all`, or the platforms to describe, one per line (`linux/amd64`). The index gets a document only where all of its platforms are described.',
    { kind: 'lines', value: 'PLATFORM', default: 'all' },
  ),
  input(
    'formats',
    'sbom',
    SBOM,
    'Documents to write: `spdx-json`, `cyclonedx-json`, `syft-json`; one per line.',
    {
      kind: 'lines',
      value: 'FORMAT',
      default: 'spdx-json, cyclonedx-json, syft-json',
    },
  ),
  input(
    'source',
    'sbom',
    SBOM,
    '`syft`: describe the image; `buildkit`: take the SBOM attestation that BuildKit put into its index, and check it alike.',
    { kind: 'choice', choices: ['syft', 'buildkit'], default: 'syft' },
  ),
  input(
    'sbom',
    'sbom',
    SBOM,
    'Files to check instead of making any, one per line, as `[PLATFORM=]PATH`. They are written on byte for byte.',
    { kind: 'lines', value: '[PLATFORM=]PATH' },
  ),
  input('output-dir', 'sbom', SBOM, 'The folder for the documents; without it a temporary one.', {
    value: 'DIR',
  }),
  input(
    'on-incomplete',
    'sbom',
    SBOM,
    'What an SBOM does that misses what is in the image: `fail` (nothing is written) or `warn`.',
    { kind: 'choice', choices: ['fail', 'warn'], default: 'fail' },
  ),
  input('allow-empty', 'sbom', SBOM, 'Accept an SBOM without any package, as of a static binary.', {
    kind: 'boolean',
    default: 'false',
  }),
  input(
    'baseline',
    'sbom',
    SBOM,
    'What to compare with: files as `[PLATFORM=]PATH.json`, one per line, or the image of the last release, a tag allowed, whose verified SBOM attestations count.',
    { kind: 'lines', value: 'BASELINE' },
  ),
  input(
    'max-drop',
    'sbom',
    SBOM,
    'By how many percent the number of packages may be below that of the baseline.',
    { kind: 'number', value: 'PERCENT', default: '30' },
  ),
  input(
    'min-quality',
    'sbom',
    SBOM,
    'What the documents have to say at least, one per line: the share of packages with `version`, `purl`, `license`, `supplier` or `hash` (`version=0.9`), or `ntia`.',
    { kind: 'lines', value: 'MEASURE=SHARE' },
  ),
  input(
    'dependency-snapshot',
    'sbom',
    SBOM,
    "Send the packages to GitHub's dependency graph (`contents: write`). A fork's pull request skips it with a note.",
    { kind: 'boolean', default: 'false' },
  ),
  input(
    'github-token',
    'sbom',
    SBOM,
    'The token for `dependency-snapshot`: that of the job, `github.token`.',
    {
      value: 'TOKEN',
      secret: true,
    },
  ),
  input(
    'upload-artifact',
    'sbom',
    SBOM,
    'Upload what was written as a workflow artifact of this name; without it nothing is uploaded. It needs no permission; not on GitHub Enterprise Server.',
    { value: 'NAME' },
  ),
  input('dry-run', 'sbom', SBOM, 'Resolve the image and say what would be described; describe nothing.', {
    kind: 'boolean',
    default: 'false',
  }),

  line('spdx-version', 'sbom', SBOM, 'The version of SPDX that is written.', {
    kind: 'choice',
    choices: ['2.2', '2.3'],
    default: '2.3',
  }),
  line('cyclonedx-version', 'sbom', SBOM, 'The version of CycloneDX that is written.', {
    kind: 'choice',
    choices: ['1.4', '1.5', '1.6', '1.7'],
    default: '1.6',
  }),
  line(
    'artifact-retention',
    'sbom',
    SBOM,
    'How many days the workflow artifact is kept; without it what the repository says.',
    { kind: 'number', value: 'DAYS' },
  ),
  line('supplier', 'sbom', SBOM, 'Who supplies the image, as the documents name it.', { value: 'NAME' }),
  line('syft-version', 'sbom', SBOM, 'The syft to use; without it the one that this release knows.', {
    value: 'VERSION',
  }),
  line('allow-path', 'sbom', SBOM, 'Use a syft that is on PATH; its version is checked, its bytes are not.', {
    kind: 'boolean',
    default: 'false',
  }),
  line('syft-path', 'sbom', SBOM, 'A syft that is there already: the syft-path output of setup-tools.', {
    value: 'PATH',
  }),
  line(
    'tool-mirror',
    'sbom',
    SBOM,
    'Where syft is downloaded from first: a base URL, or `oci:` and a repository.',
    {
      value: 'MIRROR',
    },
  ),
  line('syft-timeout', 'sbom', SBOM, 'How long describing one platform may take.', {
    kind: 'duration',
    value: 'DURATION',
    default: `${DEFAULT_SYFT_TIMEOUT_MINUTES}m`,
  }),
  line(
    'baseline-certificate-identity',
    'signer',
    SBOM,
    'The attested baseline counts where made by this identity (SAN), exactly; one per line.',
    { kind: 'lines', value: 'IDENTITY' },
  ),
  line(
    'baseline-certificate-oidc-issuer',
    'signer',
    SBOM,
    'The attested baseline counts where made by an identity of this issuer.',
    { value: 'URL' },
  ),
  line(
    'baseline-source-repository',
    'signer',
    SBOM,
    'The attested baseline counts where made by a workflow of this repository (owner/name).',
    { kind: 'lines', value: 'OWNER/NAME' },
  ),
  line(
    'baseline-signer-workflow',
    'signer',
    SBOM,
    'The attested baseline counts where made by this workflow (owner/name/.github/workflows/file.yml[@ref]).',
    { kind: 'lines', value: 'WORKFLOW' },
  ),
  line(
    'baseline-key',
    'signer',
    SBOM,
    'The attested baseline counts where made by this public key: a PEM file, or `env://NAME`.',
    { kind: 'lines', value: 'PATH' },
  ),
];
