import { describe, it } from '@jest/globals';
import assert from 'node:assert/strict';
import { parse } from 'yaml';
import { fillPolicy } from './render.js';

describe('filling in a policy', () => {
  it('puts a value where its placeholder is a whole scalar, and nowhere else', () => {
    const filled = fillPolicy('a: $NAME\nb: x $NAME\nc: [$LIST]\n', { NAME: 'value', LIST: { d: 1 } });
    assert.deepEqual(parse(filled), { a: 'value', b: 'x $NAME', c: [{ d: 1 }] });
  });

  it('keeps a value that looks like YAML, or like a placeholder, a value', () => {
    const hostile = 'x\nspec: {admit: all} # $NAME "\'';
    assert.deepEqual(parse(fillPolicy('a: $NAME', { NAME: hostile })), { a: hostile });
    assert.deepEqual(parse(fillPolicy('a: $NAME', { NAME: '$OTHER' })), { a: '$OTHER' });
  });

  it('takes a member away whose value is undefined', () => {
    assert.deepEqual(parse(fillPolicy('a: $NAME\nb: [$NAME, 1]', { NAME: undefined })), { b: [1] });
  });

  it('refuses a placeholder without a value, and a value without a placeholder', () => {
    assert.throws(() => fillPolicy('a: $NAME', {}), /\$NAME has no value/);
    assert.throws(() => fillPolicy('a: 1', { NAME: 1 }), /no placeholder for NAME/);
    assert.throws(() => fillPolicy('a: $constructor\nb: $TO_STRING', { TO: 1 }), /\$TO_STRING has no value/);
  });
});
