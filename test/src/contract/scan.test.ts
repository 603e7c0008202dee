import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, it } from '@jest/globals';
import { OUTPUTS } from '@countersign/core/runner';
import { fakeGrype, RECORDINGS, type FakeGrype } from '../scan/fake-grype.js';
import { runAction, type Step } from './run-action.js';

const TOKEN = 'ghs_the_token_of_this_job';
let grype: FakeGrype;
beforeAll(async () => {
  grype = await fakeGrype();
});
afterAll(async () => {
  await rm(grype.folder, { recursive: true });
});

const scan = (inputs: Readonly<Record<string, string>> = {}): Promise<Step> =>
  runAction('scan', {
    inputs: {
      sbom: join(RECORDINGS, 'npm.syft.json'),
      'github-token': TOKEN,
      settings: `grype-path: ${grype.path}`,
      ...inputs,
    },
  });

/** Every declared output is there, also the empty ones. */
const assertEveryOutput = ({ outputs }: Step): void => {
  assert.deepEqual(
    Object.keys(outputs),
    OUTPUTS.scan.map(({ name }) => name),
  );
};

describe('the action scan', () => {
  it('ends with 0 and result clean where the gate passes all, and its files are there', async () => {
    const step = await scan({ 'fail-on': 'none' });
    assert.deepEqual([step.code, step.outputs.status, step.outputs.result], [0, 'ok', 'clean'], step.stdout);
    assertEveryOutput(step);
    const { outputs, files } = step;
    assert.deepEqual(
      [outputs['critical-count'], outputs['high-count'], outputs['medium-count']],
      ['1', '1', '1'],
    );
    assert.match(outputs['db-cache-key'] ?? '', /^grype-db-v6-sha256-/);
    for (const name of ['scan.sarif', 'scan.vuln.json', 'scan.md', 'scan.grype.json'])
      assert.ok(
        Object.keys(files).some((path) => path.endsWith(name)),
        name,
      );
  });

  it('ends with 1 and result violations, and says in log, annotation and summary what to do', async () => {
    const step = await scan();
    assert.deepEqual([step.code, step.outputs.status, step.outputs.result], [1, 'rejected', 'violations']);
    assertEveryOutput(step);
    assert.match(step.stdout, /^::error .*GHSA-xvch-5gv4-984h.*1\.2\.6/m);
    assert.match(step.summary, /minimist/);
    assert.ok(step.outputs['vuln-predicate'] !== '');
  });

  it('ends with 3 and result error where nothing was decided, with no path of a file', async () => {
    await grype.behave({ scan: { exit: 1 } });
    const step = await scan();
    await grype.behave({});
    assert.deepEqual([step.code, step.outputs.status, step.outputs.result], [3, 'undecided', 'error']);
    assertEveryOutput(step);
    assert.deepEqual([step.outputs['vuln-predicate'], step.outputs.sarif], ['', '']);
  });

  it('ends with 2 and result error where an input is wrong', async () => {
    const step = await scan({ 'fail-on': 'severe' });
    assert.deepEqual([step.code, step.outputs.status, step.outputs.result], [2, 'error', 'error']);
    assertEveryOutput(step);
  });

  it('hides the token, and gives it to no program', async () => {
    const step = await scan();
    assert.ok(step.masked.includes(TOKEN));
    const told = [step.stdout.replaceAll(`::add-mask::${TOKEN}`, ''), step.stderr, step.summary];
    assert.ok(![...told, ...Object.values(step.files)].some((text) => text.includes(TOKEN)));
    const calls = await grype.calls();
    assert.ok(calls.length > 0 && !JSON.stringify(calls).includes(TOKEN));
  });
});
