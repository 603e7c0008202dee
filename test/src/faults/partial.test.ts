import assert from 'node:assert/strict';
import { afterAll, afterEach, beforeAll, describe, it } from '@jest/globals';
import { attestImages, verifyImages } from '@countersign/core/flows';
import { claimsOf, states, why } from '../flows/stage.js';
import { openFaultStage, type FaultStage } from './stage.js';
import { assertNothingMisread, storedBeside } from './stored.js';

let stage: FaultStage;
beforeAll(async () => {
  stage = await openFaultStage();
});
afterEach(() => {
  for (const plan of Object.values(stage.bed.faults)) plan.clear();
});
afterAll(() => stage.stop());

/** Six claims about three digests in twelve objects: nine entries of the log, six timestamps. */
const options = (reference: string) => stage.both(reference, { platforms: 'all' });

describe('a witness that is lost in the middle of a run', () => {
  // Entries come in no certain order; but where all but one are there, two digests are signed and attested whole.
  for (const [service, after, least] of [
    ['rekor', 4, 0],
    ['rekor', 8, 8],
    ['tsa', 3, 0],
    ['tsa', 5, 8],
  ] as const) {
    it(`costs what it did not witness: ${service} after ${after.toString()} of its answers`, async () => {
      // In a repository of its own: the platforms are those of the other images.
      const reference = await stage.fresh(`acme/${service}-${after.toString()}`);
      const { sigstore } = stage.bed.services;
      const action = { kind: 'status', status: 503 } as const;
      stage.bed.faults[service].add({ match: {}, after, times: Infinity, action });
      const failed = await attestImages(options(reference), stage.quick({ retryWindowMs: 5000 }));
      assert.equal(failed.status, 'undecided', why(failed));
      assert.equal(failed.error?.code, service === 'rekor' ? 'LOG_UNAVAILABLE' : 'TSA_UNAVAILABLE');
      const { stored = 0, unreached = 0 } = states(failed);
      assert.ok(stored >= least && unreached > 0, why(failed));
      for (const { subject } of claimsOf(failed)) {
        assertNothingMisread(await storedBeside(reference.replace(/sha256:.*$/, subject)));
      }

      stage.bed.faults[service].clear();
      const logged = sigstore.logSize();
      const completed = await attestImages(options(reference), stage.quick());
      const { present = 0, stored: added = 0 } = states(completed);
      assert.deepEqual([completed.status, present, added], ['ok', stored, unreached], why(completed));
      if (least > 0) assert.ok(sigstore.logSize() - logged <= 3, 'what is stored is signed by nobody again');
      const verified = await verifyImages(
        stage.verify(undefined, 'signature provenance', { on: [reference] }),
        stage.quick(),
      );
      assert.deepEqual([verified.status, states(verified)], ['ok', { verified: 12 }], why(verified));
    });
  }
});
