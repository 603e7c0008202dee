import { readLayers } from '../layer-reader.js';
import type { VerifierProfile } from '../types.js';

/** policy-controller with its default format: the tags, trust from a TrustRoot or from keys. */
export const policyController: VerifierProfile = {
  id: 'policy-controller',
  title: 'policy-controller',
  versions: '0.12 to 0.15.1',
  reads: '.sig and .att tags',
  counted: true,
  answer: (seen, question) => readLayers(seen, question, { chain: 'own', timestamps: 'asked' }),
};
