import assert from 'node:assert/strict';
import { describe, it } from '@jest/globals';
import { row, table } from './markdown.js';
import { fillTemplate } from './template.js';

describe('the page of the matrix', () => {
  it('puts each part in its place, as it is', () => {
    assert.equal(
      fillTemplate('a\n<!-- part -->\nb', { part: '$& <!-- other -->' }),
      'a\n$& <!-- other -->\nb',
    );
  });

  it('refuses a place without a part, and a part without a place', () => {
    assert.throws(() => fillTemplate('<!-- part -->', {}), /no such part/);
    assert.throws(() => fillTemplate('', { part: '' }), /no place for part/);
  });

  it('keeps words of others within their cell', () => {
    assert.equal(row(['a | b', 'c\nd', '<script>']), '| a \\| b | c d | &lt;script> |');
  });

  it('leaves a column out that says nothing', () => {
    assert.equal(
      table(['one', 'two', 'three'], [['1', '', '3']]),
      '| one | three |\n| --- | --- |\n| 1 | 3 |',
    );
  });
});
