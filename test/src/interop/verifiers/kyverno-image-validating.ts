import { kyverno } from '../kyverno/verifiers.js';

export const verifier = kyverno('image-validating', {
  title: 'Kyverno ImageValidatingPolicy',
  policy: 'kyverno-image-validating.yaml',
  refusal:
    /no signatures found|no matching (signatures|attestations)|required predicate type .* not found|CEL expression validation failed at index 1/,
});
