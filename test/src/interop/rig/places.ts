import type { PlaceFacts } from '../contract.js';

/** Every registry that the cases run on, each with a Sigstore of its own. */
export const PLACES: readonly PlaceFacts[] = [
  {
    id: 'distribution',
    title: 'distribution v3: no referrers API',
    registry: 'distribution',
    sigstore: 'testbed',
    referrersApi: false,
    auth: 'none',
    everything: true,
    smoke: true,
  },
  {
    id: 'go-containerregistry',
    title: "go-containerregistry's registry, with the referrers API",
    registry: 'go-containerregistry',
    sigstore: 'testbed',
    referrersApi: true,
    auth: 'none',
    everything: false,
    smoke: false,
  },
  {
    id: 'testbed-token',
    title:
      'the test bed, with the referrers API and a token service, as Docker Hub and Harbor ask for log-ins',
    registry: 'testbed',
    sigstore: 'testbed',
    referrersApi: true,
    auth: 'token',
    everything: false,
    smoke: false,
  },
  {
    id: 'testbed-basic',
    title: 'the test bed, without the referrers API and without If-Match, with passwords',
    registry: 'testbed',
    sigstore: 'testbed',
    referrersApi: false,
    auth: 'basic',
    everything: false,
    smoke: false,
  },
  {
    id: 'real-sigstore',
    title:
      'distribution v3, with Fulcio, Rekor v1 and v2, a CT log and a timestamp authority as their makers release them',
    registry: 'distribution',
    sigstore: 'real',
    referrersApi: false,
    auth: 'none',
    everything: false,
    smoke: false,
  },
];
