import assert from 'node:assert/strict';
import { describe, it } from '@jest/globals';
import { printable } from './printable.js';

const table: readonly (readonly [why: string, text: string, printed: string])[] = [
  ['leaves ordinary text alone', 'registry.example/app: größe 漢字', 'registry.example/app: größe 漢字'],
  ['shows an escape sequence', '\u001b[31mred', '\\u{1b}[31mred'],
  ['shows a line end, which could fake a line of ours', 'a\nRejected', 'a\\u{a}Rejected'],
  ['shows a mark that reorders text', 'a\u202eb', 'a\\u{202e}b'],
  ['shows an invisible mark', 'a\u200bb', 'a\\u{200b}b'],
  ['shows a C1 control', '\u009b31m', '\\u{9b}31m'],
  ['shows half a surrogate pair', '\ud800', '\\u{d800}'],
];

describe('printable', () => {
  for (const [why, text, printed] of table) {
    it(why, () => {
      assert.equal(printable(text), printed);
    });
  }
});
