import type { Exception } from '../contract.js';

const VERSION = '4.5.1';

export const exceptions: readonly Exception[] = [
  {
    exhibits: ['dirty-platform'],
    subjects: ['index'],
    expect: {
      state: 'fault',
      accepts: true,
      version: VERSION,
      words: /OK: sha256:/,
      why: 'It compares the digest that it is given, and knows nothing of the platforms of an index',
    },
  },
  {
    exhibits: ['wrong-source-repository'],
    asks: ['signature'],
    expect: {
      state: 'fault',
      accepts: true,
      version: VERSION,
      words: /OK: sha256:/,
      why: 'The identity names the workflow that was called; only `verify github --repository` asks who called it',
    },
  },
];
