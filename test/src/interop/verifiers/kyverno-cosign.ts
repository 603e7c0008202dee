import { kyverno } from '../kyverno/verifiers.js';

export const verifier = kyverno('cosign', {
  title: 'Kyverno ClusterPolicy, type Cosign',
  policy: 'kyverno-cosign.yaml',
  refusal:
    /no signatures found|no matching (signatures|attestations)|mismatch: expected|attestions not found|image attestations verification failed/,
});
