import { DEFAULT_MAX_REFERRERS, DEFAULT_SETTLE_MS } from '../limits.js';
import { input, line } from './catalogue-entry.js';
import { ATTEST, EVERY, SIGNING } from './commands.js';
import type { Setting } from './setting.js';

/** Who signs, and how claims are stored. */
export const SIGNING_SETTINGS: readonly Setting[] = [
  input(
    'key',
    'identity',
    [...EVERY, 'get'],
    "A key instead of an identity: to sign, a private key (PKCS#8, or cosign's encrypted form with `COSIGN_PASSWORD`); to verify, public keys, one per line. A path, `env://NAME`, or a key management service: `awskms://`, `gcpkms://`, `azurekms://`, `hashivault://`, `openbao://`.",
    {
      kind: 'lines',
      value: 'KEY',
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
    ATTEST,
    '`all`: every layout that verifiers read; `bundle`: bundle referrers; `legacy`: the `.sig` and `.att` tags.',
    {
      kind: 'choice',
      choices: ['all', 'bundle', 'legacy'],
      default: 'all',
    },
  ),
  input(
    'layouts',
    'storage',
    ['sign'],
    '`all`: every layout that verifiers read; `bundle`: bundle referrers; `legacy`: the `.sig` tag; `notation`: a Notation signature alone.',
    {
      kind: 'choice',
      choices: ['all', 'bundle', 'legacy', 'notation'],
      default: 'all',
    },
  ),
  input(
    'dry-run',
    'storage',
    [...SIGNING, 'tools', 'doctor'],
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
    [...SIGNING, 'doctor'],
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
    [...SIGNING, 'doctor'],
    'Do not confirm such tags: claims of parallel writers may be lost.',
    {
      kind: 'boolean',
      default: 'false',
    },
  ),
];
