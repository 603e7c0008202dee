import { anyBundle, cosignFindings } from '../cosign/findings.js';

export const exceptions = [
  ...cosignFindings('3.1.3', [
    'verify',
    'verify-regexp',
    'verify-repository',
    'verify-attestation-slsaprovenance1',
    'verify-attestation-spdxjson',
    'verify-attestation-uri',
    'verify-attestation-policy-rego',
    'verify-attestation-policy-cue',
    'verify-legacy',
    'verify-legacy-root',
    'verify-attestation-legacy',
  ]),
  anyBundle('3.1.3'),
];
