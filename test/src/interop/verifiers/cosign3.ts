import { cosignVerifier } from '../cosign/verifier.js';

export const verifier = cosignVerifier('cosign3', 'cosign 3', {
  program: 'cosign',
  bundles: true,
  forcesTags: true,
  oneTrust: true,
  treeOfReferrers: true,
});
