import type { Exception } from '../contract.js';
import { anyClaim, dirtyPlatform, wrongSourceRepository } from '../kyverno/findings.js';

export const exceptions: readonly Exception[] = [
  dirtyPlatform,
  anyClaim('signature'),
  wrongSourceRepository(
    'The schema of the policy takes `keyless.additionalExtensions`, and nothing reads them: whoever calls the right public workflow is taken for the right signer. ClusterPolicies of the type Cosign do look.',
    'https://github.com/kyverno/kyverno/issues/15809',
  ),
];
