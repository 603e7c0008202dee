import assert from 'node:assert/strict';
import { describe, it } from '@jest/globals';
import { checkDocument, checkPredicate } from '@countersign/core/claims';

const take = (text: string): string =>
  Buffer.from(checkPredicate('https://example.com/x', Buffer.from(text), 'p.json').predicateJson).toString();

describe('A predicate', () => {
  for (const text of [
    '{"a":1,"a":2}',
    '{"a":{"b":1,"\\u0062":2}}',
    '{"list":[[{"b":[],"c":{},"b":[]}]]}',
    '{"__proto__":1,"__proto__":2}',
  ]) {
    it(`is refused where readers may read two things in it: ${text}`, () => {
      assert.throws(() => take(text), { code: 'PREDICATE_INVALID', fault: 'user', message: /two members/ });
    });
  }
  for (const text of [
    '{"a":":","b":"\\":{","c":[1,":"]}',
    '{"__proto__":{"a":1},"constructor":{"a":2}}',
    '{"a":"\\ud800","\\ud800":1}',
    '{"a":[{},{},[[]]],"b":{"a":{}}}',
    `{"list":[${'{"a":1},'.repeat(100_000)}{}]}`,
  ]) {
    it(`is signed as it stands: ${text.slice(0, 60)}`, () => {
      assert.equal(take(text), text);
    });
  }
  it('is refused where a document names what it describes twice', () => {
    const text = '{"bomFormat":"CycloneDX","specVersion":"1.6","metadata":{},"metadata":{}}';
    assert.throws(() => checkDocument(Buffer.from(text), 's.json'), { code: 'PREDICATE_INVALID' });
  });
});
