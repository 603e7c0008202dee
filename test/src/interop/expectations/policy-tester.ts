import type { Exception } from '../contract.js';

/** Version 0.15.1. */
export const exceptions: readonly Exception[] = [
  {
    exhibits: ['keyless', 'keyless-bundle', 'wrong-predicate'],
    asks: ['bundle-trust-root'],
    expect: {
      state: 'fault',
      accepts: false,
      version: '0.15.1',
      words: /not enough verified log entries from transparency log: 0 < 1/,
      why: 'The log ids of a TrustRoot become hexadecimal text where the verification of bundles looks for bytes: no log of one is ever found. The same bundles are accepted where trust comes by TUF, and the .sig and .att tags with this very TrustRoot.',
      issue: 'https://github.com/sigstore/policy-controller/pull/1968',
    },
  },
  {
    // Admits whatever the image carries: that is what these policies are for.
    exhibits: /./,
    asks: ['warn', 'static-pass'],
    expect: { state: 'pass' },
  },
];
