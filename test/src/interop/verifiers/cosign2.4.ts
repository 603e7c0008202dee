import { cosignVerifier } from '../cosign/verifier.js';

export const verifier = cosignVerifier('cosign2.4', 'cosign 2.4', {
  program: 'cosign-2.4',
  bundles: false,
  forcesTags: false,
  oneTrust: false,
  treeOfReferrers: false,
});
