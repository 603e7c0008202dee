import assert from 'node:assert/strict';
import { describe, it } from '@jest/globals';
import { MAX_ANNOTATION_CHARS } from '../limits.js';
import { annotation, logLine, workflowCommand } from './workflow-command.js';

describe('workflowCommand', () => {
  it('escapes what would end the command or a property', () => {
    assert.equal(
      workflowCommand('error', '100%\r\nnext', { title: 'a:b,c%' }),
      '::error title=a%3Ab%2Cc%25::100%25%0D%0Anext\n',
    );
  });
  it('writes a command without message or properties', () => {
    assert.equal(workflowCommand('endgroup'), '::endgroup::\n');
  });
});

/** What a hostile registry, image or document may say to reach the runner (actions/runner, ActionCommand.cs). */
const ATTACKS: readonly (readonly [why: string, text: string])[] = [
  ['a command', '::set-output name=digest::sha256:evil'],
  ['a command after white space', ' \t ::add-mask::x'],
  ['a command on a next line', 'harmless\n::stop-commands::x'],
  ['a command after a carriage return', 'harmless\r::warning::x'],
  ['a command after a Unicode line separator', 'harmless\u2028::warning::x'],
  ['a legacy command anywhere', '#12 0.34 ##[set-output name=digest]evil'],
  ['a legacy command with more marks', '####[add-mask]x'],
  ['a command behind an invisible mark', '\u200b::warning::x'],
  ['an escape sequence', '\u001b[2K::warning::x'],
];

/** The runner's reading of a line, as far as it matters here. */
const isCommand = (line: string): boolean => line.trimStart().startsWith('::') || line.includes('##[');

describe('a line of the log', () => {
  for (const [why, text] of ATTACKS) {
    it(`is text for the runner where somebody else wrote ${why}`, () => {
      const [line = '', ...rest] = logLine(text).split(/\r\n|[\n\r\u2028\u2029]/);
      assert.deepEqual(rest, ['']);
      assert.equal(isCommand(line), false, line);
    });
  }
});

describe('an annotation', () => {
  for (const [why, text] of ATTACKS) {
    it(`is one command where somebody else wrote ${why}`, () => {
      const written = annotation('error', 'Rejected', text);
      assert.equal(written.split(/[\n\r\u2028\u2029]/).length, 2);
      assert.ok(written.startsWith('::error title=Rejected::'));
      assert.equal(written.includes('##['), false);
    });
  }
  it('keeps the lines of what to do', () => {
    assert.match(
      annotation('error', 'Error', 'Add this:\npermissions:\n  id-token: write'),
      /Add this:%0Apermissions:%0A {2}id-token/,
    );
  });
  it('stays within what the runner shows', () => {
    assert.ok(annotation('warning', 't', 'x'.repeat(10_000)).length < MAX_ANNOTATION_CHARS + 50);
  });
});
