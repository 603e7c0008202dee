import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, it } from '@jest/globals';
import { parse } from 'yaml';

const FOLDER = resolve(import.meta.dirname, '../../../.github/workflows');

interface Job {
  readonly permissions?: Readonly<Record<string, string>>;
  readonly steps: readonly {
    readonly uses?: string;
    readonly run?: string;
    readonly with?: Readonly<Record<string, unknown>>;
  }[];
}
interface Workflow {
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions?: unknown;
  readonly jobs: Readonly<Record<string, Job>>;
}

const read = (file: string): Workflow => parse(readFileSync(join(FOLDER, file), 'utf8')) as Workflow;
const writes = ({ permissions = {} }: Job): boolean => Object.values(permissions).includes('write');

for (const file of readdirSync(FOLDER)) {
  describe(`the workflow ${file}`, () => {
    const { on, permissions, jobs } = read(file);
    const steps = Object.values(jobs).flatMap((job) => job.steps);

    it('gives each job what it needs by name, and nothing by default', () => {
      assert.deepEqual(permissions, {});
      for (const [name, job] of Object.entries(jobs)) assert.ok(job.permissions, name);
    });

    it('pins every action by its commit', () => {
      for (const { uses } of steps)
        if (uses !== undefined) assert.match(uses, /^[\w-]+\/[\w/-]+@[0-9a-f]{40}$/);
    });

    it('puts no expression into a script, and keeps no token in the checkout', () => {
      for (const { run = '', uses = '', with: inputs } of steps) {
        assert.ok(!run.includes('${{'), run);
        if (uses.startsWith('actions/checkout@')) assert.equal(inputs?.['persist-credentials'], false);
      }
    });

    it('writes nothing on behalf of a pull request', () => {
      assert.ok(!Object.hasOwn(on, 'pull_request_target') && !Object.hasOwn(on, 'workflow_run'));
      if (Object.hasOwn(on, 'pull_request')) assert.ok(!Object.values(jobs).some(writes));
    });
  });
}

describe('the job that proposes a new table of checksums', () => {
  const { compare, propose } = read('tool-checksums.yml').jobs;

  it('is the only one that writes, and runs no code of a package or of a download', () => {
    assert.ok(compare && propose);
    assert.deepEqual(compare.permissions, { contents: 'read' });
    assert.deepEqual(propose.permissions, { contents: 'write', 'pull-requests': 'write' });
    for (const { run = '' } of propose.steps) assert.doesNotMatch(run, /\b(?:npm|npx|node|bash|sh|eval)\b/);
  });
});
