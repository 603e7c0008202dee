import assert from 'node:assert/strict';
import { describe, it } from '@jest/globals';
import { areUnique, ValueNumbers } from './unique-items.js';

const unique = (elements: readonly unknown[]): boolean => areUnique(elements, new ValueNumbers());

describe('a list without equal elements', () => {
  const lists: readonly (readonly [what: string, list: readonly unknown[], expected: boolean])[] = [
    ['nothing', [], true],
    ['one element', [{}], true],
    ['different objects', [{ a: 1 }, { a: 2 }], true],
    [
      'the same members in another order',
      [
        { a: 1, b: [2] },
        { b: [2], a: 1 },
      ],
      false,
    ],
    [
      'the same list in another order',
      [
        [1, 2],
        [2, 1],
      ],
      true,
    ],
    ['equal lists, deep', [{ a: [{ b: 1 }] }, { a: [{ b: 1 }] }], false],
    ['a number and its text', [1, '1'], true],
    ['an empty list and an empty object', [[], {}], true],
    ['null and its text', [null, 'null'], true],
    ['numbers that are written differently', [1, 1.0], false],
    ['a name that looks like a member', [{ 'a":1,"b': 2 }, { a: 1, b: 2 }], true],
    ['own members called __proto__', [JSON.parse('{"__proto__":1}'), {}], true],
  ];
  for (const [what, list, expected] of lists) {
    it(`is ${expected ? 'told' : 'not seen'} for ${what}`, () => {
      assert.equal(unique(list), expected);
    });
  }

  it('is told in linear time', () => {
    const many = Array.from({ length: 200_000 }, (_, index) => ({ name: 'x', hashes: [{ content: index }] }));
    const started = performance.now();
    assert.equal(unique(many), true);
    assert.ok(performance.now() - started < 10_000);
  });
});
