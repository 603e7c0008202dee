import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from '@jest/globals';
import { runProgram, scrubbedEnvironment, type ProgramCall } from './index.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'program-'));
});
afterEach(() => rm(folder, { recursive: true }));

const call = (script: string, more: Partial<ProgramCall> = {}): ProgramCall => ({
  path: process.execPath,
  args: ['-e', script],
  env: {},
  cwd: folder,
  maxOutputBytes: 1_000_000,
  timeoutMs: 20_000,
  signal: new AbortController().signal,
  ...more,
});

describe('runProgram', () => {
  it('answers the exit code, what was printed and what was said', async () => {
    const lines: string[] = [];
    const result = await runProgram(
      call(`process.stdout.write('out'); process.stderr.write('one\\ntwo'); process.exitCode = 7`, {
        onMessage: (line) => lines.push(line),
      }),
    );
    assert.deepEqual(result, { exitCode: 7, stdout: 'out', messages: 'one\ntwo' });
    assert.deepEqual(lines, ['one', 'two']);
  });

  it('writes what is printed to a file, whole', async () => {
    const stdoutFile = join(folder, 'out');
    const { stdout } = await runProgram(call(`process.stdout.write('x'.repeat(900_000))`, { stdoutFile }));
    assert.deepEqual([stdout, (await readFile(stdoutFile)).length], ['', 900_000]);
  });

  it('writes over nothing, and follows no link, in writing to a file', async () => {
    const stdoutFile = join(folder, 'link');
    const victim = join(folder, 'victim');
    await writeFile(victim, 'mine');
    await symlink(victim, stdoutFile);
    await assert.rejects(runProgram(call(`process.stdout.write('theirs')`, { stdoutFile })), {
      code: 'PROGRAM_FAILED',
    });
    assert.equal(await readFile(victim, 'utf8'), 'mine');
  });

  it('gives the program the environment it is handed and nothing else', async () => {
    process.env.COUNTERSIGN_TEST_SECRET = 'hidden';
    try {
      const { stdout } = await runProgram(
        call('process.stdout.write(JSON.stringify(process.env))', { env: { ONLY: 'this' } }),
      );
      assert.deepEqual(JSON.parse(stdout), { ONLY: 'this' });
    } finally {
      delete process.env.COUNTERSIGN_TEST_SECRET;
    }
  });

  const failing: readonly (readonly [
    what: string,
    more: Partial<ProgramCall>,
    script: string,
    says: RegExp,
  ])[] = [
    ['is not there', { path: '/nowhere/program' }, '', /cannot be started/],
    ['runs too long', { timeoutMs: 300 }, 'setInterval(() => 0, 1000)', /longer than/],
    [
      'prints too much',
      { maxOutputBytes: 10 },
      `process.stdout.write('x'.repeat(100))`,
      /more than 10 bytes/,
    ],
    ['is ended by a signal', {}, `process.kill(process.pid, 'SIGKILL')`, /SIGKILL/],
    [
      'cannot write its file',
      { stdoutFile: '/nowhere/file' },
      `setInterval(() => 0, 1000)`,
      /could not write/,
    ],
  ];
  for (const [what, more, script, says] of failing) {
    it(`fails as one that decides nothing where the program ${what}`, async () => {
      await assert.rejects(runProgram(call(script, more)), {
        code: 'PROGRAM_FAILED',
        fault: 'infrastructure',
        message: says,
      });
    });
  }

  it('is interrupted with the run', async () => {
    const abort = new AbortController();
    const running = runProgram(call('setInterval(() => 0, 1000)', { signal: abort.signal }));
    setTimeout(() => {
      abort.abort();
    }, 200);
    await assert.rejects(running, { code: 'INTERRUPTED' });
  });

  it('keeps the end of endless messages', async () => {
    const { messages } = await runProgram(
      call(`for (let n = 0; n < 20_000; n++) process.stderr.write('message ' + n + '\\n')`),
    );
    assert.ok(messages.length <= 64 * 1024);
    assert.ok(messages.endsWith('message 19999\n'));
  });
});

describe('scrubbedEnvironment', () => {
  it('passes on no token, password or name of the job', () => {
    const env = scrubbedEnvironment(
      {
        PATH: '/bin',
        HTTPS_PROXY: 'http://proxy',
        GITHUB_TOKEN: 't',
        ACTIONS_ID_TOKEN_REQUEST_TOKEN: 't',
        ACTIONS_RUNTIME_TOKEN: 't',
        SIGSTORE_ID_TOKEN: 't',
        AWS_SECRET_ACCESS_KEY: 't',
        INPUT_PASSWORD: 't',
        HOME: '/home/me',
        DOCKER_CONFIG: '/home/me/.docker',
        NODE_OPTIONS: '--require x',
        LD_PRELOAD: 'x',
      },
      '/tmp/empty',
      { OWN: '1' },
    );
    assert.deepEqual(env, {
      PATH: '/bin',
      HTTPS_PROXY: 'http://proxy',
      HOME: '/tmp/empty',
      USERPROFILE: '/tmp/empty',
      OWN: '1',
    });
  });
});
