import assert from 'node:assert/strict';
import { describe, it } from '@jest/globals';
import { code, markdown } from './markdown.js';
import { printable } from './printable.js';

/** Texts that an image, a claim or a service may hold; each tries to be more than text. */
const HOSTILE: ReadonlyMap<string, string> = new Map([
  ['a workflow command', '::error::forged'],
  ['a workflow command after white space', ' \t::add-mask::secret'],
  ['a workflow command on a line of its own', 'fine\n::set-output name=digest::forged'],
  ['a workflow command after a carriage return', 'fine\r::set-output name=digest::forged'],
  ['an old command in the middle of a line', '#12 0.34 ##[set-output name=x]forged'],
  ['an old command behind another hash', '###[error]forged'],
  ['escape sequences', '\u001b[2J\u001b]8;;https://evil.example\u0007click\u001b]8;;\u0007'],
  ['eight-bit escape sequences', '\u009b2J'],
  ['text that runs backwards', 'safe\u202eetad\u202c'],
  ['bidirectional isolates', '\u2066x\u2069'],
  ['zero-width marks', 'a\u200bb\u200d\ufeff'],
  ['tag characters', 'a\u{e0041}\u{e007f}'],
  ['line separators', 'a\u2028::error::b\u2029c'],
  ['a null byte', 'a\u0000b'],
  ['a lone surrogate', 'a\ud800b'],
  ['a backspace', 'rejected\b\b\b\b\b\b\b\bverified'],
]);

describe('printable', () => {
  for (const [what, text] of HOSTILE) {
    const line = printable(text);
    it(`keeps ${what} on one line, without control or hidden characters`, () => {
      assert.doesNotMatch(line, /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
    });
    it(`leaves the runner no command in ${what}`, () => {
      assert.doesNotMatch(line, /^\s*::/);
      assert.doesNotMatch(line, /##\[/);
    });
  }
  it('leaves ordinary text as it is', () => {
    const text = 'https://github.com/acme/app/.github/workflows/release.yml@refs/tags/v1.0.0 (größe 5 µm)';
    assert.equal(printable(text), text);
  });
});

describe('markdown', () => {
  const marked: ReadonlyMap<string, string> = new Map([
    ...HOSTILE,
    ['an element', '<img src=x onerror=alert(1)>'],
    ['a comment that hides the rest', '<!-- hidden'],
    ['a character reference', '&lt;script&gt;'],
    ['a link', '[verified](https://evil.example)'],
    ['an image that tells who reads', '![x](https://evil.example/pixel)'],
    ['emphasis', '**Rejected** __x__ ~~no~~'],
    ['code', '``` `x` ```'],
    ['another table cell', 'a | verified | b'],
    ['a row of its own', 'a |\n| --- |\n| forged |'],
    ['a heading', '# Signed and verified'],
    ['a mention', '@acme/security'],
    ['an escape', '\\| \\<'],
  ]);
  for (const [what, text] of marked) {
    it(`makes plain text of ${what}`, () => {
      for (const cell of [markdown(text), /^<code>(.*)<\/code>$/s.exec(code(text))?.[1] ?? '<']) {
        const bare = cell.replace(/&(?:amp|lt|gt|#\d+);/g, '');
        assert.doesNotMatch(bare, /[<>&\\`*_{}[\]()#!|~@\n\r]/);
      }
    });
  }
});
