import assert from 'node:assert/strict';
import { describe, it } from '@jest/globals';
import { settingsOf } from '@countersign/core/options';
import { COMMAND_OF } from '@countersign/core/runner';
import { ACTION_NAMES, readAction, readExamples, type WorkflowStep } from './action-files.js';

/** Third-party actions that examples may use, each at a commit that was looked at. */
const PINS: Readonly<Record<string, string>> = {
  'actions/checkout': '3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1',
  'actions/download-artifact': '3e5f45b2cfb9172054b4087a40e8e0b5a5461e7c # v8.0.1',
  'actions/upload-artifact': '043fb46d1a93c77aae656e7c1c64a875d1fc6a0a # v7.0.1',
  'docker/build-push-action': '53b7df96c91f9c12dcc8a07bcb9ccacbed38856a # v7.3.0',
  'docker/login-action': 'dbcb813823bdd20940b903addbd779551569679f # v4.6.0',
  'docker/setup-buildx-action': 'd7f5e7f509e45cec5c76c4d5afdd7de93d0b3df5 # v4.1.0',
  'docker/setup-qemu-action': '06116385d9baf250c9f4dcb4858b16962ea869c3 # v4.1.0',
  'github/codeql-action/upload-sarif': '5595ccaf912efad79be6eef63a5619ff05969be3 # v4.37.6',
};

const OURS = 'countersign/countersign/actions/';

/** Which of our actions a step runs; undefined for a step of others. */
function ownName({ uses = '' }: WorkflowStep): (typeof ACTION_NAMES)[number] | undefined {
  if (!uses.startsWith(OURS)) return undefined;
  const name = uses.slice(OURS.length).replace(/@.*$/, '');
  const known = ACTION_NAMES.find((action) => action === name);
  assert.ok(known, `${uses} is none of our actions`);
  return known;
}

/** The names in a `settings` input, one `name: value` per line. */
const settingNames = (settings: unknown): readonly string[] =>
  (typeof settings === 'string' ? settings : '')
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.trim().startsWith('#'))
    .map((line) => line.slice(0, line.indexOf(':')).trim());

describe('the examples', () => {
  it('are there for each use case', () => {
    assert.deepEqual(
      readExamples().map(({ name }) => name),
      [
        'air-gapped-verify.yml',
        'build-sign-attest.yml',
        'migrate-from-anchore.yml',
        'migrate-from-trivy.yml',
        'notation.yml',
        'private-repository-key.yml',
        'sbom-and-scan.yml',
        'scan-pull-request.yml',
        'self-hosted-sigstore.yml',
        'several-registries.yml',
        'sign-existing-image.yml',
        'sign-with-key.yml',
        'sign-with-kms.yml',
        'verify-before-deploy.yml',
      ],
    );
  });
});

for (const { name, text, permissions, jobs } of readExamples()) {
  const steps = Object.values(jobs).flatMap((job) => job.steps);

  describe(name, () => {
    it('uses our actions with inputs and settings that they have', () => {
      const own = steps.filter((step) => ownName(step) !== undefined);
      assert.ok(own.length > 0);
      for (const step of own) {
        const action = ownName(step) ?? 'sign';
        const inputs = Object.keys(readAction(action).inputs);
        assert.deepEqual(
          Object.keys(step.with ?? {}).filter((input) => !inputs.includes(input)),
          [],
        );
        const settings = settingsOf(COMMAND_OF[action]);
        const lines = settings.filter(({ input }) => !input).map((setting) => setting.name);
        assert.deepEqual(
          settingNames(step.with?.settings).filter((line) => !lines.includes(line)),
          [],
        );
        for (const { name: input, choices } of settings) {
          const value = step.with?.[input];
          if (choices !== undefined && typeof value === 'string')
            assert.ok(choices.includes(value), `${input}: ${value}`);
        }
        assert.match(step.uses ?? '', /@[0-9a-f]{40}$/);
      }
    });

    it('reads outputs that the step in the same job has', () => {
      for (const job of Object.values(jobs)) {
        const read = [...JSON.stringify(job).matchAll(/\bsteps\.([\w-]+)\.outputs\.([\w-]+)/g)];
        for (const [, id, output = ''] of read) {
          const step = job.steps.find((each) => each.id === id);
          assert.ok(step, `no step ${id} is in the job that reads its output ${output}`);
          const action = ownName(step);
          if (action !== undefined) assert.ok(Object.hasOwn(readAction(action).outputs, output), output);
        }
        for (const [, needed = '', output = ''] of JSON.stringify(job).matchAll(
          /\bneeds\.([\w-]+)\.outputs\.([\w-]+)/g,
        ))
          assert.ok(jobs[needed]?.outputs?.[output] !== undefined, `${needed}.outputs.${output}`);
      }
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
        const asksItself = own.some(({ run }) => run?.includes('$ACTIONS_ID_TOKEN_REQUEST_TOKEN') === true);
        assert.equal(granted['id-token'], keyless || asksItself ? 'write' : undefined, job);
      }
    });

    it('hands nothing that others may write to a shell as text', () => {
      for (const { run } of steps) assert.doesNotMatch(run ?? '', /\$\{\{/);
    });
  });
}
