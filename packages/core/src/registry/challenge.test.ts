import assert from 'node:assert/strict';
import { describe, it } from '@jest/globals';
import { parseChallenges } from './challenge.js';

type Row = readonly [
  what: string,
  header: string,
  challenges: readonly (readonly [string, Record<string, string>])[],
];

const rows: readonly Row[] = [
  [
    "Docker Hub's",
    'Bearer realm="https://auth.docker.io/token",service="registry.docker.io",scope="repository:library/app:pull"',
    [
      [
        'bearer',
        {
          realm: 'https://auth.docker.io/token',
          service: 'registry.docker.io',
          scope: 'repository:library/app:pull',
        },
      ],
    ],
  ],
  [
    'a quoted comma',
    'Bearer scope="repository:a:pull,push",realm="https://a"',
    [['bearer', { scope: 'repository:a:pull,push', realm: 'https://a' }]],
  ],
  ['any case', 'BEARER Realm="x", SERVICE=y', [['bearer', { realm: 'x', service: 'y' }]]],
  [
    'several challenges',
    'Basic realm="a", Bearer realm="b",service="c"',
    [
      ['basic', { realm: 'a' }],
      ['bearer', { realm: 'b', service: 'c' }],
    ],
  ],
  [
    'a challenge without parameters before another',
    'Negotiate, Basic realm="a"',
    [
      ['negotiate', {}],
      ['basic', { realm: 'a' }],
    ],
  ],
  [
    'a token68 before another',
    'Negotiate YWJj==, Basic realm="a"',
    [
      ['negotiate', {}],
      ['basic', { realm: 'a' }],
    ],
  ],
  ['escaped quotes', 'Basic realm="a \\"b\\" \\\\ c"', [['basic', { realm: 'a "b" \\ c' }]]],
  [
    'spaces around everything',
    '  ,, Basic   realm = "a" , charset = UTF-8 ,',
    [['basic', { realm: 'a', charset: 'UTF-8' }]],
  ],
  ['an empty value', 'Basic realm=""', [['basic', { realm: '' }]]],
  ['a repeated parameter', 'Basic realm="a", realm="b"', [['basic', { realm: 'a' }]]],
  [
    'a parameter named like an object’s own',
    'Basic __proto__="a", constructor="b"',
    [['basic', { ['__proto__']: 'a', constructor: 'b' }]],
  ],
  ['nothing', '', []],
  ['garbage', '"', []],
  ['a broken second challenge', 'Basic realm="a", Bearer realm="b', [['basic', { realm: 'a' }]]],
];

describe('parseChallenges', () => {
  for (const [what, header, expected] of rows) {
    it(`reads ${what}`, () => {
      const found = parseChallenges(header).map(({ scheme, parameters }) => [
        scheme,
        Object.entries(parameters),
      ]);
      assert.deepEqual(
        found,
        expected.map(([scheme, parameters]) => [scheme, Object.entries(parameters)]),
      );
    });
  }
  it('is quick with a header made to be slow', () => {
    const began = performance.now();
    parseChallenges(`Basic ${'a="\\'.repeat(100_000)}`);
    parseChallenges('a '.repeat(100_000));
    parseChallenges(','.repeat(100_000));
    assert.ok(performance.now() - began < 500);
  });
});
