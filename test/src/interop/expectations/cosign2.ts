import { cosignFindings } from '../cosign/findings.js';

export const exceptions = cosignFindings('2.6.4', [
  'verify',
  'verify-regexp',
  'verify-repository',
  'verify-attestation-slsaprovenance1',
  'verify-attestation-spdxjson',
  'verify-attestation-uri',
  'verify-attestation-policy-rego',
  'verify-attestation-policy-cue',
]);
