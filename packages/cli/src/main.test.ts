import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, it } from '@jest/globals';
import type { ReportDocument } from '@countersign/core/report';
import { COMMANDS } from './commands.js';
import type { Edge, TextSink } from './edge.js';
import { run } from './main.js';

/** Runs the command in this process, on an edge of its own. */
async function runWith(
  ...argv: string[]
): Promise<{ code: number | undefined; stdout: string; stderr: string }> {
  const printed = { stdout: '', stderr: '' };
  const sink = (name: keyof typeof printed): TextSink => ({
    isTerminal: false,
    columns: undefined,
    write: (text) => {
      printed[name] += text;
    },
  });
  let code: number | undefined;
  const edge: Edge = {
    argv,
    entry: '/nowhere/countersign',
    env: {},
    stdout: sink('stdout'),
    stderr: sink('stderr'),
    signal: new AbortController().signal,
    exit: (given) => {
      code = given;
    },
  };
  await run(edge);
  return { code, ...printed };
}

describe('countersign', () => {
  it('prints its commands with --help, and with help', async () => {
    for (const argv of [['--help'], ['help'], ['-h']]) {
      const { code, stdout } = await runWith(...argv);
      assert.equal(code, 0);
      for (const { name } of COMMANDS) assert.ok(stdout.includes(`\n  ${name} `), name);
      for (const deed of ['describes', 'scans', 'signs', 'attests', 'verifies'])
        assert.ok(stdout.split('\n')[0]?.includes(deed), deed);
    }
  });

  it('prints its version, which is that of its package', async () => {
    const manifest = readFileSync(resolve(import.meta.dirname, '../package.json'), 'utf8');
    const { version } = JSON.parse(manifest) as { version: string };
    assert.deepEqual(await runWith('--version'), { code: 0, stdout: `countersign ${version}\n`, stderr: '' });
  });

  it('shows by example each kind of document that attest takes', async () => {
    const { stdout } = await runWith('attest', '--help');
    const examples = stdout.slice(0, stdout.lastIndexOf('countersign attest '));
    for (const flag of ['--sbom ', '--vulnerability-report ', '--openvex '])
      assert.ok(examples.includes(flag), flag);
  });

  for (const { name, examples } of COMMANDS) {
    it(`prints the help of ${name} with its examples, in lines that fit`, async () => {
      const { code, stdout } = await runWith(name, '--help');
      assert.equal(code, 0);
      assert.ok(stdout.startsWith(`Usage: countersign ${name} `));
      for (const { line } of examples) assert.ok(stdout.includes(line), line);
      assert.deepEqual((await runWith('help', name)).stdout, stdout);
      const flags = stdout.slice(stdout.lastIndexOf(examples.at(-1)?.line ?? ''));
      assert.deepEqual(
        flags
          .split('\n')
          .slice(1)
          .filter((line) => line.length > 100),
        [],
      );
    });

    it(`has examples of ${name} whose flags it has`, async () => {
      const { stdout } = await runWith(name, '--help');
      const flags = stdout.slice(stdout.lastIndexOf(examples.at(-1)?.line ?? ''));
      const used = examples.flatMap(({ line }) =>
        line.includes(`countersign ${name} `) ? (line.match(/--[a-z-]+/g) ?? []) : [],
      );
      for (const flag of used) assert.match(flags, new RegExp(`\\n  ${flag}( |\\n)`));
    });

    it(`refuses an unknown flag of ${name}, on stderr alone`, async () => {
      const { code, stdout, stderr } = await runWith(name, '--hellp');
      assert.equal(code, 2);
      assert.equal(stdout, '');
      assert.match(
        stderr,
        /^Error: countersign .* has no flag "--hellp" \(INPUT_UNKNOWN\)\n {2}Did you mean --help\?/,
      );
    });

    it(`prints an error of ${name} as one document with --json`, async () => {
      const { code, stdout } = await runWith(name, '--nothing-like-it', '--json');
      assert.equal(code, 2);
      const document = JSON.parse(stdout) as ReportDocument;
      assert.equal(document.command, name);
      assert.equal(document.status, 'error');
      assert.deepEqual(document.images, []);
      assert.equal(document.error?.code, 'INPUT_UNKNOWN');
      assert.equal(document.error.fault, 'user');
    });
  }

  it('names the command that was most likely meant', async () => {
    const { code, stderr } = await runWith('verfy', 'app');
    assert.equal(code, 2);
    assert.match(stderr, /no command "verfy".*\n {2}Did you mean verify\?/);
  });

  it('says what there is where no command is given', async () => {
    const { code, stdout, stderr } = await runWith();
    assert.equal(code, 2);
    assert.equal(stdout, '');
    assert.match(stderr, /INPUT_MISSING/);
  });

  it('neutralises what was typed before it repeats it', async () => {
    const { stderr } = await runWith('\u001b[2J');
    assert.ok(!stderr.includes('\u001b'));
  });
});
