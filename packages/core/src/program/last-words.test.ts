import assert from 'node:assert/strict';
import { describe, it } from '@jest/globals';
import { lastWords } from './index.js';

const WARNING = '[0000]  WARN no explicit name and version provided';

describe('what a program said last', () => {
  it('is without time marks, colours and repeated lines', () => {
    const said = `${WARNING}\n\u001b[33m[0001]  WARN\u001b[0m slow\n${WARNING}\n${WARNING}\n[0002] ERROR no space left\n`;
    assert.equal(
      lastWords(said, 600),
      ': WARN slow | WARN no explicit name and version provided | ERROR no space left',
    );
  });

  it('is nothing where it said nothing but space', () => {
    assert.equal(lastWords(' \n\r\n\u001b[0m', 600), '');
  });

  it('ends with its end where it is long, and is one line', () => {
    const said = lastWords(`${'x'.repeat(10_000)}\n::error::forged\nthe end`, 40);
    assert.ok(said.length <= 42, said);
    assert.ok(said.endsWith('| ::error::forged | the end'), said);
    assert.ok(!said.includes('\n'));
  });

  it('reads a flood in time that grows with what is shown alone', () => {
    const flood = Array.from({ length: 200_000 }, (_, n) => `[0000] line ${n}`).join('\n');
    assert.ok(lastWords(flood, 600).endsWith('line 199999'));
  });
});
