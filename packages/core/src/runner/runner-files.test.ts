import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, it } from '@jest/globals';
import { appendOutputs, appendSummary } from './runner-files.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'countersign-runner-'));
});
afterAll(() => rm(folder, { recursive: true }));

describe('outputs', () => {
  it('are added as here-documents, each with a delimiter of its own', async () => {
    const path = join(folder, 'output');
    await writeFile(path, 'earlier=1\n');
    await appendOutputs({ GITHUB_OUTPUT: path }, { status: 'ok', digest: '' });
    const text = await readFile(path, 'utf8');
    const [, first, second] =
      /^earlier=1\nstatus<<(countersign_[0-9a-f]{32})\nok\n\1\ndigest<<(countersign_[0-9a-f]{32})\n\n\2\n$/.exec(
        text,
      ) ?? [];
    assert.ok(first !== undefined && second !== undefined, text);
    assert.notEqual(first, second);
  });

  it('cannot be forged by a value that looks like the end of one', async () => {
    const path = join(folder, 'forged');
    await appendOutputs({ GITHUB_OUTPUT: path }, { digest: 'x\ncountersign_0\nstatus<<y\nok\ny' });
    const text = await readFile(path, 'utf8');
    const [, delimiter = ''] = /^digest<<(\S+)/.exec(text) ?? [];
    assert.equal(text.split(`\n${delimiter}\n`).length, 2);
  });

  it('go nowhere without a runner', async () => {
    await appendOutputs({}, { status: 'ok' });
    await appendSummary({ GITHUB_STEP_SUMMARY: '' }, '# Done');
  });

  it('that cannot be written are an error that names the variable', async () => {
    await assert.rejects(appendOutputs({ GITHUB_OUTPUT: join(folder, 'no', 'where') }, { status: 'ok' }), {
      code: 'INPUT_INVALID',
      message: /GITHUB_OUTPUT/,
    });
  });
});
