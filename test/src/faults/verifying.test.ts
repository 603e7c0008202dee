import assert from 'node:assert/strict';
import { afterAll, afterEach, beforeAll, describe, it } from '@jest/globals';
import { attestImages, verifyImages } from '@countersign/core/flows';
import { exitCodeOf } from '@countersign/core/report';
import type { FaultAction, TestbedService } from '@countersign/testbed';
import { states, why } from '../flows/stage.js';
import { registries, truncatedJson, type Route } from './routes.js';
import { openFaultStage, STALL_MS, type FaultStage } from './stage.js';

const WINDOW_MS = 20_000;

/** A fault, how often it strikes where it passes, and whether it is one of the body. */
const faultsOf = ({
  type = '',
}: Route): readonly (readonly [what: string, action: FaultAction, times: number])[] => [
  ['500', { kind: 'status', status: 500 }, 2],
  ['429', { kind: 'status', status: 429, retryAfter: 7 }, 1],
  ['a reset', 'reset', 1],
  ['a stall', { kind: 'stall' }, 1],
  ['a cut-off answer', 'truncate', 1],
  ['truncated JSON', truncatedJson(type), 1],
];
/** What is only read, which is all that verifying asks for. */
const isRead = ({ service, type }: Route): boolean =>
  service === 'tuf' || (service === 'registry' && type !== undefined);

describe.each(registries)('verifying on a registry with %j', (options, routes) => {
  let stage: FaultStage;
  let reference: string;
  beforeAll(async () => {
    stage = await openFaultStage(options);
    reference = await stage.fresh();
    const signed = await attestImages(stage.both(reference), stage.quick());
    assert.equal(signed.status, 'ok', why(signed));
  });
  afterEach(() => {
    for (const plan of Object.values(stage.bed.faults)) plan.clear();
  });
  afterAll(() => stage.stop());
  const verify = (service: TestbedService, stallMs: number | undefined) =>
    verifyImages(
      stage.verify(undefined, 'signature provenance', {
        ...{ on: [reference], platforms: 'index', trust: stage.trustThrough(service).trust },
      }),
      stage.quick({ retryWindowMs: WINDOW_MS, ...(stallMs === undefined ? {} : { stallMs }) }),
    );

  for (const route of routes.filter(isRead)) {
    const { name, service, match } = route;
    for (const [what, action, times] of faultsOf(route)) {
      const stallMs = what === 'a stall' ? STALL_MS : undefined;
      it(`accepts after ${what} from ${name}`, async () => {
        const fault = stage.bed.faults[service].add({ match, times, action });
        const report = await verify(service, stallMs);
        assert.deepEqual([report.status, states(report)], ['ok', { verified: 4 }], why(report));
        assert.equal(fault.hits, times);
      });

      // Bytes of a claim that are not what its digest says are a fact about that claim: it does not count.
      const blobs = what === 'truncated JSON' && name.includes('for a blob');
      it(`${blobs ? 'rejects' : 'cannot decide'} where ${name} goes on with ${what}`, async () => {
        stage.bed.faults[service].add({ match, times: Infinity, action });
        const report = await verify(service, stallMs);
        assert.equal(report.status, blobs ? 'rejected' : 'undecided', why(report));
        assert.equal(exitCodeOf(report), blobs ? 1 : 3);
        const host = service === 'tuf' ? new URL(stage.bed.tufUrl).host : stage.bed.registry;
        if (!blobs) assert.ok(report.error?.message.includes(host), why(report));
      });
    }
  }
});
