import { kyverno } from '../kyverno/verifiers.js';

export const verifier = kyverno('bundle', {
  title: 'Kyverno ClusterPolicy, type SigstoreBundle',
  policy: 'kyverno-sigstore-bundle.yaml',
  refusal: /no matching signatures found/,
});
