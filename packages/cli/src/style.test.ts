import assert from 'node:assert/strict';
import { describe, it } from '@jest/globals';
import type { Edge, TextSink } from './edge.js';
import { styleFor } from './style.js';

const sinkOf = (isTerminal: boolean): TextSink => ({
  isTerminal,
  columns: undefined,
  write: () => undefined,
});
const styleOf = (env: Edge['env'], isTerminal: boolean) => {
  const sink = sinkOf(isTerminal);
  const signal = new AbortController().signal;
  return styleFor(
    { argv: [], entry: '', env, stdout: sink, stderr: sink, signal, exit: () => undefined },
    sink,
  );
};

describe('how a command draws', () => {
  it('has colours on a terminal alone', () => {
    assert.equal(styleOf({}, true).good('x'), '\u001b[32mx\u001b[39m');
    assert.equal(styleOf({}, false).good('x'), 'x');
  });
  it('has none where NO_COLOR or a dumb terminal asks for none', () => {
    assert.equal(styleOf({ NO_COLOR: '1' }, true).bad('x'), 'x');
    assert.equal(styleOf({ TERM: 'dumb' }, true).bad('x'), 'x');
    assert.notEqual(styleOf({ NO_COLOR: '' }, true).bad('x'), 'x');
  });

  const locales: readonly (readonly [env: Edge['env'], unicode: boolean])[] = [
    [{}, false],
    [{ LANG: 'C' }, false],
    [{ LANG: 'en_GB.UTF-8' }, true],
    [{ LANG: 'en_GB.UTF-8', LC_ALL: 'C' }, false],
    [{ LC_CTYPE: 'C.utf8', LANG: 'C' }, true],
    [{ GITHUB_ACTIONS: 'true' }, true],
  ];
  for (const [env, unicode] of locales) {
    it(`${unicode ? 'has' : 'does without'} box characters for ${JSON.stringify(env)}`, () => {
      assert.equal(styleOf(env, false).unicode, unicode);
    });
  }
});
