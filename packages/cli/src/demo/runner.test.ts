import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, it } from '@jest/globals';
import { readErrors, readOutputs, runAction } from './runner.js';

describe('the outputs of an action', () => {
  it('are read as lines and as blocks', () => {
    const text = 'a=1\nb<<END_x\n{\n  "k": "v=w"\n}\nEND_x\nc=x=y\n';
    assert.deepEqual(
      [...readOutputs(text)],
      [
        ['a', '1'],
        ['b', '{\n  "k": "v=w"\n}'],
        ['c', 'x=y'],
      ],
    );
  });
});

describe('the errors of an action', () => {
  it('are its error commands, unescaped', () => {
    const text = 'hello\n::error title=Rejected::a%0Ab%25\n::warning::c\n::error::d\n';
    assert.deepEqual(readErrors(text), ['a\nb%', 'd']);
  });
});

describe('running an action', () => {
  let folder: string;
  const signal = new AbortController().signal;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'countersign-runner-'));
    await mkdir(join(folder, 'dist', 'sign'), { recursive: true });
    await writeFile(join(folder, 'dist', 'package.json'), '{"type":"module"}');
    await writeFile(
      join(folder, 'dist', 'sign', 'index.js'),
      `import { appendFileSync } from 'node:fs';
       appendFileSync(process.env.GITHUB_OUTPUT, 'names=' + Object.keys(process.env).sort().join(',') + '\\n');
       appendFileSync(process.env.GITHUB_OUTPUT, 'tag=' + process.env['INPUT_ALLOW-TAG'] + '\\n');
       console.log('::error::no');
       process.exitCode = 3;`,
    );
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('gives it the inputs, the files of a step and nothing of our environment', async () => {
    const runner = { dist: join(folder, 'dist'), folder: join(folder, 'steps'), env: { JOB: '1' }, signal };
    const result = await runAction(runner, 'one', 'sign', { 'allow-tag': 'true' }, { STEP: '2' });
    assert.equal(result.exitCode, 3);
    assert.deepEqual(result.errors, ['no']);
    assert.equal(result.outputs.get('tag'), 'true');
    assert.deepEqual(result.outputs.get('names')?.split(','), [
      'GITHUB_ENV',
      'GITHUB_OUTPUT',
      'GITHUB_PATH',
      'GITHUB_STATE',
      'GITHUB_STEP_SUMMARY',
      'INPUT_ALLOW-TAG',
      'JOB',
      'RUNNER_TEMP',
      'STEP',
    ]);
  });

  it('ends it when the run is interrupted', async () => {
    await writeFile(join(folder, 'dist', 'sign', 'index.js'), 'setInterval(() => {}, 1000);');
    const abort = new AbortController();
    setTimeout(() => {
      abort.abort();
    }, 100);
    const runner = {
      dist: join(folder, 'dist'),
      folder: join(folder, 'steps'),
      env: {},
      signal: abort.signal,
    };
    await assert.rejects(runAction(runner, 'two', 'sign', {}), { code: 'INTERRUPTED' });
  });
});
