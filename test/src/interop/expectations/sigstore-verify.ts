import type { Exception } from '../contract.js';

export const exceptions: readonly Exception[] = [
  {
    exhibits: ['dirty-platform'],
    subjects: ['index'],
    expect: {
      state: 'fault',
      accepts: true,
      version: '4.1.3',
      words: /verified: /,
      why: 'It knows nothing of images: the platforms of an index are bundles of their own',
    },
  },
];
