import { input, line } from './catalogue-entry.js';
import type { CommandName, Setting } from './setting.js';

const SCAN: readonly CommandName[] = ['scan'];

/** Settings that only scan has. */
export const SCAN_SETTINGS: readonly Setting[] = [
  input(
    'sbom',
    'scan',
    SCAN,
    'SBOM files to scan, one per line, as `[PLATFORM=]PATH`: syft-json (best), SPDX or CycloneDX JSON. With `image`: each has to describe the digest that it is scanned for.',
    { kind: 'lines', value: '[PLATFORM=]PATH' },
  ),
  input('path', 'scan', SCAN, 'A folder or file to scan, such as a checkout.', { value: 'PATH' }),
  input(
    'report',
    'scan',
    SCAN,
    'Existing reports to judge, one per line, as `[PLATFORM=]PATH`: grype JSON, trivy JSON or a cosign vuln predicate. Nothing is scanned then.',
    { kind: 'lines', value: '[PLATFORM=]PATH' },
  ),

  input('fail-on', 'gate', SCAN, 'The lowest severity that fails; `none`: severity does not decide.', {
    kind: 'choice',
    choices: ['critical', 'high', 'medium', 'low', 'negligible', 'none'],
    default: 'high',
  }),
  input('only-fixed', 'gate', SCAN, 'Only findings with a fix count for `fail-on`.', {
    kind: 'boolean',
    default: 'false',
  }),
  input('on-unknown-severity', 'gate', SCAN, 'What a finding without a severity does.', {
    kind: 'choice',
    choices: ['fail', 'warn', 'ignore'],
    default: 'warn',
  }),
  input('epss-threshold', 'gate', SCAN, 'Fail from this probability of exploitation on (EPSS, 0 to 1).', {
    value: 'PROBABILITY',
  }),
  input('kev', 'gate', SCAN, 'What a vulnerability does that is known to be exploited (CISA KEV).', {
    kind: 'choice',
    choices: ['fail', 'ignore'],
    default: 'fail',
  }),
  input('risk-threshold', 'gate', SCAN, "Fail from this risk on (grype's, 0 to 100).", { value: 'RISK' }),
  input(
    'grace',
    'gate',
    SCAN,
    'Days by severity before a finding counts, from the day on which a fix was available: `critical=0d, high=7d`.',
    { value: 'GRACE' },
  ),
  input('max-new', 'gate', SCAN, 'At most so many findings that the baseline does not have.', {
    value: 'COUNT',
  }),
  input(
    'baseline',
    'gate',
    SCAN,
    'What `max-new` compares with: a report file, `attested` (the last verified scan attestation of this image) or `attested:IMAGE`, a tag allowed.',
    { value: 'BASELINE' },
  ),
  input(
    'waivers',
    'gate',
    SCAN,
    'The waiver file. Without it `.countersign/waivers.yaml`, where there is one.',
    { value: 'PATH' },
  ),
  input('vex', 'gate', SCAN, 'VEX files (OpenVEX or CSAF), one per line.', { kind: 'lines', value: 'PATH' }),

  input(
    'formats',
    'scan',
    SCAN,
    'Further files besides grype JSON, SARIF, vuln predicate and summary: `vdr` (CycloneDX), `junit`, `in-toto-vulns`; one per line.',
    { kind: 'lines', value: 'vdr|junit|in-toto-vulns' },
  ),
  input('output-dir', 'scan', SCAN, 'The folder for the files; without it a temporary one.', {
    value: 'DIR',
  }),
  input(
    'upload-sarif',
    'scan',
    SCAN,
    "Send the SARIF to GitHub's code scanning (`security-events: write`). A fork's pull request skips it with a note.",
    { kind: 'boolean', default: 'false' },
  ),
  input('github-token', 'scan', SCAN, 'The token for `upload-sarif`: that of the job, `github.token`.', {
    value: 'TOKEN',
    secret: true,
  }),
  line('dry-run', 'scan', SCAN, 'Check everything and say what would be scanned; scan nothing.', {
    kind: 'boolean',
    default: 'false',
  }),
  line(
    'db-update',
    'scan',
    SCAN,
    '`auto`: update the vulnerability database first; `never`: use the one that is there.',
    { kind: 'choice', choices: ['auto', 'never'], default: 'auto' },
  ),
  line('db-mirror', 'scan', SCAN, "A URL to update the database from, instead of the vendor's.", {
    value: 'URL',
  }),
  line(
    'db-file',
    'scan',
    SCAN,
    'A database file to import instead: an archive as the vendor makes it, or a `.db`.',
    {
      value: 'PATH',
    },
  ),
  line(
    'db-dir',
    'scan',
    SCAN,
    'The folder that keeps the database between runs (for a cache). Without it one of ours.',
    { value: 'DIR' },
  ),
  line('max-db-age', 'scan', SCAN, 'How old a database may be to decide: days or hours.', {
    value: 'AGE',
    default: '5d',
  }),
  line('db-timeout', 'scan', SCAN, 'How long one attempt to update the database may take.', {
    kind: 'duration',
    value: 'DURATION',
    default: '10m',
  }),
  line('scan-timeout', 'scan', SCAN, 'How long the scan of one platform may take.', {
    kind: 'duration',
    value: 'DURATION',
    default: '15m',
  }),
  line('grype-version', 'scan', SCAN, 'The grype to use; without it the one that this release knows.', {
    value: 'VERSION',
  }),
  line('grype-path', 'scan', SCAN, 'A grype that is there already: the path output of setup-tools.', {
    value: 'PATH',
  }),
  line(
    'allow-path',
    'scan',
    SCAN,
    'Use a grype and a syft that are on PATH; their versions are checked, their bytes are not.',
    {
      kind: 'boolean',
      default: 'false',
    },
  ),
  line(
    'syft-version',
    'scan',
    SCAN,
    'The syft to use for `image` and `path`; without it the one that this release knows.',
    { value: 'VERSION' },
  ),
  line('syft-path', 'scan', SCAN, 'A syft that is there already, for `image` and `path`.', { value: 'PATH' }),
  line(
    'tool-mirror',
    'scan',
    SCAN,
    'Where grype and syft are downloaded from first: a base URL, or `oci:` and a repository.',
    { value: 'MIRROR' },
  ),
  line('allow-empty', 'scan', SCAN, 'What honestly has no package may be scanned.', {
    kind: 'boolean',
    default: 'false',
  }),
  line('max-waiver-days', 'gate', SCAN, 'How far ahead a waiver may end.', {
    kind: 'number',
    value: 'DAYS',
    default: '90',
  }),
  ...identityLines('vex', 'OpenVEX attestations on the image count where made by'),
  ...identityLines('baseline', 'The attested baseline counts where made by'),
];

/** Whose attestations count for one purpose; without any of them, nobody's. */
function identityLines(prefix: string, whose: string): readonly Setting[] {
  return [
    line(
      `${prefix}-certificate-identity`,
      'signer',
      SCAN,
      `${whose} this identity (SAN), exactly; one per line.`,
      {
        kind: 'lines',
        value: 'IDENTITY',
      },
    ),
    line(`${prefix}-certificate-oidc-issuer`, 'signer', SCAN, `${whose} an identity of this issuer.`, {
      value: 'URL',
    }),
    line(
      `${prefix}-source-repository`,
      'signer',
      SCAN,
      `${whose} a workflow of this repository (owner/name).`,
      {
        kind: 'lines',
        value: 'OWNER/NAME',
      },
    ),
    line(
      `${prefix}-signer-workflow`,
      'signer',
      SCAN,
      `${whose} this workflow (owner/name/.github/workflows/file.yml[@ref]).`,
      {
        kind: 'lines',
        value: 'WORKFLOW',
      },
    ),
    line(`${prefix}-key`, 'signer', SCAN, `${whose} this public key: a PEM file, or \`env://NAME\`.`, {
      kind: 'lines',
      value: 'PATH',
    }),
  ];
}
