import type { Exception } from '../contract.js';
import { anyClaim, dirtyPlatform, wrongSourceRepository } from '../kyverno/findings.js';

export const exceptions: readonly Exception[] = [
  dirtyPlatform,
  anyClaim('attestors'),
  wrongSourceRepository(
    'The schema of the policy takes `additionalExtensions`, and the verification of bundles never reads them: whoever calls the right public workflow is taken for the right signer. ClusterPolicies of the type Cosign do look.',
  ),
];
