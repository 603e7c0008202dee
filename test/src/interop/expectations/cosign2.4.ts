import { cosignFindings } from '../cosign/findings.js';

export const exceptions = cosignFindings('2.4.1', [
  'verify-legacy',
  'verify-legacy-root',
  'verify-attestation-legacy',
]);
