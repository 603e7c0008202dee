import assert from 'node:assert/strict';
import { afterAll, beforeAll, describe, it } from '@jest/globals';
import { runAction } from './run-action.js';
import { openStage, type Stage } from './stage.js';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
}, 20_000);
afterAll(() => stage.testbed.stop());

describe('a job that is cancelled', () => {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    it(`ends the step in order after ${signal}, and a later run completes what it left`, async () => {
      const reference = await stage.push(signal);
      const stall = stage.testbed.faults.rekor.add({ match: {}, times: Infinity, action: { kind: 'stall' } });
      const step = await runAction('sign', {
        inputs: { images: reference },
        env: stage.env,
        // Once the identity token is there, the session is open and the log is asked.
        interrupt: { signal, when: (stdout) => stdout.includes('::add-mask::') },
      });
      stall.remove();
      assert.equal(step.code, 3, step.stdout);
      assert.equal(step.outputs.status, 'undecided');
      assert.match(step.stdout, /^::error title=Could not decide::.*\(INTERRUPTED\)/m);
      const again = await runAction('sign', { inputs: { images: reference }, env: stage.env });
      assert.equal(again.code, 0, again.stdout);
    }, 30_000);
  }
});
