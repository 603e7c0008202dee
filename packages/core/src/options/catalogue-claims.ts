import { input } from './catalogue-entry.js';
import { ATTEST } from './commands.js';
import type { Setting } from './setting.js';

/** What is attested. */
export const CLAIM_SETTINGS: readonly Setting[] = [
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
  input(
    'provenance',
    'claims',
    ATTEST,
    'Attest SLSA provenance v1 from the claims of the identity token (cosign calls that type `slsaprovenance1`).',
    {
      kind: 'boolean',
      default: 'false',
    },
  ),
  input('predicate-type', 'claims', ATTEST, 'The type URI of the predicate in `predicate-path`.', {
    value: 'URI',
  }),
  input('predicate-path', 'claims', ATTEST, 'A JSON file with a predicate of the type given.', {
    value: 'PATH',
  }),
];
