import type { Exception } from '../contract.js';
import { dirtyPlatform } from '../kyverno/findings.js';

export const exceptions: readonly Exception[] = [
  {
    // A tag is refused whatever stands behind it.
    exhibits: ['dirty-platform'],
    asks: ['tag-not-mutated'],
    expect: { state: 'refused', words: /missing digest/ },
  },
  dirtyPlatform,
];
