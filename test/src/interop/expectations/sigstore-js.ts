import type { Exception } from '../contract.js';

const VERSION = '5.0.1';

export const exceptions: readonly Exception[] = [
  {
    exhibits: ['other-digest'],
    asks: ['signature-alone'],
    expect: {
      state: 'fault',
      accepts: true,
      version: VERSION,
      words: /verified: /,
      why: 'It verifies who made a statement, and by design never what the statement is about: its caller has to compare the subject, or a statement of any other image will do',
    },
  },
  {
    exhibits: ['dirty-platform'],
    subjects: ['index'],
    expect: {
      state: 'fault',
      accepts: true,
      version: VERSION,
      words: /verified: /,
      why: 'It knows nothing of images: the platforms of an index are bundles of their own',
    },
  },
  {
    exhibits: ['wrong-source-repository'],
    asks: ['signature', 'signature-alone'],
    expect: {
      state: 'fault',
      accepts: true,
      version: VERSION,
      words: /verified: /,
      why: 'The identity names the workflow that was called; only `certificateOIDs` asks who called it',
    },
  },
  {
    exhibits: ['keyless'],
    asks: ['identity-cut'],
    expect: {
      state: 'fault',
      accepts: true,
      version: VERSION,
      words: /verified: /,
      why: 'An identity that is given as a text is taken for a pattern that may match anywhere: every text that holds it is accepted, and a dot in it stands for any character. Anchored and escaped it is exact.',
      issue: 'https://github.com/sigstore/sigstore-js/pull/1656',
    },
  },
];
