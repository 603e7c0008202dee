import type { Exception } from '../contract.js';

const VERSION = '4.5.1';

export const exceptions: readonly Exception[] = [
  {
    exhibits: ['dirty-platform'],
    asks: ['provenance', 'provenance-identity', 'spdx'],
    subjects: ['index'],
    expect: {
      state: 'fault',
      accepts: true,
      version: VERSION,
      words: /OK: SHA2_256:/,
      why: 'It compares the digest that it is given, and knows nothing of the platforms of an index',
    },
  },
  {
    exhibits: ['wrong-source-repository'],
    asks: ['provenance-identity'],
    expect: {
      state: 'fault',
      accepts: true,
      version: VERSION,
      words: /OK: SHA2_256:/,
      why: 'The identity names the workflow that was called; only `verify github --repository` asks who called it',
    },
  },
  {
    exhibits: ['by-cosign3'],
    asks: ['spdx'],
    expect: {
      state: 'fault',
      accepts: false,
      version: VERSION,
      words: /Input should be 'https:\/\/in-toto.io\/Statement\/v1'/,
      why: 'It reads statements of in-toto v1 alone, and cosign writes those of v0.1; what Countersign attests is v1',
    },
  },
];
