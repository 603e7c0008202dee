import { kyverno } from '../kyverno/verifiers.js';

export const verifier = kyverno('notary', {
  title: 'Kyverno, type Notary',
  policy: 'kyverno-notary.yaml',
  refusal: /no signature is associated|failed to verify/,
});
