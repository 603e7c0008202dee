import { readLayers } from '../layer-reader.js';
import type { VerifierProfile } from '../types.js';

/** cosign 2.4.2 to 2.6.2: the tags, unless `--new-bundle-format` is given. */
export const cosign262: VerifierProfile = {
  id: 'cosign-2.6.2',
  title: 'cosign 2.4.2 to 2.6.2',
  versions: '2.4.2 to 2.6.2',
  reads: '.sig and .att tags',
  counted: true,
  answer: (seen, question) => readLayers(seen, question, { chain: 'own', timestamps: 'asked' }),
};
