import { line } from './catalogue-entry.js';
import type { Setting } from './setting.js';

/** Signatures of the Notary Project: to make them, and whom to trust for them. */
export const NOTATION_SETTINGS: readonly Setting[] = [
  line(
    'notation-key',
    'identity',
    ['sign'],
    'Sign for Notation as well, with this key (PEM; ECDSA P-256, P-384, P-521, RSA 2048, 3072, 4096): a path, `env://NAME`, or the URI of a key management service (P-256).',
    { value: 'KEY' },
  ),
  line(
    'notation-certificates',
    'identity',
    ['sign'],
    'PEM file with the certificate of `notation-key`, then those that issued it, the root last.',
    { value: 'PATH' },
  ),
  line('signature-format', 'storage', ['sign'], 'The envelope of a Notation signature.', {
    kind: 'choice',
    choices: ['jws', 'cose'],
    default: 'jws',
  }),
  line(
    'notation-expiry',
    'storage',
    ['sign'],
    'How long a Notation signature is good, such as `90d` or `12h`. Without it: as long as its certificate or timestamp.',
    { value: 'DURATION' },
  ),
  line(
    'notation-trust-policy',
    'requirements',
    ['verify', 'tree', 'doctor'],
    'A trust policy of notation (trustpolicy.json or trustpolicy.oci.json): whom `require: notation` accepts; with it doctor asks Notation too.',
    { value: 'PATH' },
  ),
  line(
    'notation-trust-store',
    'requirements',
    ['verify', 'tree', 'doctor'],
    'The folder with the certificates that `notation-trust-policy` trusts (`x509/ca/NAME/...`). Default: `truststore` beside the policy.',
    { value: 'DIR' },
  ),
];
