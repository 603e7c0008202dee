import assert from 'node:assert/strict';
import { describe, it } from '@jest/globals';
import { ACTION_NAMES, readAction, readExamples, type WorkflowStep } from './action-files.js';

/** Third-party actions that examples may use, each at a commit that was looked at. */
const PINS: Readonly<Record<string, string>> = {
  'actions/checkout': '3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1',
  'docker/build-push-action': '53b7df96c91f9c12dcc8a07bcb9ccacbed38856a # v7.3.0',
  'docker/login-action': 'dbcb813823bdd20940b903addbd779551569679f # v4.6.0',
  'docker/setup-buildx-action': 'd7f5e7f509e45cec5c76c4d5afdd7de93d0b3df5 # v4.1.0',
  'docker/setup-qemu-action': '06116385d9baf250c9f4dcb4858b16962ea869c3 # v4.1.0',
};

const OURS = 'countersign/countersign/actions/';

const ownName = ({ uses = '' }: WorkflowStep): string | undefined =>
  uses.startsWith(OURS) ? uses.slice(OURS.length).replace(/@.*$/, '') : undefined;

describe('the examples', () => {
  it('are there for each use case', () => {
    assert.deepEqual(
      readExamples().map(({ name }) => name),
      [
        'build-sign-attest.yml',
        'private-repository-key.yml',
        'several-registries.yml',
        'sign-existing-image.yml',
        'verify-before-deploy.yml',
      ],
    );
  });
});

for (const { name, text, permissions, jobs } of readExamples()) {
  const steps = Object.values(jobs).flatMap((job) => job.steps);

  describe(name, () => {
    it('uses our actions with inputs that they have', () => {
      const own = steps.filter((step) => ownName(step) !== undefined);
      assert.ok(own.length > 0);
      for (const step of own) {
        const action = ownName(step) ?? '';
        assert.ok((ACTION_NAMES as readonly string[]).includes(action), action);
        const inputs = Object.keys(readAction(action).inputs);
        assert.deepEqual(
          Object.keys(step.with ?? {}).filter((input) => !inputs.includes(input)),
          [],
        );
        assert.match(step.uses ?? '', /@[0-9a-f]{40}$/);
      }
    });

    it('reads outputs that our actions have', () => {
      const declared = new Set(ACTION_NAMES.flatMap((action) => Object.keys(readAction(action).outputs)));
      const read = [...text.matchAll(/steps\.(?:sign|attest|verify)\.outputs\.([\w-]+)/g)].map(
        ([, output = '']) => output,
      );
      assert.deepEqual(
        read.filter((output) => !declared.has(output)),
        [],
      );
    });

    it('pins every other action to a known commit, its version beside it', () => {
      const lines = [...text.matchAll(/uses: ([\w./-]+)@(.*)$/gm)];
      assert.equal(lines.length, steps.filter(({ uses }) => uses !== undefined).length);
      for (const [, action = '', pin = ''] of lines) {
        if (!action.startsWith(OURS)) assert.equal(pin, PINS[action], action);
      }
    });

    it('grants nothing to the workflow and to each job what it needs', () => {
      assert.deepEqual(permissions, {});
      for (const [job, { permissions: granted, steps: own }] of Object.entries(jobs)) {
        assert.ok(granted !== undefined, job);
        const keyless = own.some(
          (step) => ['sign', 'attest'].includes(ownName(step) ?? '') && step.with?.key === undefined,
        );
        assert.equal(granted['id-token'], keyless ? 'write' : undefined, job);
      }
    });

    it('hands nothing that others may write to a shell as text', () => {
      for (const { run } of steps) assert.doesNotMatch(run ?? '', /\$\{\{/);
    });
  });
}
