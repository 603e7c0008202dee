import { parseArgs } from 'node:util';
import { raceWriters, type Race } from './many-writers.js';

// node test/build/concurrency/stress.js [--runs 20] [--writers 32] [--settle-ms 300] [--stall-every N --stall-ms MS]
const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '20' },
    writers: { type: 'string', default: '32' },
    'settle-ms': { type: 'string', default: '300' },
    'if-match': { type: 'string', default: 'both' },
    'stall-every': { type: 'string' },
    'stall-ms': { type: 'string', default: '1000' },
  },
});

const stalls =
  values['stall-every'] === undefined
    ? {}
    : { stalls: { every: Number(values['stall-every']), ms: Number(values['stall-ms']) } };
const modes = values['if-match'] === 'both' ? [true, false] : [values['if-match'] === 'on'];

for (const ifMatch of modes) {
  let clean = 0;
  let lost = 0;
  const race: Race = {
    writers: Number(values.writers),
    ifMatch,
    settleMs: Number(values['settle-ms']),
    ...stalls,
  };
  for (let run = 1; run <= Number(values.runs); run += 1) {
    const result = await raceWriters(race);
    const { lostLayers, lostReferrers, incompleteReferrers, failedWriters, requests, wallMs } = result;
    if (lostLayers + lostReferrers + incompleteReferrers + failedWriters.length === 0) clean += 1;
    lost += lostLayers + lostReferrers;
    print(
      `if-match ${ifMatch ? 'honoured' : 'ignored'} run ${run}: lost .att ${lostLayers}, index ${lostReferrers}; ` +
        `failed ${failedWriters.length}; requests per writer ${requests.median} (largest ${requests.largest}); ${(wallMs / 1000).toFixed(1)} s`,
    );
    for (const failure of new Set(failedWriters)) print(`  ${failure.slice(0, 300)}`);
  }
  print(
    `if-match ${ifMatch ? 'honoured' : 'ignored'}: ${clean} of ${values.runs} runs clean, ${lost} entries lost`,
  );
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
