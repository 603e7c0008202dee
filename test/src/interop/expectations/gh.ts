import type { Exception } from '../contract.js';

export const exceptions: readonly Exception[] = [
  {
    exhibits: ['dirty-platform'],
    subjects: ['index'],
    expect: {
      state: 'fault',
      accepts: true,
      version: '2.97.0',
      words: /verificationResult/,
      why: 'It looks at the digest that it is given, and never at the platforms of an index',
    },
  },
];
