import { readLayers } from '../layer-reader.js';
import type { VerifierProfile } from '../types.js';

/** cosign up to 2.4.1: the tags alone, and it verifies a timestamp in a layer even where nobody asked (fixed in 2.4.2). */
export const cosign24: VerifierProfile = {
  id: 'cosign-2.4',
  title: 'cosign up to 2.4.1',
  versions: '2.0 to 2.4.1',
  reads: '.sig and .att tags',
  counted: true,
  answer: (seen, question) => readLayers(seen, question, { chain: 'own', timestamps: 'always' }),
};
