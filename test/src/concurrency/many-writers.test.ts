import assert from 'node:assert/strict';
import { describe, it } from '@jest/globals';
import { raceWriters } from './many-writers.js';

// The full measurement, 20 runs of 32 writers, is `node test/build/concurrency/stress.js`.
const WRITERS = 12;
const RUNS = 2;
const TIMEOUT_MS = 60_000;

describe('many processes that write beside one image at once', () => {
  for (const ifMatch of [true, false]) {
    it(
      `lose nothing on a registry that ${ifMatch ? 'honours' : 'ignores'} If-Match`,
      async () => {
        for (let run = 0; run < RUNS; run += 1) {
          const { lostLayers, lostReferrers, incompleteReferrers, failedWriters } = await raceWriters({
            writers: WRITERS,
            ifMatch,
          });
          assert.deepEqual(
            { lostLayers, lostReferrers, incompleteReferrers, failedWriters },
            { lostLayers: 0, lostReferrers: 0, incompleteReferrers: 0, failedWriters: [] },
          );
        }
      },
      TIMEOUT_MS,
    );
  }
});
