import type { PlaceFacts } from '../contract.js';

/** Every registry that the cases run on, each with the test bed's Sigstore. */
export const PLACES: readonly PlaceFacts[] = [
  {
    id: 'testbed',
    title: 'the test bed, with the referrers API and a token service',
    registry: 'testbed',
    sigstore: 'testbed',
    referrersApi: true,
    auth: 'token',
    smoke: true,
  },
];
