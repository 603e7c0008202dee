import { cosignVerifier } from '../cosign/verifier.js';

export const verifier = cosignVerifier('cosign2', 'cosign 2.6', {
  program: 'cosign-2',
  bundles: true,
  forcesTags: false,
  oneTrust: false,
  treeOfReferrers: false,
});
