import { input, line } from './catalogue-entry.js';
import { CONNECTING, READING, SIGNING } from './commands.js';
import type { Setting } from './setting.js';

/** Registries and the services of Sigstore. */
export const SERVICE_SETTINGS: readonly Setting[] = [
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
    'signature-repository',
    'registry',
    READING,
    "Repository, as `registry/repository`, that claims are read from and written to in place of the image's own. Else `COSIGN_REPOSITORY`. The image itself is then never written to.",
    { value: 'REPOSITORY' },
  ),
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
    '`rekor-v1`, `rekor-v2` (used only where it is named) or `none`. Without `rekor-v1` a timestamp authority or a key is needed; with `rekor-v2`, and with `none` and no key, bundles alone are written.',
    {
      kind: 'choice',
      choices: ['rekor-v1', 'rekor-v2', 'none'],
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
    'tuf-mirror',
    'services',
    CONNECTING,
    'URL of a TUF repository with trusted_root.json and signing_config.v0.2.json; needs tuf-root. Else ' +
      '`COUNTERSIGN_TUF_MIRROR` with `COUNTERSIGN_TUF_ROOT`.',
    { value: 'URL' },
  ),
  line(
    'tuf-root',
    'services',
    CONNECTING,
    'Path of the root.json that the mirror of tuf-mirror is trusted by.',
    { value: 'PATH' },
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
    'URL of the transparency log (of the kind that transparency-log names), instead of a signing config.',
    { value: 'URL' },
  ),
  line(
    'timestamp-server-url',
    'services',
    SIGNING,
    'Whole URL of the timestamp authority, instead of a signing config. With `notation-key` and without the other URLs: for Notation alone.',
    { value: 'URL' },
  ),
  line('retry-window', 'services', CONNECTING, 'How long all retries of a run may take together.', {
    kind: 'duration',
    value: 'DURATION',
    default: '10m',
  }),
];
