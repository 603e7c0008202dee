import { cannot } from '../answers.js';
import { readLayers } from '../layer-reader.js';
import type { VerifierProfile } from '../types.js';

/** Ratify 1 with `cosignEnabled`; its answers are from its sources, it was not run beside the others. */
export const ratify: VerifierProfile = {
  id: 'ratify',
  title: 'Ratify 1',
  versions: '1.4',
  reads: '.sig tag',
  counted: true,
  answer: (seen, question) =>
    question.predicateType === undefined
      ? readLayers(seen, question, { chain: 'annotation', timestamps: 'always' })
      : cannot('it reads signatures alone', 'Use cosign for attestations.'),
};
