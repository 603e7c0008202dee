import { input } from './catalogue-entry.js';
import { JUDGING, VERIFY } from './commands.js';
import type { Setting } from './setting.js';

/** Whose claims count, and what has to be there. */
export const VERDICT_SETTINGS: readonly Setting[] = [
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
    'What must be there: `signature`, `notation` (by `notation-trust-policy`), `sbom`, `provenance`, `scan`, `vuln`, `openvex` or predicate type URIs; `sbom@all` and `URI@all` mean each platform too.',
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
];
