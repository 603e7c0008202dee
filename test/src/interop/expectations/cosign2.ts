import { anyBundle, cosignFindings } from '../cosign/findings.js';
import type { Exception } from '../contract.js';

const ASKS = [
  'verify',
  'verify-regexp',
  'verify-repository',
  'verify-attestation-slsaprovenance1',
  'verify-attestation-spdxjson',
  'verify-attestation-uri',
  'verify-attestation-policy-rego',
  'verify-attestation-policy-cue',
];

export const exceptions: readonly Exception[] = [
  ...cosignFindings('2.6.4', ASKS),
  {
    exhibits: ['rekor-v2'],
    asks: ASKS,
    expect: {
      state: 'cannot',
      words: /threshold not met for verified log entry integrated timestamps: 0 < 1/,
      why: 'It takes the time of signing from the log, and Rekor v2 tells none: with `--use-signed-timestamps` it takes the timestamp and accepts. From cosign 3.0.5 on that needs no flag.',
    },
  },
  anyBundle('2.6.4'),
];
