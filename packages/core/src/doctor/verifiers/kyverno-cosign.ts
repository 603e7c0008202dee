import { readLayers } from '../layer-reader.js';
import type { VerifierProfile } from '../types.js';

/** Kyverno's ClusterPolicy, `type: Cosign`: knows the roots of its policy, and takes intermediates from the layer. */
export const kyvernoCosign: VerifierProfile = {
  id: 'kyverno-cosign',
  title: 'Kyverno ClusterPolicy Cosign',
  versions: '1.13 to 1.19',
  reads: '.sig and .att tags',
  counted: true,
  answer: (seen, question) => readLayers(seen, question, { chain: 'annotation', timestamps: 'asked' }),
};
