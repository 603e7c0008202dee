import { DEFAULT_MAX_REFERRERS, DEFAULT_SETTLE_MS } from '../limits.js';
import { GET_SETTINGS } from './catalogue-get.js';
import { SBOM_SETTINGS } from './catalogue-sbom.js';
import { SCAN_SETTINGS } from './catalogue-scan.js';
import { TOOLS_SETTINGS } from './catalogue-tools.js';
import { input, line } from './catalogue-entry.js';
import type { CommandName, Setting } from './setting.js';

const EVERY: readonly CommandName[] = ['sign', 'attest', 'verify', 'tree'];
/** Commands that read an image from a registry. */
const READING: readonly CommandName[] = [...EVERY, 'get', 'sbom', 'scan'];
/** Commands that speak to any server. */
const CONNECTING: readonly CommandName[] = [...READING, 'tools'];
const SIGNING: readonly CommandName[] = ['sign', 'attest'];
const ATTEST: readonly CommandName[] = ['attest'];
const VERIFY: readonly CommandName[] = ['verify'];
const JUDGING: readonly CommandName[] = ['verify', 'tree', 'get'];

/** Every setting there is, in the order of the help. Names follow cosign and gh where they have one. */
export const SETTINGS: readonly Setting[] = [
  input(
    'images',
    'image',
    [...EVERY, 'get'],
    'Images, one per line, as `registry/repository@sha256:…`, or OCI layout folders as `oci:FOLDER[:TAG][@sha256:…]`.',
    {
      kind: 'lines',
      value: 'IMAGE',
    },
  ),
  input(
    'image',
    'image',
    READING,
    'One image as `registry/repository`, together with `digest`; or an OCI layout folder as `oci:FOLDER[:TAG]`.',
    {
      value: 'IMAGE',
    },
  ),
  input(
    'digest',
    'image',
    READING,
    'The digest of `image`, as docker/build-push-action gives it (`name@sha256:…` is taken apart).',
    {
      value: 'DIGEST',
    },
  ),
  input(
    'allow-tag',
    'image',
    READING,
    'Accept a tag and resolve it once, at the start. Without it a tag is refused with the digest that it points at. A tag of a folder needs no leave.',
    {
      kind: 'boolean',
      default: 'false',
    },
  ),
  input(
    'platforms',
    'image',
    EVERY,
    '`all`: the index and each platform manifest; `index`: only the digest given.',
    {
      kind: 'choice',
      choices: ['all', 'index'],
      default: 'all',
    },
  ),
  line(
    'name',
    'image',
    SIGNING,
    'What claims call images in folders, as `registry/repository`: where they will be pushed. Else the full name that the folder gives them, else the name of the folder.',
    { value: 'NAME' },
  ),

  ...GET_SETTINGS,
  ...SBOM_SETTINGS,
  ...SCAN_SETTINGS,
  ...TOOLS_SETTINGS,

  input('signature', 'claims', ATTEST, 'Sign the image too, in the same session: one key, one certificate.', {
    kind: 'boolean',
    default: 'false',
  }),
  input(
    'sbom',
    'claims',
    ATTEST,
    'SPDX or CycloneDX JSON files, one per line, as `[PLATFORM=]PATH`. A document goes to the digest that it names, else to PLATFORM, else to the digest given.',
    {
      kind: 'lines',
      value: '[PLATFORM=]PATH',
    },
  ),
  input(
    'vulnerability-report',
    'claims',
    ATTEST,
    'Predicates of scans as `scan` writes them (cosign vuln v1; in-toto vulns v0.2), one per line. Each goes to the digest that it names, else to PLATFORM, else to the digest given.',
    {
      kind: 'lines',
      value: '[PLATFORM=]PATH',
    },
  ),
  input(
    'openvex',
    'claims',
    ATTEST,
    'OpenVEX 0.2.0 documents, one per line. Each goes to PLATFORM, else to the digest given.',
    {
      kind: 'lines',
      value: '[PLATFORM=]PATH',
    },
  ),
  input('provenance', 'claims', ATTEST, 'Attest SLSA provenance v1 from the claims of the identity token.', {
    kind: 'boolean',
    default: 'false',
  }),
  input('predicate-type', 'claims', ATTEST, 'The type URI of the predicate in `predicate-path`.', {
    value: 'URI',
  }),
  input('predicate-path', 'claims', ATTEST, 'A JSON file with a predicate of the type given.', {
    value: 'PATH',
  }),

  input(
    'certificate-identity',
    'signer',
    JUDGING,
    'Identities of the certificate (SAN), exactly; one per line, any suffices.',
    {
      kind: 'lines',
      value: 'IDENTITY',
    },
  ),
  input(
    'certificate-identity-regexp',
    'signer',
    JUDGING,
    'RE2 patterns that match a whole identity; one per line, any suffices.',
    {
      kind: 'lines',
      value: 'PATTERN',
    },
  ),
  input(
    'certificate-oidc-issuer',
    'signer',
    JUDGING,
    "The issuer that vouches for the identity, exactly. GitHub's where a GitHub fact is given, else required.",
    {
      value: 'URL',
    },
  ),
  input(
    'source-repository',
    'signer',
    JUDGING,
    'The repository whose workflow signed, as `owner/name`. Alone: any workflow of that repository.',
    {
      kind: 'lines',
      value: 'OWNER/NAME',
    },
  ),
  input('source-owner', 'signer', JUDGING, 'The owner of the repository whose workflow signed.', {
    kind: 'lines',
    value: 'OWNER',
  }),
  input('source-ref', 'signer', JUDGING, 'The ref that was built, such as `refs/heads/main`.', {
    value: 'REF',
  }),
  input('source-digest', 'signer', JUDGING, 'The commit that was built.', { value: 'COMMIT' }),
  input(
    'signer-workflow',
    'signer',
    JUDGING,
    'The workflow that signed, as `owner/name/.github/workflows/file.yml[@ref]`.',
    {
      kind: 'lines',
      value: 'WORKFLOW',
    },
  ),
  input('signer-digest', 'signer', JUDGING, 'The commit of the workflow that signed.', { value: 'COMMIT' }),
  input('build-trigger', 'signer', JUDGING, 'The event that started the run, such as `push`.', {
    value: 'EVENT',
  }),
  input('deny-self-hosted-runners', 'signer', JUDGING, 'Refuse what a self-hosted runner signed.', {
    kind: 'boolean',
    default: 'false',
  }),

  input(
    'require',
    'requirements',
    VERIFY,
    'What must be there: `signature`, `sbom`, `provenance`, `scan`, `vuln`, `openvex` or predicate type URIs; `sbom@all` and `URI@all` mean each platform too.',
    {
      kind: 'lines',
      value: 'NAME',
      default: 'signature',
    },
  ),
  input(
    'mode',
    'requirements',
    VERIFY,
    '`enforce` fails when the image is rejected; `warn` only says so. Not being able to decide fails in both.',
    {
      kind: 'choice',
      choices: ['enforce', 'warn'],
      default: 'enforce',
    },
  ),
  input(
    'predicates-dir',
    'requirements',
    VERIFY,
    'A folder, new or empty, for the predicates of the claims that verified and met `require`, as `sha256-HEX/spdx-1.json`. Where anything is rejected it is not written.',
    { value: 'PATH' },
  ),

  input(
    'key',
    'identity',
    [...EVERY, 'get'],
    'A key instead of an identity: to sign, a PKCS#8 PEM private key; to verify, PEM public keys, one per line. A path, or `env://NAME`.',
    {
      kind: 'lines',
      value: 'PATH',
    },
  ),
  input(
    'identity-token',
    'identity',
    SIGNING,
    "An identity token (JWT, audience `sigstore`). Else the runner's, else `SIGSTORE_ID_TOKEN`.",
    {
      value: 'TOKEN',
      secret: true,
    },
  ),
  input(
    'on-missing-identity',
    'identity',
    SIGNING,
    '`skip` ends with status `skipped` where no identity token can be had (forks, Dependabot); nothing then counts as signed.',
    {
      kind: 'choice',
      choices: ['fail', 'skip'],
      default: 'fail',
    },
  ),

  input(
    'layouts',
    'storage',
    SIGNING,
    '`all`: every layout that verifiers read; `bundle`: bundle referrers; `legacy`: the `.sig` and `.att` tags.',
    {
      kind: 'choice',
      choices: ['all', 'bundle', 'legacy'],
      default: 'all',
    },
  ),
  input(
    'dry-run',
    'storage',
    [...SIGNING, 'tools'],
    'Check everything and say what would be written; sign and write nothing.',
    {
      kind: 'boolean',
      default: 'false',
    },
  ),
  input(
    'supersede',
    'storage',
    ATTEST,
    'Once a new attestation is verified, older ones of its type by the same identity leave the image: verifiers disagree about a stale claim beside a fresh one.',
    { kind: 'boolean', default: 'false' },
  ),
  line(
    'supersede-from',
    'storage',
    ATTEST,
    'Identities (SAN, exactly; of the same issuer) whose older claims leave too; one per line.',
    { kind: 'lines', value: 'IDENTITY' },
  ),
  line(
    'max-referrers',
    'storage',
    SIGNING,
    'How many referrers a digest may come to hold; Kyverno reads at most 50.',
    {
      kind: 'number',
      value: 'COUNT',
      default: String(DEFAULT_MAX_REFERRERS),
    },
  ),
  line(
    'settle',
    'storage',
    SIGNING,
    'Pause between the re-reads that confirm a tag which others write too, on registries without If-Match.',
    {
      kind: 'duration',
      value: 'DURATION',
      default: `${DEFAULT_SETTLE_MS}ms`,
    },
  ),
  line(
    'unsafe-no-settle',
    'storage',
    SIGNING,
    'Do not confirm such tags: claims of parallel writers may be lost.',
    {
      kind: 'boolean',
      default: 'false',
    },
  ),

  input(
    'registry-username',
    'registry',
    READING,
    "User name for the registry of the images. Without it: Docker's and podman's credential files and helpers.",
    {
      value: 'NAME',
    },
  ),
  input('registry-password', 'registry', READING, 'Password or token for the registry of the images.', {
    value: 'PASSWORD',
    secret: true,
  }),
  line(
    'plain-http',
    'registry',
    READING,
    'Hosts that are reached by plain http although they are not loopback.',
    {
      kind: 'lines',
      value: 'HOST',
    },
  ),

  input(
    'transparency-log',
    'services',
    SIGNING,
    '`rekor-v1`, or `none`: then a timestamp authority or a key is needed.',
    {
      kind: 'choice',
      choices: ['rekor-v1', 'none'],
      default: 'rekor-v1',
    },
  ),
  input(
    'public-log',
    'services',
    SIGNING,
    '`allow`: a repository that is not public may reach public logs (its name, workflow and commit become public).',
    {
      kind: 'choice',
      choices: ['refuse', 'allow'],
      default: 'refuse',
    },
  ),
  line(
    'trusted-root',
    'services',
    CONNECTING,
    'Path of a trusted_root.json. Else `COUNTERSIGN_TRUSTED_ROOT`, else the public-good one by TUF.',
    { value: 'PATH' },
  ),
  line(
    'trusted-root-sha256',
    'services',
    CONNECTING,
    'The sha256 (64 hexadecimal digits) that the file of trusted-root must have.',
    { value: 'HEX' },
  ),
  line(
    'signing-config',
    'services',
    SIGNING,
    'Path of a signing_config.json. Else `COUNTERSIGN_SIGNING_CONFIG`, else the public-good one by TUF.',
    { value: 'PATH' },
  ),
  line('fulcio-url', 'services', SIGNING, 'URL of the certificate authority, instead of a signing config.', {
    value: 'URL',
  }),
  line(
    'rekor-url',
    'services',
    SIGNING,
    'URL of the transparency log (Rekor v1), instead of a signing config.',
    { value: 'URL' },
  ),
  line(
    'timestamp-server-url',
    'services',
    SIGNING,
    'Whole URL of the timestamp authority, instead of a signing config.',
    { value: 'URL' },
  ),
  line('retry-window', 'services', CONNECTING, 'How long all retries of a run may take together.', {
    kind: 'duration',
    value: 'DURATION',
    default: '10m',
  }),
];

/** The settings of one command, in the order of the help. */
export const settingsOf = (command: CommandName): readonly Setting[] =>
  SETTINGS.filter(({ commands }) => commands.includes(command));
