import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from '@jest/globals';
import { runProcess } from '../support/run-process.js';

const ROOT = join(import.meta.dirname, '../../..');
const FLOOR = readFileSync(join(ROOT, 'scripts/require-node.mjs'), 'utf8');

/** The check as a program, told that it runs on another version. */
const onNode = (version: string) =>
  runProcess(process.execPath, [
    '--input-type=module',
    '--eval',
    FLOOR.replace(
      "import process from 'node:process';",
      `const { execPath, exit } = (await import('node:process')).default;
const process = { versions: { node: '${version}' }, execPath, exit };`,
    ),
  ]);

describe('a Node that is too old', () => {
  for (const version of ['20.20.2', '22.22.2', '24.14.9']) {
    it(`is refused with what to install: ${version}`, async () => {
      const { code, stderr } = await onNode(version);
      assert.equal(code, 2);
      assert.match(
        stderr,
        new RegExp(`needs Node 24\\.15 or newer; this is ${version.replaceAll('.', '\\.')}`),
      );
    });
  }
  for (const version of ['24.15.0', '24.21.0', '26.0.0']) {
    it(`is not ${version}`, async () => {
      assert.equal((await onNode(version)).code, 0);
    });
  }
  it('is told apart before an action or the command loads anything else', () => {
    for (const part of ['sign', 'attest', 'verify', 'cli']) {
      const [first] = readFileSync(join(ROOT, 'dist', part, 'index.js'), 'utf8')
        .split('\n')
        .filter((line) => !line.startsWith('#!'));
      assert.equal(first, "import '../require-node.mjs';");
    }
    assert.equal(readFileSync(join(ROOT, 'dist/require-node.mjs'), 'utf8'), FLOOR);
  });
});
