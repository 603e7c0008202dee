import assert from 'node:assert/strict';
import { describe, it } from '@jest/globals';
import type { Edge } from './edge.js';
import { createOutput } from './output.js';

function printed(json: boolean, document: unknown, text = ''): string {
  let written = '';
  const stdout = { isTerminal: true, columns: 80, write: (more: string) => void (written += more) };
  createOutput({ stdout } as unknown as Edge, json).result(document, text);
  return written;
}

describe('the document for machines', () => {
  it('holds no mark that a terminal would act upon, and is the same document', () => {
    const document = {
      '\u009b2J': 'a\u009b31m\u202eb\u{e0041}\u2028c\u007fd\u001b[0m\ud800 \u00e9\u{1f600}',
    };
    const text = printed(true, document);
    assert.deepEqual(JSON.parse(text), document);
    assert.doesNotMatch(text.replaceAll('\n', ''), /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
    assert.ok(text.includes('\u00e9\u{1f600}'), text);
  });

  it('is printed once, whatever comes behind it', () => {
    assert.equal(printed(true, {}), '{}\n');
    assert.equal(printed(false, {}, 'text'), 'text\n');
  });
});
