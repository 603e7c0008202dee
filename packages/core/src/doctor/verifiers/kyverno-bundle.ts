import { looksBesideImage } from '../answers.js';
import { readBundles } from '../bundle-reader.js';
import { KYVERNO_MAX_BUNDLE_BYTES } from '../../limits.js';
import type { VerifierProfile } from '../types.js';

/** Referrers of any kind that it reads for one digest (kyverno/kyverno pkg/image/verifiers/cpol/cosign/sigstore.go). */
const MAX_REFERRERS = 50;

/** Kyverno's ClusterPolicy, `type: SigstoreBundle`: what the list calls a bundle, all of it or nothing. */
export const kyvernoBundle: VerifierProfile = {
  id: 'kyverno-bundle',
  title: 'Kyverno ClusterPolicy SigstoreBundle',
  versions: '1.13 to 1.19 (keys from 1.19)',
  reads: 'bundle referrers whose artifactType the list states',
  counted: true,
  answer: (seen, question) => {
    if (seen.elsewhere) return looksBesideImage();
    return readBundles(seen, question, {
      listing: 'by-type',
      minVersion: 0.1,
      messages: true,
      anyTypeSigns: true,
      breaksOnUnparsable: true,
      maxReferrers: MAX_REFERRERS,
      maxBytes: KYVERNO_MAX_BUNDLE_BYTES,
      rekorV2: 'reads',
      anyTime: true,
    });
  },
};
