import type { Exception } from '../contract.js';

export const exceptions: readonly Exception[] = [
  {
    // Each of its asks demands the image's signature too, so that every platform is looked at.
    exhibits: ['attested-only'],
    expect: { state: 'refused', words: /^Rejected: /m },
  },
];
